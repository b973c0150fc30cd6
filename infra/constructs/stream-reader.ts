import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Stage } from '../stages.ts';
import type { DatelineFunction } from './dateline-function.ts';
import { maySend } from './queue-permissions.ts';
import { ReaderAlarm } from './reader-alarm.ts';
import { deadLetters } from './work-queue.ts';

/** Half an hour behind, readers see yesterday's counts; a stream forgets its records after a day. */
const LATE_AFTER_MINUTES = 30;

interface StreamedTable {
  readonly tableStreamArn?: string | undefined;
}

/** How a function reads the stream. */
export interface StreamReaderProps {
  readonly stage: Stage;
  readonly batchSize: number;
  /** How long to gather a batch: longer means fewer writes where the same items change often. */
  readonly batchingSeconds?: number;
  /** Records that match any of them; all where absent. */
  readonly filters?: readonly Readonly<Record<string, unknown>>[];
  /** Impact on readers when records are dropped or late. */
  readonly ifItFails: string;
}

/**
 * Lets a function read the table's stream (a stream bears two readers, and two there are). Lambda's own defaults retry a poison
 * batch for a day and hold everything behind it; here a bad batch is halved until the bad record is alone, retried ten times, and
 * then set aside.
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
  // IAM knows no resource for ListStreams, and Lambda asks for it before it reads any stream.
  reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));
}
