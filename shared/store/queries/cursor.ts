import { DatelineError } from '../../kernel/dateline-error.ts';
import type { PageRequest, TimelineQuery } from '../../timeline/query.ts';
import { shortHash } from '../keys.ts';

/**
 * The position where a page ended: the sort key of its last entry, bound to its query. Entries are ordered by that key
 * whatever is written meanwhile, so a walk shows each unchanged event exactly once. The HTTP layer signs it.
 */
export function cursorAt(query: TimelineQuery, order: PageRequest['order'], sk: string): string {
  return Buffer.from(`${fingerprint(query, order)}${sk}`).toString('base64url');
}

/** @throws DatelineError `request.bad-cursor` for the cursor of another query, or an invalid one. */
export function positionAt(query: TimelineQuery, order: PageRequest['order'], cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  const expected = fingerprint(query, order);
  const sk = text.slice(expected.length);
  if (!text.startsWith(expected) || !/^\d{7}\|\d{7}\|[\w-]+$/.test(sk)) {
    throw new DatelineError('request.bad-cursor', 'The cursor does not belong to this query.');
  }
  return sk;
}

const fingerprint = (query: TimelineQuery, order: string): string => {
  const fields = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return shortHash(JSON.stringify([order, fields]), 10);
};
