import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Position of an import: every line before it was accepted, or reported as broken. */
export interface ImportPlace {
  readonly bytes: number;
  readonly lines: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly broken: number;
}

/** The place of a new import. */
export const BEGINNING: ImportPlace = { bytes: 0, lines: 0, accepted: 0, unchanged: 0, broken: 0 };

/** The place where an import stopped, kept on disk. */
export interface ProgressFile {
  /** Where the last run stopped; the beginning if there was none. */
  readonly place: ImportPlace;
  save(place: ImportPlace): void;
  /** Deletes the place when the import is complete. */
  remove(): void;
}

/** A file is identified by its first bytes, so that appending lines keeps its identity. */
const HEAD_BYTES = 65_536;

/** The place of a file's import into a service, kept in the data folder until the import is complete. */
export async function openProgress(data: string, file: string, service: string): Promise<ProgressFile> {
  const handle = await open(file);
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
  const { size } = await handle.stat();
  await handle.close();
  const folder = join(data, 'imports');
  const name = createHash('sha256')
    .update(`${resolve(file)}\n${service}`)
    .digest('hex')
    .slice(0, 16);
  const path = join(folder, `${name}.json`);
  // The length that was hashed is stored with the hash: a short file may have grown since.
  const headOf = (length: number) => createHash('sha256').update(head.subarray(0, length)).digest('hex');
  const kept = readKept(path);
  const known =
    kept !== undefined &&
    kept.headBytes <= bytesRead &&
    kept.head === headOf(kept.headBytes) &&
    kept.place.bytes <= size;
  return {
    place: known ? kept.place : BEGINNING,
    save(place) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const text = JSON.stringify({ file: resolve(file), head: headOf(bytesRead), headBytes: bytesRead, place });
      writeFileSync(`${path}.new`, text, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

function readKept(path: string): { head: string; headBytes: number; place: ImportPlace } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { head: string; headBytes: number; place: ImportPlace };
  } catch {
    return undefined;
  }
}
