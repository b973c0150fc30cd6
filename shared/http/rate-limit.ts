import { DatelineError } from '../kernel/dateline-error.ts';
import type { LeaseRepository } from '../store/store.ts';
import type { Caller } from './caller.ts';

/** Default limit of a key in requests a minute: a hundred a second. */
export const DEFAULT_REQUESTS_PER_MINUTE = 6_000;
const WINDOW_SECONDS = 60;
/** Requests that a process reserves in the table at once, so that not every read costs a write. */
const LEASE = 100;

/** The rest of a key's limit. */
export interface Allowance {
  readonly limit: number;
  /** Lower bound: reservations of other processes count as used. */
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** Counts requests against the limit of their key. */
export interface RateLimiter {
  /**
   * Counts one request. `undefined` for callers without a key, whom the CDN and API Gateway limit.
   *
   * @throws DatelineError `rate.exceeded`, with `detail.allowance`.
   */
  take(caller: Caller): Promise<Allowance | undefined>;
}

interface Lease {
  /** Requests left in this process's reservation, and in the key's window. */
  left: number;
  unleased: number;
  renewal: Promise<void> | undefined;
}

/**
 * A rate limiter over fixed windows of a minute.
 *
 * Each process reserves requests by the hundred from one counter in the table. Together, processes never exceed the
 * limit; each may stay up to one reservation below it, if one process reserves requests that another needs.
 */
export function rateLimiter(leases: Pick<LeaseRepository, 'add'>, now: () => string): RateLimiter {
  let window = 0;
  let held = new Map<string, Lease>();

  async function renew(caller: Caller, lease: Lease, limit: number, endsAt: number): Promise<void> {
    const size = Math.min(LEASE, limit);
    const until = new Date(endsAt + WINDOW_SECONDS * 1000).toISOString();
    const counted = await leases.add(`rate#${caller.id}#${window}`, size, until).catch((error: unknown) => {
      // If the table accepts no writes (a full disk, for example), reads still work: each process then counts for
      // itself.
      if (error instanceof DatelineError && error.code.startsWith('store.')) return limit - lease.unleased + size;
      throw error;
    });
    lease.left += Math.max(0, size - Math.max(0, counted - limit));
    lease.unleased = Math.max(0, limit - counted);
  }

  return {
    async take(caller) {
      if (caller.kind !== 'key') return undefined;
      const limit = caller.requestsPerMinute ?? DEFAULT_REQUESTS_PER_MINUTE;
      const at = Date.parse(now());
      const current = Math.floor(at / (WINDOW_SECONDS * 1000));
      if (current !== window) [window, held] = [current, new Map()];
      const endsAt = (current + 1) * WINDOW_SECONDS * 1000;
      const lease = held.get(caller.id) ?? { left: 0, unleased: limit, renewal: undefined };
      held.set(caller.id, lease);
      while (lease.left === 0 && lease.unleased > 0) {
        // Concurrent requests wait for the same reservation.
        lease.renewal ??= renew(caller, lease, limit, endsAt).finally(() => {
          lease.renewal = undefined;
        });
        await lease.renewal;
      }
      const allowed = lease.left > 0;
      if (allowed) lease.left -= 1;
      const allowance = {
        limit,
        remaining: lease.left + lease.unleased,
        resetSeconds: Math.max(1, Math.ceil((endsAt - at) / 1000)),
      };
      if (allowed) return allowance;
      throw new DatelineError('rate.exceeded', `The key may ask ${limit} times a minute.`, { detail: { allowance } });
    },
  };
}

/**
 * The rate limit headers of a response.
 *
 * @see draft-ietf-httpapi-ratelimit-headers: `RateLimit-*` as of -06, which clients read today, and the structured pair
 * of -08.
 */
export function allowanceHeaders({ limit, remaining, resetSeconds }: Allowance): Readonly<Record<string, string>> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
    'ratelimit-policy': `"minute";q=${limit};w=${WINDOW_SECONDS}`,
    ratelimit: `"minute";r=${remaining};t=${resetSeconds}`,
  };
}
