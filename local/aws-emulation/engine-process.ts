import { execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../project-root.ts';

/** The address of an engine: see `EngineOptions.socket`. */
export type Place =
  | { readonly kind: 'loopback' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'isolated'; readonly socket: string };

/** A running engine process that answers requests. */
export interface EngineProcess {
  readonly endpoint: string;
  readonly died: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the engine beside a reader of a pipe from this process. If this process is killed (SIGKILL), the pipe closes and
 * the engine is stopped too, instead of locking the database file against the next start. Its files are readable by
 * their owner only.
 */
const LEASH = 'umask 077; exec 3<&0; "$@" & engine=$!; { read -r _ <&3; kill "$engine" 2>/dev/null; } & wait "$engine"';

/** The loopback interface of a new network namespace is down. */
const LOOPBACK_UP = 'ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null';
/** A user namespace (`--map-root-user`) allows an ordinary user to create a network namespace. */
const UNSHARE = ['--user', '--map-root-user', '--net', '/bin/sh', '-c'];
/** In its own namespace the engine can use any port. */
const PORT_INSIDE = 8000;

const START_TIMEOUT_MS = 15_000;
const STOP_TIMEOUT_MS = 2_500;

/** Whether this system allows running a program in its own network namespace. */
export async function canIsolate(): Promise<boolean> {
  try {
    await promisify(execFile)('unshare', [...UNSHARE, LOOPBACK_UP], { timeout: START_TIMEOUT_MS });
    return true;
  } catch {
    return false;
  }
}

/** Starts the engine and waits until it answers; on failure, `complaint` is its output. */
export async function launch(
  binary: string,
  dbPath: string | undefined,
  place: Place,
): Promise<{ readonly engine: EngineProcess } | { readonly complaint: string }> {
  const { command, args, endpoint } = await commandFor(binary, dbPath, place);
  // `detached` (setsid) shields it from Ctrl-C: the service stops it after the last write.
  const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
  child.stdin.on('error', () => {}); // EPIPE when the engine went first
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-2_000);
  });
  let stopping = false;
  const ended = once(child, 'exit').then(() => child.stdin.destroy());
  const stop = async () => {
    stopping = true;
    child.stdin.end();
    // Acknowledged writes are already on disk, so only clean-up is cut short.
    const kill = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(kill);
  };

  if (await answers(endpoint, () => said.includes('listening on'), child)) {
    const died = new Promise<void>((resolve) => ended.then(() => (stopping ? undefined : resolve())));
    return { engine: { endpoint, stop, died } };
  }
  await stop();
  return { complaint: said.replace(/^error:\s*/m, '').replace(/\s+/g, ' ') };
}

async function commandFor(binary: string, dbPath: string | undefined, place: Place) {
  const leashed = (host: string, port: number) => [
    '/bin/sh',
    '-c',
    LEASH,
    'dateline-engine',
    binary,
    ...['serve', '--host', host, '--port', String(port), ...(dbPath === undefined ? [] : ['--db-path', dbPath])],
  ];
  if (place.kind === 'isolated') {
    const bridge = [
      process.execPath,
      join(projectRoot(), 'local/aws-emulation/engine-bridge.mjs'),
      place.socket,
      String(PORT_INSIDE),
    ];
    const inside = [...bridge, ...leashed('127.0.0.1', PORT_INSIDE)];
    const args = [...UNSHARE, `${LOOPBACK_UP}; exec "$@"`, 'dateline-engine', ...inside];
    return { command: 'unshare', args, endpoint: `unix:${place.socket}` };
  }
  const host = place.kind === 'hidden' ? randomLoopback() : '127.0.0.1';
  const port = await freePort(host);
  const [command = '', ...args] = leashed(host, port);
  return { command, args, endpoint: `http://${host}:${port}` };
}

/** A random one of the sixteen million addresses of 127.0.0.0/8: a web page would need days to try all of them, each with 65,000 ports. */
const randomLoopback = (): string => `127.${randomInt(1, 255)}.${randomInt(0, 256)}.${randomInt(1, 255)}`;

/** True once the engine has reported that it listens, and answers; false if it exited or took too long. */
async function answers(endpoint: string, listens: () => boolean, child: { exitCode: number | null }): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    if (listens() && (await isAnswering(endpoint))) return true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return false;
}

function isAnswering(endpoint: string): Promise<boolean> {
  const socketPath = socketOf(endpoint);
  const { hostname, port } = new URL(socketPath === undefined ? endpoint : 'http://localhost');
  return new Promise((resolve) => {
    const options = { hostname, port, ...(socketPath !== undefined && { socketPath }), timeout: START_TIMEOUT_MS };
    const request = get(options, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.on('error', () => resolve(false));
    request.on('timeout', () => request.destroy());
  });
}

/** The socket path of an endpoint `unix:/path`; `undefined` for a network address. */
export const socketOf = (endpoint: string): string | undefined =>
  endpoint.startsWith('unix:') ? endpoint.slice('unix:'.length) : undefined;

async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new RangeError('a TCP server has a port');
  return address.port;
}
