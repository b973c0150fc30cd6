import { DatelineError } from '../kernel/dateline-error.ts';
import type { AuditRepository, KeyRecord, KeyRepository } from '../store/store.ts';
import { type Caller, may, mustMay } from './caller.ts';
import { makeKey } from './keys.ts';

/** Where keys are kept and what is done with them is written down. */
export interface KeyDesk {
  readonly keys: KeyRepository;
  readonly audit: AuditRepository;
}

/** A wish for a key. */
export type KeyWish = Pick<KeyRecord, 'scopes' | 'collections' | 'label' | 'expiresAt' | 'requestsPerMinute'>;

/** A key without the hash of its secret, as lists and the audit have it. */
export const shownKey = ({ hash, seal, ...key }: KeyRecord): Omit<KeyRecord, 'hash' | 'seal'> => key;

/**
 * Whether a caller may see and revoke a key: those that reach no further than the caller's own collections. The one place that decides it, for
 * the API and the console.
 */
export const isWithinReach = (caller: Caller, key: KeyRecord): boolean =>
  key.collections.every((collection) => may(caller, 'admin', collection));

/**
 * A wish as the caller may have it: a key ends no later than the key that made it, and may ask no more often. What is not wished for is as the
 * caller's own.
 *
 * @throws DatelineError `auth.collection` or `key.too-far` for a wish that goes further.
 */
export function wishWithinReach(caller: Caller, wish: KeyWish): KeyWish {
  for (const collection of wish.collections) mustMay(caller, 'admin', collection);
  const { expiresAt: end, requestsPerMinute: most } = caller;
  const tooFar = (field: string, limit: string) =>
    new DatelineError('key.too-far', `${field}: the key that makes this one has ${limit}.`, { detail: { field } });
  if (end !== undefined && wish.expiresAt !== undefined && Date.parse(wish.expiresAt) > Date.parse(end)) {
    throw tooFar('expiresAt', `an end itself: ${end}`);
  }
  if (most !== undefined && wish.requestsPerMinute !== undefined && wish.requestsPerMinute > most) {
    throw tooFar('requestsPerMinute', `${most} itself`);
  }
  return {
    ...(end !== undefined && { expiresAt: end }),
    ...(most !== undefined && { requestsPerMinute: most }),
    ...wish,
  };
}

/** Makes a key and writes it into the audit. `key` is the whole key: it is in this answer and nowhere else. */
export async function issueKey(
  { keys, audit }: KeyDesk,
  wish: KeyWish,
  by: string,
  now: string,
): Promise<{ readonly key: string; readonly record: KeyRecord }> {
  const made = makeKey(wish, now);
  await keys.create(made.record);
  await audit.record({ at: now, by, act: 'key.create', subject: made.record.id, after: shownKey(made.record) });
  return made;
}

/** Revokes a key, from its next request on, and writes it into the audit; false where there is none. */
export async function withdrawKey({ keys, audit }: KeyDesk, id: string, by: string, now: string): Promise<boolean> {
  const before = await keys.find(id);
  if (!before || !(await keys.revoke(id, now))) return false;
  await audit.record({ at: now, by, act: 'key.revoke', subject: id, before: shownKey(before) });
  return true;
}
