import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyRecord, Scope } from '../store/store.ts';

/** `dl_<id>_<secret>`: the id finds the record, the secret authenticates. */
const KEY = /^dl_([a-z0-9]{16})_([A-Za-z0-9_-]{43})$/;

/**
 * Creates a key. The whole key is returned once and never stored. The record holds only the SHA-256 of its secret; with
 * 256 random bits no slow hash is needed against guessing.
 */
export function makeKey(
  properties: Pick<KeyRecord, 'scopes' | 'collections' | 'label' | 'expiresAt' | 'requestsPerMinute'>,
  now: string,
): { readonly key: string; readonly record: KeyRecord } {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return { key: `dl_${id}_${secret}`, record: { ...properties, id, hash: hashOf(secret), createdAt: now } };
}

/** Parses a key; `undefined` if it is malformed. */
export function readKey(text: string): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = KEY.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** Whether a secret matches a record that is neither revoked nor expired. Takes the same time for every wrong secret. */
export function opens(record: KeyRecord, secret: string, now: string): boolean {
  const same = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(record.hash.padEnd(43).slice(0, 43)));
  return (
    same &&
    record.revokedAt === undefined &&
    (record.expiresAt === undefined || Date.parse(record.expiresAt) > Date.parse(now))
  );
}

/** `admin` may do everything; `ingest` does not include `read`. */
export const allows = (scopes: readonly Scope[], needed: Scope): boolean =>
  scopes.includes(needed) || scopes.includes('admin');

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
