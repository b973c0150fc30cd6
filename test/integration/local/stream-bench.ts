import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Engine, startEngine } from '../../../local/aws-emulation/engine.ts';
import type { StreamPositions } from '../../../local/aws-emulation/reader-positions.ts';
import { type LocalTable, openTable, TABLE_NAME } from '../../../local/aws-emulation/table.ts';

/** The table of a new engine for each test, and its stream. */
export function streamBench() {
  let engine: Engine;
  let table: LocalTable;
  beforeEach(async () => {
    engine = await startEngine();
    table = await openTable(engine.endpoint);
  });
  afterEach(async () => {
    table.close();
    await engine.stop();
  });
  return {
    put: (item: { readonly pk: string; readonly sk: string } & Readonly<Record<string, unknown>>) =>
      table.client.send(new PutCommand({ TableName: TABLE_NAME, Item: item })),

    /** Options common to all readers of the stream. */
    source: () => ({ client: table.streams, streamArn: table.streamArn, name: 'test' }),
  };
}

/** Places in the stream, kept while a test lasts. */
export function positions(): StreamPositions {
  const places = new Map<string, string>();
  return {
    get: (reader, shard) => places.get(`${reader}${shard}`),
    set: (reader, shard, sequence) => void places.set(`${reader}${shard}`, sequence),
  };
}
