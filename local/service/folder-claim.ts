import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';

/** What a running service records about itself. */
export interface Running {
  readonly pid: number;
  readonly url: string;
  /** Its engine's endpoint; absent while starting. */
  readonly engine?: string;
  /** True once it was asked to stop: its engine is about to exit. */
  readonly isStopping?: boolean;
}

const RUNNING_FILE = 'running.json';
/** Lock file for replacing the claim of a dead process. */
const REPLACING = 'running.replacing';
/** After this time the lock itself counts as left by a dead process. */
const REPLACING_MS = 10_000;

/**
 * Claims a data folder for this process. Of several processes that try at once, one succeeds: the system refuses a hard
 * link to an existing file, and the claim of a dead process is replaced under a lock.
 *
 * @throws DatelineError `data.in-use` if another process serves the folder.
 */
export function claimFolder(path: string, running: Omit<Running, 'pid'>): void {
  const own = join(path, `${RUNNING_FILE}.${process.pid}.new`);
  writeFileSync(own, textOf(running), { mode: 0o600 });
  try {
    if (tryToLink(own, path)) return;
    const other = runningIn(path);
    if (other) throw inUse(path, other);
    replaceDead(own, path);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Updates the record of this process, which holds the claim. */
export function announce(path: string, running: Omit<Running, 'pid'>): void {
  const own = join(path, `${RUNNING_FILE}.${process.pid}.new`);
  writeFileSync(own, textOf(running), { mode: 0o600 });
  renameSync(own, join(path, RUNNING_FILE));
}

/** Releases the claim. */
export const releaseFolder = (path: string): void => rmSync(join(path, RUNNING_FILE), { force: true });

/** The service that runs on a data folder, if any; a claim left by a killed process does not count. */
export function runningIn(directory: string): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(join(directory, RUNNING_FILE), 'utf8')) as Running;
    return isServing(running.pid) ? running : undefined;
  } catch {
    return undefined;
  }
}

/** Waits, at most for the given time, for a service that is stopping; returns the service that runs on the folder then, if any. */
export async function afterStopping(directory: string, atMostMs: number): Promise<Running | undefined> {
  const until = Date.now() + atMostMs;
  let running = runningIn(directory);
  while (running?.isStopping && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    running = runningIn(directory);
  }
  return running;
}

function replaceDead(own: string, path: string): void {
  const lock = join(path, REPLACING);
  try {
    mkdirSync(lock);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    if (Date.now() - statSync(lock).mtimeMs < REPLACING_MS) throw inUse(path, undefined);
    rmdirSync(lock);
    replaceDead(own, path);
    return;
  }
  try {
    // Another process may have replaced it before this one got the lock.
    const other = runningIn(path);
    if (other) throw inUse(path, other);
    releaseFolder(path);
    if (!tryToLink(own, path)) throw inUse(path, runningIn(path));
  } finally {
    rmdirSync(lock);
  }
}

function tryToLink(own: string, path: string): boolean {
  try {
    linkSync(own, join(path, RUNNING_FILE));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

const textOf = (running: Omit<Running, 'pid'>): string =>
  JSON.stringify({ pid: process.pid, ...running } satisfies Running);

function inUse(path: string, other: Running | undefined): DatelineError {
  const where = other ? `, at ${other.url} (process ${other.pid})` : '';
  return new DatelineError(
    'data.in-use',
    `The data folder ${path} is served already${where}: stop that one, or choose another with --data.`,
  );
}

function isServing(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (pid === process.pid) return true;
  try {
    // Another program may have got the same process id since.
    return /dateline|serve/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return true; // no /proc on this platform
  }
}

const hasCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
