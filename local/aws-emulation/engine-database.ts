import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Database } from 'node-sqlite3-wasm';
import { keys } from '../../shared/store/keys.ts';

/**
 * Changes to the engine's schema. For each stream record the engine looks up the highest sequence number, and for each
 * read of the stream the records after one. Without an index both scan all records, so writes become slower with every
 * write; the index makes both a look-up.
 *
 * The engine keeps a record of every write forever, which would be more than half of the file. The only reader on this
 * machine needs records of queued articles, so triggers drop all other records and, every thousand records, those older
 * than an hour: the sweep at start-up finds queued articles without them.
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
 * Creates the engine's database if it is missing, with the additional index.
 *
 * It is created under a temporary name and then renamed, so that an interrupted start leaves no half-made database. An
 * existing database is not changed: it may be in use, and SQLite in WebAssembly cannot see the locks of other
 * processes.
 *
 * @param makeEmpty Runs the engine on a missing file until it has created its tables, and stops it.
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
 * Checks a database that no engine has open for damaged pages and rows missing from an index. Reads the whole file.
 *
 * @returns The first fault in SQLite's words; `undefined` if the database is intact.
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
    // A write-ahead log needs memory shared between processes, unless one process locks the file exclusively.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    return work(database);
  } finally {
    database.close();
  }
}

/** Deletes a database with the files that SQLite keeps beside it. */
function removeDatabase(dbPath: string): void {
  for (const beside of ['', '-wal', '-shm', '-journal']) rmSync(`${dbPath}${beside}`, { force: true });
  rmSync(`${dbPath}.lock`, { force: true, recursive: true });
}
