import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleGroup, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { DatelineFunction } from './dateline-function.ts';
import { ReaderAlarm } from './reader-alarm.ts';

/** Schedules of functions. A function that never starts reports no errors, so schedules have an alarm of their own. */
export class Timetable extends Construct {
  readonly #stage: Stage;
  readonly #group: ScheduleGroup;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'timetable');
    this.#stage = stage;
    this.#group = new ScheduleGroup(this, 'group', {
      scheduleGroupName: `dateline-${stage.name}`,
      // A schedule group that outlives its stack keeps its name, and the next deploy of the stage would fail. It
      // contains only schedules.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new ReaderAlarm(this, 'not-started', {
      stage,
      about: 'schedules',
      metric: this.#group.metricDropped({ period: Duration.minutes(5), statistic: 'Sum' }),
      atLeast: 1,
      periods: [2, 3],
      ifItFails: 'Feeds are not polled, or lost messages are not sent again: new articles may be missing.',
    });
  }

  /** Runs a function every given number of minutes. A run that cannot start is soon dropped: the next one does the same work. */
  runs(worker: DatelineFunction, everyMinutes: number): void {
    new Schedule(this, worker.spec.name, {
      scheduleName: `dateline-${this.#stage.name}-${worker.spec.name}`,
      scheduleGroup: this.#group,
      description: worker.spec.purpose,
      schedule: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
      timeWindow: TimeWindow.off(),
      target: {
        bind: () => ({
          arn: worker.functionArn,
          role: this.#starterOf(worker),
          retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: everyMinutes * 60 },
        }),
      },
    });
    // Scheduler hands the event to Lambda's own queue, which would retry for six hours work that the next run does
    // anyway.
    worker.configureAsyncInvoke({ retryAttempts: 1, maxEventAge: Duration.minutes(everyMinutes) });
    new ReaderAlarm(worker, 'dropped', {
      stage: this.#stage,
      about: `${worker.spec.name}-dropped`,
      metric: worker.metric('AsyncEventsDropped', { period: Duration.minutes(5), statistic: 'Sum' }),
      atLeast: 1,
      periods: [3, 3],
      ifItFails:
        'Scheduled runs are dropped before they begin: feeds are not polled, or lost messages are not sent again.',
    });
  }

  /** A role for each schedule. CDK's target would also allow every version of the function, and there are none. */
  #starterOf(worker: DatelineFunction): Role {
    const role = new Role(this, `${worker.spec.name}-starter`, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': this.#group.stack.account,
            'aws:SourceArn': this.#group.scheduleGroupArn,
          },
        },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [worker.functionArn] }));
    return role;
  }
}
