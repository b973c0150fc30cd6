import { DatelineError } from '../kernel/dateline-error.ts';
import type { LeaseRepository } from '../store/store.ts';
import type { Caller } from './caller.ts';

/** Requests a minute (default for keys without an own limit): a hundred a second. */
export const DEFAULT_REQUESTS_PER_MINUTE = 6_000;
const WINDOW_SECONDS = 60;
/** Requests that a process takes from the table at once, so that a read does not cost a write. */
const LEASE = 100;

/** A key's remaining requests. */
export interface Allowance {
  readonly limit: number;
  /** At least so many, counting leases of other processes as used. */
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** Counts requests against their key's allowance. */
export interface RateLimiter {
  /**
   * One request of a key; `undefined` for callers without a key, which the CDN and the API's own throttle limit.
   *
   * @throws DatelineError `rate.exceeded`, with `detail.allowance`.
   */
  take(caller: Caller): Promise<Allowance | undefined>;
}

interface Lease {
  /** Requests of this process still to give, and of the key still to lease. */
  left: number;
  unleased: number;
  renewal: Promise<void> | undefined;
}

/**
 * A limiter over fixed windows of a minute.
 *
 * Each process leases requests by the hundred from one counter of the table. Several processes together never give more than the
 * limit; they may give up to a lease each less, where one leases what another then needs.
 */
export function rateLimiter(leases: Pick<LeaseRepository, 'add'>, now: () => string): RateLimiter {
  let window = 0;
  let held = new Map<string, Lease>();

  async function renew(caller: Caller, lease: Lease, limit: number, endsAt: number): Promise<void> {
    const size = Math.min(LEASE, limit);
    const until = new Date(endsAt + WINDOW_SECONDS * 1000).toISOString();
    const counted = await leases.add(`rate#${caller.id}#${window}`, size, until).catch((error: unknown) => {
      // A table that takes no writes (a full disk, say) still has reads to give: each process counts for itself then.
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
        // Requests that arrive meanwhile wait for the same lease.
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
 * The headers that tell a caller its allowance.
 *
 * @see draft-ietf-httpapi-ratelimit-headers: `RateLimit-*` as of -06, which clients read today, and the structured pair of -08.
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
