import type { DynamoDBStreamsClient, _Record as SdkRecord } from '@aws-sdk/client-dynamodb-streams';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { endOfStream } from './end-of-stream.ts';
import { lambdaContext } from './lambda-context.ts';
import { lambdaRecord } from './lambda-record.ts';
import { pauses } from './pauses.ts';
import type { StreamPositions } from './reader-positions.ts';
import { shardReader } from './shard-reader.ts';

/** Settings of a stream reader, with the names of Lambda's event source. */
export interface StreamReaderOptions {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  /** Name of the reading function, also its key in `positions`. */
  readonly name: string;
  readonly batchSize: number;
  readonly timeoutSeconds: number;
  /** The sort key of records to pass on, as in the filter of Lambda's event source; by default all records. */
  readonly sortKey?: string;
  readonly handler: (event: DynamoDBStreamEvent, context: Context) => unknown;
  /** The reader's position, kept across restarts: after a crash some records are delivered twice and none is lost. */
  readonly positions: StreamPositions;
  readonly onTrouble: (
    what: 'stream.batch-failed' | 'stream.record-set-aside' | 'stream.unreadable',
    fields: Readonly<Record<string, unknown>>,
  ) => void;
}

/** A running reader of a stream for one function. */
export interface StreamReader {
  /** Reads at once instead of after the pause; called after each write of this process. */
  wake(): void;
  /** Resolves when a read finds nothing new: everything written before the call has been passed on by then. */
  caughtUp(): Promise<void>;
  /** Finishes the current batch and stops. */
  stop(): Promise<void>;
}

/** The same number as in infra's event sources. */
const RETRIES = 10;
const SHORTEST_PAUSE_MS = 20;
/** Longest pause between reads while nothing happens; `wake` ends it. */
const LONGEST_PAUSE_MS = 1000;
const FIRST_RETRY_MS = 50;

/**
 * Reads the table's stream for one function like Lambda's event source: batches in order; a failed batch is retried
 * from the failed record on and halved until the bad record is alone, which is dropped after ten retries so that it
 * does not block the stream.
 */
export function readStream(options: StreamReaderOptions): StreamReader {
  const { rest: sleep, idle, wake, stop, stopped } = pauses();

  /** Records that pass the filter, and always the last one, whose sequence number is the reader's position. */
  const relevant = (records: readonly SdkRecord[]) =>
    records.filter(
      ({ dynamodb }, n) =>
        options.sortKey === undefined || n === records.length - 1 || dynamodb?.Keys?.sk?.S === options.sortKey,
    );

  const end = endOfStream({ wake, stopped });

  const run = async () => {
    const shards = shardReader(options);
    let wait = SHORTEST_PAUSE_MS;
    while (!stopped()) {
      try {
        const { shardId, records } = await shards.next(options.batchSize);
        await deliverAll(relevant(records), options, { sleep, stopped }, (record) => {
          const sequence = record.dynamodb?.SequenceNumber;
          if (sequence !== undefined) options.positions.set(options.name, shardId, sequence);
        });
        if (records.length === 0) end.reached();
        wait = records.length > 0 ? SHORTEST_PAUSE_MS : Math.min(wait * 2, LONGEST_PAUSE_MS);
      } catch (error) {
        if (stopped()) break;
        options.onTrouble('stream.unreadable', { reader: options.name, error });
        wait = LONGEST_PAUSE_MS * 2;
      }
      if (await idle(wait)) wait = SHORTEST_PAUSE_MS;
    }
  };

  const running = run();
  return {
    wake,
    caughtUp: end.caughtUp,
    async stop() {
      stop();
      await running;
      end.reached();
    },
  };
}

/**
 * Delivers records in order until all are done or the reader stops: after a failure from the failed record on and half
 * as many at once; a record that fails alone is retried after growing pauses, and dropped after ten retries.
 *
 * @param done Called with the last record that is done.
 */
async function deliverAll(
  records: readonly SdkRecord[],
  options: StreamReaderOptions,
  { sleep, stopped }: Pick<ReturnType<typeof pauses>, 'stopped'> & { readonly sleep: (ms: number) => Promise<unknown> },
  done: (record: SdkRecord) => void,
): Promise<void> {
  let rest = records;
  let size = rest.length;
  let retries = 0;
  while (rest.length > 0 && !stopped()) {
    const batch = rest.slice(0, size);
    const { good, error } = await deliver(batch, options);
    const last = batch[good - 1];
    if (last) {
      done(last);
      rest = rest.slice(good);
      retries = 0;
    }
    if (good === batch.length) {
      size = rest.length;
      continue;
    }
    options.onTrouble('stream.batch-failed', { reader: options.name, records: batch.length, error });
    if (size > 1) size = Math.ceil(size / 2);
    else if (retries === RETRIES) {
      const [bad] = rest;
      options.onTrouble('stream.record-set-aside', { reader: options.name, keys: bad?.dynamodb?.Keys, error });
      if (bad) done(bad);
      rest = rest.slice(1);
      size = rest.length;
      retries = 0;
    } else {
      await sleep(FIRST_RETRY_MS * 2 ** Math.min(retries, 5));
      retries += 1;
    }
  }
}

/** How many records from the start of the batch were processed. */
async function deliver(batch: readonly SdkRecord[], options: StreamReaderOptions) {
  try {
    const event = { Records: batch.map((record) => lambdaRecord(record, options.streamArn)) };
    const context = lambdaContext(options.name, options.timeoutSeconds);
    const answer = (await options.handler(event, context)) as DynamoDBBatchResponse | undefined;
    const failed = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
    const first = batch.findIndex(({ dynamodb }) => failed.includes(dynamodb?.SequenceNumber ?? ''));
    return { good: first < 0 ? batch.length : first, error: 'the function named a record as failed' };
  } catch (error) {
    return { good: 0, error };
  }
}
