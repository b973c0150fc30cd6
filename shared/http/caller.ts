import { DatelineError } from '../kernel/dateline-error.ts';
import type { Scope } from '../store/store.ts';
import { allows } from './keys.ts';

/** The caller of a request. Anonymous callers have no scopes. */
export interface Caller {
  /** The key's id, `console` for a console session, or `anonymous`. */
  readonly id: string;
  readonly kind: 'anonymous' | 'key' | 'session';
  readonly scopes: readonly Scope[];
  /** `['*']` means all. */
  readonly collections: readonly string[];
  readonly requestsPerMinute?: number;
  /** Expiry of the key, ISO date-time; absent if it does not expire. */
  readonly expiresAt?: string;
}

/** The caller without a key or a session. */
export const ANONYMOUS: Caller = { id: 'anonymous', kind: 'anonymous', scopes: [], collections: [] };

/** Whether the caller holds `scope` in a collection. */
export const may = (caller: Caller, scope: Scope, collection: string): boolean =>
  allows(caller.scopes, scope) && (caller.collections.includes('*') || caller.collections.includes(collection));

/**
 * Checks that the caller holds a scope in a collection that the request names.
 *
 * @throws DatelineError `auth.collection`. An object found by id in a collection that the caller may not see must be
 * reported as not found instead.
 */
export function mustMay(caller: Caller, scope: Scope, collection: string): void {
  if (may(caller, scope, collection)) return;
  throw new DatelineError('auth.collection', `The key is not for the collection ${collection}.`, {
    detail: { field: 'collection' },
  });
}
