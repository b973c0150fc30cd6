import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/** The document that every alarm refers to. */
export const RUNBOOK = 'docs/runbook.md';

/** `urgent`: readers get nothing, or an accepted article may be lost; act at any hour. `soon`: act on the next working day. */
export type Severity = 'urgent' | 'soon';

/** The first word of an alarm's description; the watch stack routes by it. */
export const SEVERITY_WORD: Readonly<Record<Severity, string>> = { urgent: 'Urgent', soon: 'Soon' };

/** The condition of an alarm, and its texts. */
export interface ReaderAlarmProps {
  readonly stage: Stage;
  /** The subject, which is also the heading in the runbook: `#<about>`. */
  readonly about: string;
  /** Default: `soon`. */
  readonly severity?: Severity;
  readonly metric: IMetric;
  /** Alarms at this value or above. */
  readonly atLeast: number;
  /** How many of the last periods must breach: `[3, 5]` is three of five. Default: one of one. */
  readonly periods?: readonly [bad: number, of: number];
  /** Default: missing data does not breach. */
  readonly missing?: TreatMissingData;
  /** One sentence: the impact on readers while the alarm lasts. */
  readonly ifItFails: string;
}

/**
 * The one construct for alarms: its text states the impact on readers and the section of the runbook. The watch stack
 * forwards every alarm whose name begins with the stage's prefix, so no alarm can be left unconnected.
 */
export class ReaderAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: ReaderAlarmProps) {
    const { stage, about, severity = 'soon', metric, atLeast, periods, missing, ifItFails } = props;
    const [bad, of] = periods ?? [1, 1];
    super(scope, id, {
      alarmName: `${alarmPrefix(stage)}${about}`,
      alarmDescription: `${SEVERITY_WORD[severity]}: ${ifItFails} What to do: ${RUNBOOK}#${about}`,
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      datapointsToAlarm: bad,
      evaluationPeriods: of,
      // A function without calls and a queue without messages report no data; that is not a failure.
      treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
    });
  }
}

/** Prefix of the names of all alarms of a stage. */
export const alarmPrefix = (stage: Stage): string => `dateline-${stage.name}-`;
