import type { AuditRepository, KeyRecord, KeyRepository } from '../store/store.ts';
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
