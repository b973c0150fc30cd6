import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { DatelineError } from '../shared/kernel/dateline-error.ts';
import { ensureEngineDatabase } from './engine-database.ts';

/** A DynamoDB that answers. */
export interface Engine {
  /** Base URL of the DynamoDB API, for example `http://127.0.0.1:41953`. */
  readonly endpoint: string;
  /** Ends the engine and waits until it is gone. Harmless when called twice. */
  stop(): Promise<void>;
  /** Settles when the engine ended without having been asked to; never for an engine that `DYNAMODB_ENDPOINT` names. */
  readonly died: Promise<void>;
}

/**
 * Runs the engine beside a reader of our end of a pipe: should this process be killed outright (SIGKILL), the pipe closes, the reader
 * wakes, and the engine ends too, instead of holding the database file against the next start. `setsid` (spawn's `detached`) keeps
 * Ctrl-C away from it: we stop it ourselves, after the last write.
 */
const LEASH = 'exec 3<&0; "$@" & engine=$!; { read -r _ <&3; kill "$engine" 2>/dev/null; } & wait "$engine"';

const START_TIMEOUT_MS = 15_000;
const ATTEMPTS = 5;

/**
 * Starts the DynamoDB engine on a loopback port and answers once it serves.
 *
 * `DYNAMODB_ENDPOINT`, if set, names an engine that is running already (DynamoDB Local, say): that one is used and never stopped.
 *
 * @param options.dbPath The database file, made where it is missing; without it everything is kept in memory and gone at the end.
 * @param options.port A free one unless told.
 * @throws DatelineError `engine.missing` where this platform has no engine installed, `engine.failed` where it does not start; both
 *   messages tell the way out in one sentence.
 */
export async function startEngine(options: { dbPath?: string; port?: number } = {}): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) return { endpoint: given.replace(/\/$/, ''), stop: async () => {}, died: new Promise(() => {}) };

  const binary = engineBinary();
  const { dbPath } = options;
  if (dbPath !== undefined) {
    await ensureEngineDatabase(dbPath, async (path) => (await start(binary, { dbPath: path })).stop());
  }
  return start(binary, options);
}

async function start(binary: string, options: { dbPath?: string; port?: number }): Promise<Engine> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const outcome = await launch(binary, port, options.dbPath);
    if ('engine' in outcome) return outcome.engine;
    // Somebody may take the free port between our look and the engine's bind: look again.
    const portTaken = options.port === undefined && /already in use/.test(outcome.complaint);
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
    // Not installed: said below.
  }
  throw new DatelineError(
    'engine.missing',
    `The DynamoDB engine for this platform is not installed: run "npm install --no-save ${name}", ` +
      'or set DYNAMODB_ENDPOINT to the address of a running DynamoDB Local (http://127.0.0.1:8000).',
  );
}

async function launch(binary: string, port: number, dbPath: string | undefined) {
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port), ...(dbPath ? ['--db-path', dbPath] : [])];
  const child = spawn('/bin/sh', ['-c', LEASH, 'dateline-engine', binary, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  child.stdin.on('error', () => {}); // EPIPE when the engine went first
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-2_000);
  });
  let stopping = false;
  const ended = once(child, 'exit').then(() => child.stdin.destroy());
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => {
    stopping = true;
    child.stdin.end();
    await ended;
  };

  if (await answers(endpoint, () => said.includes('listening on'), child)) {
    const died = new Promise<void>((resolve) => ended.then(() => (stopping ? undefined : resolve())));
    return { engine: { endpoint, stop, died } };
  }
  await stop();
  return { complaint: said.replace(/^error:\s*/m, '').replace(/\s+/g, ' ') };
}

/** True once the engine has said that it listens and answers; false when it ended or took too long. */
async function answers(endpoint: string, listens: () => boolean, child: { exitCode: number | null }): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    if (
      listens() &&
      (await fetch(endpoint)
        .then((answer) => answer.ok)
        .catch(() => false))
    )
      return true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return false;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new RangeError('a TCP server has a port');
  return address.port;
}
