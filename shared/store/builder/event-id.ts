import { createHash } from 'node:crypto';

const HASH_BYTES = 8;
/** Of eight bytes in base64url. */
const HASH_LENGTH = 11;

/** 64 bits of a hash: ids of buckets and of mentions, and the two halves of an event's id. */
export const hash64 = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, HASH_BYTES).toString('base64url');

/** An event's id names its bucket, so that it is found by one read. */
export const eventIdIn =
  (bucket: string) =>
  (own: string): string =>
    `${bucket}${own}`;

/** The two halves of an event's id; `undefined` for what is no such id. */
export function splitEventId(id: string): { readonly bucket: string; readonly own: string } | undefined {
  return /^[\w-]{22}$/.test(id) ? { bucket: id.slice(0, HASH_LENGTH), own: id.slice(HASH_LENGTH) } : undefined;
}

/** The event's own half of its id, within its bucket: the id of its first mention, unless an editor created it. */
export const ownPart = (id: string): string => id.slice(HASH_LENGTH);
