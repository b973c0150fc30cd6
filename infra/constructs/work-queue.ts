import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { MAX_RECEIVES } from '../../shared/kernel/deliveries.ts';
import type { Stage } from '../stages.ts';
import type { DatelineFunction } from './dateline-function.ts';
import { mayWork } from './queue-permissions.ts';
import { ReaderAlarm } from './reader-alarm.ts';

/** A morning's backlog is worked off within the hour; what waits longer isn't being worked on. */
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

/** A queue with its dead letters and the alarm on them. Who may send and who works is the stack's to say. */
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
      // AWS's own rule for Lambda sources: below six timeouts a message can come back while it is still being worked on.
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

/** A queue of what could not be done, kept for two weeks, with an alarm as soon as one thing lies in it. */
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
    // Whatever lies here was accepted, or was due, and does not go on by itself.
    severity: 'urgent',
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
    atLeast: 1,
    ifItFails: ifLettersDie,
  });
  return queue;
}

/**
 * Lets a function work a queue: batches whose good messages are not repeated with the bad ones, and a ceiling on concurrency that leaves
 * the rest in the queue (reserved concurrency would throttle, and throttled receives count towards the dead letters).
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
