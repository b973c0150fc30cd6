import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { ensureEngineDatabase } from './engine-database.ts';
import { canIsolate, launch, type Place } from './engine-process.ts';

/** A running DynamoDB-compatible engine. */
export interface Engine {
  /** Its address: `http://127.0.0.1:41953`, or `unix:/path/of/the/socket`. */
  readonly endpoint: string;
  /** Who can connect: users who may open the socket file, every user of this machine, or users admitted by the owner of `DYNAMODB_ENDPOINT`. */
  readonly access: 'isolated' | 'reachable' | 'given';
  /** Stops the engine and waits until it has exited. Further calls have no effect. */
  stop(): Promise<void>;
  /** Resolves if the engine exits without being stopped; never for an engine that `DYNAMODB_ENDPOINT` names. */
  readonly died: Promise<void>;
}

/** Where the engine keeps its data, and how clients connect to it. */
export interface EngineOptions {
  /** The database file, created if missing. Without it data is kept in memory only. */
  readonly dbPath?: string;
  /**
   * Path of a Unix socket. The engine has no password, so this is the only way to keep other users of the machine and
   * web pages out: it runs in its own network namespace and is reachable only through the socket. If the system does
   * not allow namespaces, it listens on a random address of 127.0.0.0/8 instead, which a web page cannot guess. Without
   * this option it listens on 127.0.0.1.
   */
  readonly socket?: string;
}

const ATTEMPTS = 5;

/**
 * Starts the DynamoDB engine and resolves once it answers.
 *
 * `DYNAMODB_ENDPOINT`, if set, names a running engine (such as DynamoDB Local), which is used and never stopped.
 *
 * @throws DatelineError `engine.missing` if no engine is installed for this platform, `engine.failed` if it does not
 * start; both messages say what to do.
 */
export async function startEngine({ dbPath, socket }: EngineOptions = {}): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    const never = new Promise<void>(() => {});
    return { endpoint: given.replace(/\/$/, ''), access: 'given', stop: async () => {}, died: never };
  }
  const binary = engineBinary();
  const place = await placeFor(socket);
  if (dbPath !== undefined) {
    await ensureEngineDatabase(dbPath, async (path) => (await start(binary, path, place)).stop());
  }
  return start(binary, dbPath, place);
}

async function placeFor(socket: string | undefined): Promise<Place> {
  if (socket === undefined) return { kind: 'loopback' };
  return (await canIsolate()) ? { kind: 'isolated', socket } : { kind: 'hidden' };
}

async function start(binary: string, dbPath: string | undefined, place: Place): Promise<Engine> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await launch(binary, dbPath, place);
    if ('engine' in outcome) {
      const { engine } = outcome;
      if (place.kind !== 'isolated') return { ...engine, access: 'reachable' };
      const stop = () => engine.stop().finally(() => rmSync(place.socket, { force: true }));
      return { ...engine, access: 'isolated', stop };
    }
    // Another program may take the free port before the engine binds it, so try again with another.
    const portTaken = place.kind !== 'isolated' && /already in use/.test(outcome.complaint);
    if (!portTaken || attempt === ATTEMPTS) {
      throw new DatelineError(
        'engine.failed',
        `The DynamoDB engine did not start: ${outcome.complaint.trim() || 'it gave no reason'}.`,
      );
    }
  }
}

function engineBinary(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const binary = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dynoxide');
    if (existsSync(binary)) return binary;
  } catch {
    // Not installed: reported below.
  }
  throw new DatelineError(
    'engine.missing',
    `The embedded DynamoDB engine (${name}) is not installed: run DynamoDB Local ("docker run -p 8000:8000 amazon/dynamodb-local") ` +
      'and set DYNAMODB_ENDPOINT=http://127.0.0.1:8000, or install that package if it exists for your platform.',
  );
}
