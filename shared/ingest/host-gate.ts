import { DatelineError } from '../kernel/dateline-error.ts';
import type { SafeFetch } from './safe-fetch.ts';

/** Expiring records shared by all workers. */
export interface SharedLeases {
  putIfAbsent(key: string, value: unknown, expiresAt: string): Promise<{ put: boolean; value: unknown }>;
  put(key: string, value: unknown, expiresAt: string): Promise<void>;
}

/** Serialises and spaces requests per host, over all workers. Create one for each run and `close` it at the end. */
export interface HostGate {
  /** Reserves a host for this worker until `close`. False if another worker holds it: try again later. */
  take(host: string): Promise<boolean>;
  /**
   * Runs a task while no other worker uses the host, and not before the delay after this worker's last request to it.
   *
   * @param delaySeconds The Crawl-delay of the host's robots.txt, if any.
   * @returns `undefined` if another worker holds the host: try again later.
   */
  withHost<T>(host: string, task: () => Promise<T>, delaySeconds?: number): Promise<{ readonly value: T } | undefined>;
  /** Releases all hosts; the next worker may begin after the delay. */
  close(): Promise<void>;
}

/** A worker's id, its clock, and the shared records of who holds which host. */
export interface HostGateOptions {
  readonly leases: SharedLeases;
  readonly now: () => string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Unique id of this worker. */
  readonly holder: string;
  /** Pause between two requests to one host. Default: one second. */
  readonly delaySeconds?: number;
  /** The hosts of a crashed worker are released after this time. Default: six minutes, longer than any worker lives. */
  readonly holdSeconds?: number;
}

const DELAY_SECONDS = 1;
const HOLD_SECONDS = 360;
/** A longer Crawl-delay would let one site occupy a worker for its whole run. */
const LONGEST_DELAY_SECONDS = 10;

/**
 * A fetch that uses the gate of the host it starts with.
 *
 * @returns A `SafeFetch` that throws `fetch.busy` if another worker holds the host.
 */
export function politely(fetch: SafeFetch, gate: HostGate): SafeFetch {
  return async (url, headers) => {
    const { host } = new URL(url);
    const turn = await gate.withHost(host, () => fetch(url, headers));
    if (turn === undefined)
      throw new DatelineError('fetch.busy', `${host} is being asked for something else just now.`);
    return turn.value;
  };
}

/** Allows one request to a host at a time, over all workers, with pauses between them. */
export function createHostGate(options: HostGateOptions): HostGate {
  const { leases, now, sleep, holder, delaySeconds: usualDelay = DELAY_SECONDS, holdSeconds = HOLD_SECONDS } = options;
  const held = new Map<string, { lastMs: number; delayMs: number }>();
  const longAgo = { lastMs: Number.NEGATIVE_INFINITY, delayMs: usualDelay * 1000 };
  const later = (seconds: number) => new Date(Date.parse(now()) + seconds * 1000).toISOString();

  /** The last task of each host: the next one waits for it, so that this worker also sends one request at a time. */
  const last = new Map<string, Promise<unknown>>();

  async function take(host: string): Promise<boolean> {
    if (held.has(host)) return true;
    const { put, value } = await leases.putIfAbsent(`host:${host}`, holder, later(holdSeconds));
    if (put || value === holder) held.set(host, longAgo);
    return held.has(host);
  }

  async function inTurn<T>(
    host: string,
    task: () => Promise<T>,
    delaySeconds: number,
  ): Promise<{ value: T } | undefined> {
    if (!(await take(host))) return undefined;
    const delayMs = Math.min(Math.max(delaySeconds, usualDelay), LONGEST_DELAY_SECONDS) * 1000;
    const wait = (held.get(host) ?? longAgo).lastMs + delayMs - Date.parse(now());
    if (wait > 0) await sleep(wait);
    try {
      return { value: await task() };
    } finally {
      held.set(host, { lastMs: Date.parse(now()), delayMs });
    }
  }

  return {
    take,
    withHost(host, task, delaySeconds = usualDelay) {
      const turn = (last.get(host) ?? Promise.resolve()).then(() => inTurn(host, task, delaySeconds));
      last.set(
        host,
        turn.catch(() => {}),
      );
      return turn;
    },
    async close() {
      for (const [host, { delayMs }] of held) await leases.put(`host:${host}`, 'resting', later(delayMs / 1000));
      held.clear();
    },
  };
}
