import { DatelineError } from '../kernel/dateline-error.ts';
import type { Scope } from '../store/store.ts';
import { allows } from './keys.ts';

/** The caller of a request. Anonymous callers have no scopes. */
export interface Caller {
  /** The key's id, `console` for a session without one, `anonymous`. */
  readonly id: string;
  readonly kind: 'anonymous' | 'key' | 'session';
  readonly scopes: readonly Scope[];
  /** `['*']` for all. */
  readonly collections: readonly string[];
  readonly requestsPerMinute?: number;
  /** When the key ends, ISO date-time; absent where it does not. */
  readonly expiresAt?: string;
}

/** The caller without a key or a session. */
export const ANONYMOUS: Caller = { id: 'anonymous', kind: 'anonymous', scopes: [], collections: [] };

/** Whether the caller may do what needs `scope` in a collection. */
export const may = (caller: Caller, scope: Scope, collection: string): boolean =>
  allows(caller.scopes, scope) && (caller.collections.includes('*') || caller.collections.includes(collection));

/**
 * Nothing if the caller may do it.
 *
 * @throws DatelineError `auth.collection`, for a collection that the request itself names. What is found by id in a collection that
 * the caller may not see must be answered as not found instead.
 */
export function mustMay(caller: Caller, scope: Scope, collection: string): void {
  if (may(caller, scope, collection)) return;
  throw new DatelineError('auth.collection', `The key is not for the collection ${collection}.`, {
    detail: { field: 'collection' },
  });
}
