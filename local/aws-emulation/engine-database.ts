import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Database } from 'node-sqlite3-wasm';
import { keys } from '../../shared/store/keys.ts';

/**
 * Indexes that the engine's own schema lacks. For each record of the stream it looks up the highest sequence number, and for each read of the
 * stream the records after one: without an index both go through all records there are, and writing slows down with every write.
 * The index makes both a look-up.
 *
 * It keeps a record of every write for ever, which would be more than half of the file. The only reader on one machine needs the records of articles that
 * wait, so other records are not kept at all; and every thousand records, the oldest that are over an hour old go: the sweep at
 * start-up finds what still waits without them.
 */
const MENDED = `
  CREATE INDEX IF NOT EXISTS dateline_stream_sequence ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
  CREATE TRIGGER IF NOT EXISTS dateline_stream_filter BEFORE INSERT ON _stream_records
  WHEN json_extract(new.keys_json, '$.sk.S') IS NOT '${keys.article('').sk}'
    OR json_extract(new.new_image, '$.status.S') IS NOT 'queued'
  BEGIN
    SELECT RAISE(IGNORE);
  END;
  CREATE TRIGGER IF NOT EXISTS dateline_stream_retention AFTER INSERT ON _stream_records WHEN new.id % 1000 = 0
  BEGIN
    DELETE FROM _stream_records
    WHERE id IN (SELECT id FROM _stream_records ORDER BY id LIMIT 2000) AND created_at < new.created_at - 3600;
  END;
`;

/**
 * Makes the engine's database where it is missing, as the engine makes it, with an index that it lacks.
 *
 * Made under another name and then renamed: a process that dies on the way leaves no half-made database. One that is there is left alone; it may be
 * in use, and SQLite in WebAssembly cannot see another process's locks.
 *
 * @param makeEmpty Runs the engine on a file that is missing until it has made its tables, and ends it.
 */
export async function ensureEngineDatabase(
  dbPath: string,
  makeEmpty: (dbPath: string) => Promise<void>,
): Promise<void> {
  if (existsSync(dbPath)) return;
  const unfinished = `${dbPath}.${process.pid}.new`;
  removeDatabase(unfinished);
  try {
    await makeEmpty(unfinished);
    await mend(unfinished);
    renameSync(unfinished, dbPath);
  } finally {
    removeDatabase(unfinished);
  }
}

/**
 * Returns the errors that SQLite finds in a database that no engine has open: damaged pages, rows missing from an index. Reads the whole file.
 *
 * @returns The first fault in SQLite's words; `undefined` where the database is whole.
 */
export async function faultOf(dbPath: string): Promise<string | undefined> {
  try {
    return await withDatabase(dbPath, (database) => {
      const answer = database.get('PRAGMA integrity_check(1)') as { readonly integrity_check: string };
      return answer.integrity_check === 'ok' ? undefined : answer.integrity_check;
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const mend = (dbPath: string): Promise<void> => withDatabase(dbPath, (database) => database.exec(MENDED));

async function withDatabase<T>(dbPath: string, work: (database: Database) => T): Promise<T> {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  const database = new sqlite.Database(dbPath);
  try {
    // A write-ahead log needs memory shared between processes, unless only one may have the file.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    return work(database);
  } finally {
    database.close();
  }
}

/** Takes away a database with all that SQLite keeps beside it. */
function removeDatabase(dbPath: string): void {
  for (const beside of ['', '-wal', '-shm', '-journal']) rmSync(`${dbPath}${beside}`, { force: true });
  rmSync(`${dbPath}.lock`, { force: true, recursive: true });
}
