import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as SdkRecord,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import type { StreamPositions } from './reader-positions.ts';

/** Reads the records of a stream in order. */
export interface ShardReader {
  /** The next records in order, at most `atMost`; empty if there is nothing new. */
  next(atMost: number): Promise<{ readonly shardId: string; readonly records: readonly SdkRecord[] }>;
}

/** Limit of one GetRecords call. */
const MOST_RECORDS = 1000;
const ITERATOR_GONE = new Set(['ExpiredIteratorException', 'TrimmedDataAccessException']);

/**
 * Reads a stream's shards, oldest first, from the reader's position (or from the oldest record). The embedded engine
 * has one shard; DynamoDB Local closes shards and opens new ones.
 */
export function shardReader(options: {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly name: string;
  readonly positions: StreamPositions;
}): ShardReader {
  const { client, streamArn, name, positions } = options;
  const finished = new Set<string>();
  let shardId: string | undefined;
  let iterator: string | undefined;

  const open = async (trimmed: boolean) => {
    const described = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
    const shards = described.StreamDescription?.Shards ?? [];
    shardId = firstUnfinished(shards, finished);
    if (shardId === undefined) return;
    const last = trimmed ? undefined : positions.get(name, shardId);
    const from =
      last === undefined
        ? ({ ShardIteratorType: 'TRIM_HORIZON' } as const)
        : ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: last } as const);
    const answer = await client.send(new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ...from }));
    iterator = answer.ShardIterator;
  };

  return {
    async next(atMost) {
      try {
        if (iterator === undefined) await open(false);
      } catch (error) {
        // The stream no longer has the record at this position: start at its oldest one.
        if (!(error instanceof Error) || !ITERATOR_GONE.has(error.name)) throw error;
        await open(true);
      }
      if (iterator === undefined || shardId === undefined) return { shardId: '', records: [] };
      try {
        const answer = await client.send(
          new GetRecordsCommand({ ShardIterator: iterator, Limit: Math.min(atMost, MOST_RECORDS) }),
        );
        iterator = answer.NextShardIterator;
        const read = { shardId, records: answer.Records ?? [] };
        if (iterator === undefined) finished.add(shardId);
        return read;
      } catch (error) {
        iterator = undefined;
        if (error instanceof Error && ITERATOR_GONE.has(error.name)) return { shardId, records: [] };
        throw error;
      }
    },
  };
}

/** The first shard to read: a shard comes after its parent, if the parent still exists. */
function firstUnfinished(shards: readonly Shard[], finished: ReadonlySet<string>): string | undefined {
  const open = shards.filter(({ ShardId }) => ShardId !== undefined && !finished.has(ShardId));
  const ids = new Set(open.map(({ ShardId }) => ShardId));
  return open.find(({ ParentShardId }) => ParentShardId === undefined || !ids.has(ParentShardId))?.ShardId;
}
