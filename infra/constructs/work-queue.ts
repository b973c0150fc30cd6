import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { MAX_RECEIVES } from '../../shared/kernel/deliveries.ts';
import type { Stage } from '../stages.ts';
import type { DatelineFunction } from './dateline-function.ts';
import { mayWork } from './queue-permissions.ts';
import { ReaderAlarm } from './reader-alarm.ts';

/** A backlog of a morning is processed within the hour; messages that wait longer are not being processed. */
const WAITING_SECONDS = 3600;

/** Settings of a queue. */
export interface WorkQueueProps {
  readonly stage: Stage;
  /** `articles` gives the queue `dateline-prod-articles` and its dead letters `dateline-prod-articles-dead`. */
  readonly name: string;
  readonly workerTimeoutSeconds: number;
  /** Impact on readers while messages lie in the dead-letter queue. */
  readonly ifLettersDie: string;
  /** Impact on readers while messages wait for more than an hour. */
  readonly ifTheyWait: string;
}

/** A queue with its dead-letter queue and the alarms on both. Stacks decide who may send and receive. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly dead: Queue;

  constructor(scope: Construct, { stage, name, workerTimeoutSeconds, ifLettersDie, ifTheyWait }: WorkQueueProps) {
    super(scope, `${name}-queue`);
    this.dead = deadLetters(this, { stage, name: `${name}-dead`, ifLettersDie });
    this.queue = new Queue(this, 'queue', {
      queueName: `dateline-${stage.name}-${name}`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // AWS recommends six times the function's timeout: below that, a message can return while it is still being
      // processed.
      visibilityTimeout: Duration.seconds(6 * workerTimeoutSeconds),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: MAX_RECEIVES },
    });
    new ReaderAlarm(this, 'waiting', {
      stage,
      about: `${name}-waiting`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
      atLeast: WAITING_SECONDS,
      periods: [3, 3],
      ifItFails: ifTheyWait,
    });
  }
}

/** A dead-letter queue that keeps messages for two weeks, with an alarm as soon as it contains one. */
export function deadLetters(
  scope: Construct,
  { stage, name, ifLettersDie }: { stage: Stage; name: string; ifLettersDie: string },
): Queue {
  const queue = new Queue(scope, name, {
    queueName: `dateline-${stage.name}-${name}`,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  new ReaderAlarm(scope, `${name}-alarm`, {
    stage,
    about: name,
    // Every message here is work that was accepted or due and will not continue by itself.
    severity: 'urgent',
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
    atLeast: 1,
    ifItFails: ifLettersDie,
  });
  return queue;
}

/**
 * Connects a function to a queue: batches report failures by message, and concurrency is limited so that the rest waits
 * in the queue (reserved concurrency would throttle, and throttled receives count towards the dead letters).
 */
export function works(
  worker: DatelineFunction,
  { queue }: WorkQueue,
  { batchSize, maxConcurrency }: { batchSize: number; maxConcurrency: number },
): void {
  mayWork(worker, queue);
  worker.addEventSourceMapping('queue', {
    eventSourceArn: queue.queueArn,
    batchSize,
    maxConcurrency,
    reportBatchItemFailures: true,
  });
}
