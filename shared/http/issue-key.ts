import { DatelineError } from '../kernel/dateline-error.ts';
import type { AuditRepository, KeyRecord, KeyRepository } from '../store/store.ts';
import { type Caller, may, mustMay } from './caller.ts';
import { makeKey } from './keys.ts';

/** The repositories of keys and of the audit log. */
export interface KeyServices {
  readonly keys: KeyRepository;
  readonly audit: AuditRepository;
}

/** The requested properties of a new key. */
export type KeyRequest = Pick<KeyRecord, 'scopes' | 'collections' | 'label' | 'expiresAt' | 'requestsPerMinute'>;

/** A key without the hash of its secret, as lists and the audit log show it. */
export const shownKey = ({ hash, seal, ...key }: KeyRecord): Omit<KeyRecord, 'hash' | 'seal'> => key;

/**
 * Whether a caller may see and revoke a key: the caller administers all of the key's collections. The API and the console both use this check.
 */
export const isWithinReach = (caller: Caller, key: KeyRecord): boolean =>
  key.collections.every((collection) => may(caller, 'admin', collection));

/**
 * Limits a request to the caller's own rights: the new key expires no later than the caller's and has no higher rate. Properties that are not
 * requested default to the caller's.
 *
 * @throws DatelineError `auth.collection` or `key.too-far` for a request beyond the caller's rights.
 */
export function requestWithinReach(caller: Caller, request: KeyRequest): KeyRequest {
  for (const collection of request.collections) mustMay(caller, 'admin', collection);
  const { expiresAt: end, requestsPerMinute: most } = caller;
  const tooFar = (field: string, limit: string) =>
    new DatelineError('key.too-far', `${field}: the key that makes this one has ${limit}.`, { detail: { field } });
  if (end !== undefined && request.expiresAt !== undefined && Date.parse(request.expiresAt) > Date.parse(end)) {
    throw tooFar('expiresAt', `an end itself: ${end}`);
  }
  if (most !== undefined && request.requestsPerMinute !== undefined && request.requestsPerMinute > most) {
    throw tooFar('requestsPerMinute', `${most} itself`);
  }
  return {
    ...(end !== undefined && { expiresAt: end }),
    ...(most !== undefined && { requestsPerMinute: most }),
    ...request,
  };
}

/** Creates a key and records it in the audit log. `key` is the whole key; only its hash is stored. */
export async function issueKey(
  { keys, audit }: KeyServices,
  request: KeyRequest,
  by: string,
  now: string,
): Promise<{ readonly key: string; readonly record: KeyRecord }> {
  const made = makeKey(request, now);
  await keys.create(made.record);
  await audit.record({ at: now, by, act: 'key.create', subject: made.record.id, after: shownKey(made.record) });
  return made;
}

/** Revokes a key from its next request on, and records it in the audit log. Returns false if there is no such key. */
export async function withdrawKey({ keys, audit }: KeyServices, id: string, by: string, now: string): Promise<boolean> {
  const before = await keys.find(id);
  if (!before || !(await keys.revoke(id, now))) return false;
  await audit.record({ at: now, by, act: 'key.revoke', subject: id, before: shownKey(before) });
  return true;
}
