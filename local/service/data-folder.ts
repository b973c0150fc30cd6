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

/** One service's data on this machine. Only its owner may look in. */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  /** A small private file's text; `undefined` where there is none. */
  read(name: string): string | undefined;
  /** Replaces a small private file (mode 0600): after a crash it is there whole, or the old one is. */
  write(name: string, text: string): void;
  /** A path for the engine's socket: in the folder, or in a private one of the system's where its path is too long for a socket. */
  socket(): string;
}

/** Holds the admin key, and nothing else; mode 0600. */
export const ADMIN_KEY_FILE = 'admin.key';
/** Size of the path in `sockaddr_un` on every supported system, without its closing zero. */
const LONGEST_SOCKET_PATH = 103;
/** The engine's files: earlier releases made them readable for everybody. */
const DATABASE_FILES = ['dateline.db', 'dateline.db-wal', 'dateline.db-shm'];
/** With these bytes, and not without them, a file is a SQLite database (https://sqlite.org/fileformat.html §1.3). */
const SQLITE_MAGIC = 'SQLite format 3\0';
const SECRET_FILE = 'signing.secret';

/** Opens a data folder, making it where it is missing. @throws DatelineError `data.unwritable`. */
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
 * Refuses an empty or foreign file: the engine would make a new, empty store of it without a word.
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

/** The secret that signs cursors and embed tokens here; made once. */
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
