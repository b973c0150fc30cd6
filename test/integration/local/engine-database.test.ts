import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import sqlite from 'node-sqlite3-wasm';
import { startEngine } from '../../../local/aws-emulation/engine.ts';
import { ensureEngineDatabase } from '../../../local/aws-emulation/engine-database.ts';
import { createTableInput } from '../../../shared/store/table.ts';

const BATCH = 25;
const HOUR_SECONDS = 3_600;

let folder: string;
let dbPath: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-database-'));
  dbPath = join(folder, 'table.db');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the engine on the database, and writes so many waiting articles, each of which is a record in the stream. */
async function write(items: number, first = 0, item: object = { sk: 'article', status: 'queued' }): Promise<void> {
  const engine = await startEngine({ dbPath });
  const plain = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const client = DynamoDBDocumentClient.from(plain);
  if (first === 0) await plain.send(new CreateTableCommand(createTableInput('table')));
  for (let at = first; at < first + items; at += BATCH) {
    const puts = Array.from({ length: Math.min(BATCH, first + items - at) }, (_, n) => ({
      PutRequest: { Item: { pk: `A|${at + n}`, ...item } },
    }));
    await client.send(new BatchWriteCommand({ RequestItems: { table: puts } }));
  }
  plain.destroy();
  await engine.stop();
}

function inDatabase<T>(work: (database: sqlite.Database) => T): T {
  const database = new sqlite.Database(dbPath);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    return work(database);
  } finally {
    database.close();
  }
}

const recordsIn = () =>
  inDatabase((database) =>
    database.get('SELECT COUNT(*) AS count, MAX(id) AS last, MIN(id) AS first FROM _stream_records'),
  );

it('finds the highest sequence number and the records after one without going through them all', async () => {
  await write(1);
  const plans = inDatabase((database) =>
    [
      "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = 'table'",
      `SELECT * FROM _stream_records WHERE table_name = 'table' AND shard_id = 's' AND CAST(sequence_number AS INTEGER) > 5
       ORDER BY CAST(sequence_number AS INTEGER) ASC LIMIT 10`,
    ].map((query) => database.all(`EXPLAIN QUERY PLAN ${query}`).map((step) => String(step?.detail))),
  );
  for (const plan of plans) expect(plan).toEqual([expect.stringContaining('INDEX dateline_stream_sequence')]);
});

it('keeps records of waiting articles only: nothing else is read from the stream', async () => {
  await write(3, 0, { sk: 'article', status: 'done' });
  await write(3, 3, { sk: 'places' });
  await write(3, 6);
  expect(recordsIn()).toMatchObject({ count: 3 });
});

it('deletes stream records older than an hour, and no younger ones', async () => {
  await write(50);
  inDatabase((database) =>
    database.run('UPDATE _stream_records SET created_at = created_at - ? WHERE id <= 40', [HOUR_SECONDS + 60]),
  );
  await write(949, 50);
  expect(recordsIn()).toMatchObject({ first: 1, last: 999 });
  await write(1, 999);
  expect(recordsIn()).toEqual({ count: 960, first: 41, last: 1000 });
});

it('does not change an existing database, and leaves no files beside a new one', async () => {
  await write(3);
  await ensureEngineDatabase(dbPath, () => Promise.reject(new Error('made again')));
  expect(recordsIn()).toMatchObject({ count: 3 });
  expect(readdirSync(folder)).toEqual(['table.db']);
});

it('leaves no half-made database if the engine fails, and creates it on the next start despite the files of a dead process', async () => {
  const unfinished = `${dbPath}.${process.pid}.new`;
  writeFileSync(unfinished, 'half a database');
  writeFileSync(`${unfinished}-wal`, 'half a log');
  const failing = ensureEngineDatabase(dbPath, async () => {
    writeFileSync(unfinished, 'again half');
    throw new Error('no engine');
  });
  await expect(failing).rejects.toThrow('no engine');
  expect(existsSync(dbPath)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(unfinished, 'half a database');
  await write(2);
  expect(recordsIn()).toMatchObject({ count: 2 });
});
