import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleGroup, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { DatelineFunction } from './dateline-function.ts';
import { ReaderAlarm } from './reader-alarm.ts';

/** What runs by the clock. A function that is never started has no errors: so the starting has an alarm of its own. */
export class Timetable extends Construct {
  readonly #stage: Stage;
  readonly #group: ScheduleGroup;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'timetable');
    this.#stage = stage;
    this.#group = new ScheduleGroup(this, 'group', {
      scheduleGroupName: `dateline-${stage.name}`,
      // A group that outlives its stack keeps its name, and the next deploy of the stage fails. It holds nothing but schedules.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new ReaderAlarm(this, 'not-started', {
      stage,
      about: 'schedules',
      metric: this.#group.metricDropped({ period: Duration.minutes(5), statistic: 'Sum' }),
      atLeast: 1,
      periods: [2, 3],
      ifItFails: 'Feeds are not polled, or what was lost is not swept up: new articles may be missing.',
    });
  }

  /** Runs a function every so many minutes. A run that can't be started isn't kept for long: the next one does the same work. */
  runs(worker: DatelineFunction, everyMinutes: number): void {
    new Schedule(this, worker.spec.name, {
      scheduleName: `dateline-${this.#stage.name}-${worker.spec.name}`,
      scheduleGroup: this.#group,
      description: worker.spec.purpose,
      schedule: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(worker, { retryAttempts: 1, maxEventAge: Duration.minutes(everyMinutes) }),
    });
  }
}
