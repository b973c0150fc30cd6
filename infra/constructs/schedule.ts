import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { DatelineFunction } from './dateline-function.ts';

/**
 * Runs a function every so many minutes. A run that can't be started isn't kept for long: the next one does the same work.
 */
export function runsEvery(scope: Construct, stage: Stage, worker: DatelineFunction, everyMinutes: number): void {
  new Schedule(scope, `${worker.spec.name}-schedule`, {
    scheduleName: `dateline-${stage.name}-${worker.spec.name}`,
    description: worker.spec.purpose,
    schedule: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
    timeWindow: TimeWindow.off(),
    target: new LambdaInvoke(worker, { retryAttempts: 1, maxEventAge: Duration.minutes(Math.max(everyMinutes, 1)) }),
  });
}
