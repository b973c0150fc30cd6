import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';

/** Where a running service says that it runs. */
export interface Running {
  readonly pid: number;
  readonly url: string;
  /** Its engine's address; absent while it is starting. */
  readonly engine?: string;
}

/** One service's data on this machine. Only its owner may look in. */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  /** A small private file's text; `undefined` where there is none. */
  read(name: string): string | undefined;
  /** Replaces a small private file (mode 0600): after a crash it is there whole, or the old one is. */
  write(name: string, text: string): void;
  /** Puts this process down as the one that serves the folder. @throws DatelineError `data.in-use` where another does. */
  claim(running: Omit<Running, 'pid'>): void;
  release(): void;
}

/** Holds the admin key, and nothing else; mode 0600. */
export const ADMIN_KEY_FILE = 'admin.key';
const RUNNING_FILE = 'running.json';
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
  } catch (error) {
    throw unwritable(error);
  }
  return {
    path,
    database: file('dateline.db'),
    read,
    write,
    claim(running) {
      const other = runningIn(directory);
      if (other && other.pid !== process.pid) {
        throw new DatelineError(
          'data.in-use',
          `The data folder ${path} is served already, at ${other.url} (process ${other.pid}): stop that one, or choose another with --data.`,
        );
      }
      write(RUNNING_FILE, JSON.stringify({ pid: process.pid, ...running } satisfies Running));
    },
    release: () => rmSync(file(RUNNING_FILE), { force: true }),
  };
}

/** The service that runs on a data folder, if one does: what a killed process left behind does not count. */
export function runningIn(directory: string): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(join(directory, RUNNING_FILE), 'utf8')) as Running;
    return isServing(running.pid) ? running : undefined;
  } catch {
    return undefined;
  }
}

/** The secret that signs cursors and embed tokens here; made once. */
export function signingSecretOf(folder: DataFolder): string {
  const known = folder.read(SECRET_FILE)?.trim();
  if (known) return known;
  const made = randomBytes(32).toString('base64url');
  folder.write(SECRET_FILE, `${made}\n`);
  return made;
}

function isServing(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    // The number may have gone to another program since.
    return /dateline|serve/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return true; // no /proc on this platform
  }
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
