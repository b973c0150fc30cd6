import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/** Where every alarm sends the person it woke. */
export const RUNBOOK = 'docs/runbook.md';

/** `urgent`: readers get nothing, or what was sent is not safe: somebody gets up. `soon`: the next working day is early enough. */
export type Severity = 'urgent' | 'soon';

/** How the description of an alarm begins; the watch stack forwards by it. */
export const SEVERITY_WORD: Readonly<Record<Severity, string>> = { urgent: 'Urgent', soon: 'Soon' };

/** When an alarm rings, and what it says. */
export interface ReaderAlarmProps {
  readonly stage: Stage;
  /** Also its heading in the runbook: `#<about>`. */
  readonly about: string;
  /** Default: `soon`. */
  readonly severity?: Severity;
  readonly metric: IMetric;
  /** Rings at this value or above. */
  readonly atLeast: number;
  /** How many of the last periods must be bad: `[3, 5]` is three of five. Default: one of one. */
  readonly periods?: readonly [bad: number, of: number];
  /** Default: no data is no failure. */
  readonly missing?: TreatMissingData;
  /** One sentence: what a reader loses while this lasts. */
  readonly ifItFails: string;
}

/**
 * The one way to an alarm: its text says what a reader loses and where the runbook says what to do. Who is told is the watch stack's
 * business: it forwards every alarm whose name begins with the stage's prefix, so an alarm made here can't be left unconnected.
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
