import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';

/** The data of one service on this machine, readable by its owner only. */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  /** The text of a small private file; `undefined` if there is none. */
  read(name: string): string | undefined;
  /** Replaces a small private file (mode 0600) atomically: after a crash it contains either the old or the new text. */
  write(name: string, text: string): void;
  /** A path for the engine's socket: in the data folder, or in a private temporary folder if that path is too long for a socket. */
  socket(): string;
}

/** The file that contains the admin key only; mode 0600. */
export const ADMIN_KEY_FILE = 'admin.key';
/** Longest path in `sockaddr_un` on every supported system, without its terminating zero. */
const LONGEST_SOCKET_PATH = 103;
/** The engine's files, which earlier releases made readable for everybody. */
const DATABASE_FILES = ['dateline.db', 'dateline.db-wal', 'dateline.db-shm'];
/** The first bytes of every SQLite database (https://sqlite.org/fileformat.html §1.3). */
const SQLITE_MAGIC = 'SQLite format 3\0';
const SECRET_FILE = 'signing.secret';

/** Opens a data folder and creates it if it is missing. @throws DatelineError `data.unwritable`. */
export function openDataFolder(directory: string): DataFolder {
  const path = resolve(directory);
  const unwritable = (error: unknown) =>
    new DatelineError(
      'data.unwritable',
      `The data folder ${path} cannot be written (${reason(error)}): choose another with --data.`,
      { cause: error },
    );
  const file = (name: string) => join(path, name);

  const read = (name: string): string | undefined => {
    try {
      return readFileSync(file(name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw unwritable(error);
    }
  };
  const write = (name: string, text: string): void => {
    try {
      const unfinished = `${file(name)}.${process.pid}.new`;
      const descriptor = openSync(unfinished, 'w', 0o600);
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
      closeSync(descriptor);
      renameSync(unfinished, file(name));
    } catch (error) {
      throw unwritable(error);
    }
  };

  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    for (const name of DATABASE_FILES) if (existsSync(file(name))) chmodSync(file(name), 0o600);
  } catch (error) {
    throw unwritable(error);
  }
  return {
    path,
    database: file('dateline.db'),
    read,
    write,
    socket() {
      const inside = file('engine.sock');
      if (Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH) return inside;
      return join(mkdtempSync(join(tmpdir(), 'dateline-')), 'engine.sock');
    },
  };
}

/**
 * Rejects an empty file or one of another format, which the engine would silently replace by a new, empty store.
 *
 * @throws DatelineError `data.damaged`.
 */
export function mustBeDatabase({ database }: DataFolder): void {
  if (!existsSync(database)) return;
  const beginning = Buffer.alloc(SQLITE_MAGIC.length);
  const descriptor = openSync(database, 'r');
  const length = readSync(descriptor, beginning, 0, beginning.length, 0);
  closeSync(descriptor);
  if (length === beginning.length && beginning.toString('latin1') === SQLITE_MAGIC) return;
  throw new DatelineError(
    'data.damaged',
    `${database} is ${length === 0 ? 'empty' : 'no database'}: put a copy of it back, or remove it to begin with an empty store.`,
  );
}

/** The secret that signs cursors and embed tokens on this machine; created once. */
export function signingSecretOf(folder: DataFolder): string {
  const known = folder.read(SECRET_FILE)?.trim();
  if (known) return known;
  const made = randomBytes(32).toString('base64url');
  folder.write(SECRET_FILE, `${made}\n`);
  return made;
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, string>> = {
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'part of the path is a file',
    EEXIST: 'it is a file',
  };
  return (code && known[code]) ?? message;
}
