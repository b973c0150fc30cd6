import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Stage } from '../stages.ts';
import type { DatelineFunction } from './dateline-function.ts';
import { maySend } from './queue-permissions.ts';
import { ReaderAlarm } from './reader-alarm.ts';
import { deadLetters } from './work-queue.ts';

/** With half an hour of delay, readers see outdated counts; the stream keeps records for a day. */
const LATE_AFTER_MINUTES = 30;

interface StreamedTable {
  readonly tableStreamArn?: string | undefined;
}

/** Settings for reading the stream. */
export interface StreamReaderProps {
  readonly stage: Stage;
  readonly batchSize: number;
  /** Batching window: a longer one means fewer writes where the same items change often. */
  readonly batchingSeconds?: number;
  /** Records that match any of the filters; all records by default. */
  readonly filters?: readonly Readonly<Record<string, unknown>>[];
  /** Impact on readers when records are dropped or late. */
  readonly ifItFails: string;
}

/**
 * Lets a function read the table's stream, which supports two readers and has two. Lambda's defaults would retry a
 * poison batch for a day and block everything behind it. Here a failing batch is halved until the bad record is alone,
 * retried ten times, and then sent to the dead letters.
 */
export function readsStream(
  reader: DatelineFunction,
  table: StreamedTable,
  { stage, batchSize, batchingSeconds, filters, ifItFails }: StreamReaderProps,
): void {
  const setAside = deadLetters(reader, { stage, name: `${reader.spec.name}-dead`, ifLettersDie: ifItFails });
  const eventSourceArn = streamOf(table);
  mayReadStream(reader, eventSourceArn);
  maySend(reader, setAside);
  reader.addEventSourceMapping('stream', {
    eventSourceArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize,
    ...(batchingSeconds === undefined ? {} : { maxBatchingWindow: Duration.seconds(batchingSeconds) }),
    ...(filters === undefined ? {} : { filters: filters.map((filter) => FilterCriteria.filter(filter)) }),
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 10,
    maxRecordAge: Duration.hours(12),
    onFailure: { bind: () => ({ destination: setAside.queueArn }) },
  });
  new ReaderAlarm(reader, 'late', {
    stage,
    about: `${reader.spec.name}-late`,
    metric: reader.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
    atLeast: LATE_AFTER_MINUTES * 60_000,
    ifItFails,
  });
}

function streamOf({ tableStreamArn }: StreamedTable): string {
  if (tableStreamArn === undefined) throw new RangeError('The table has no stream.');
  return tableStreamArn;
}

/** Requests that Lambda's poller makes under the function's role. */
function mayReadStream(reader: DatelineFunction, streamArn: string): void {
  reader.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [streamArn],
    }),
  );
  // IAM has no resource type for ListStreams, and Lambda calls it before it reads any stream.
  reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));
}
