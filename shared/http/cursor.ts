import { createHash } from 'node:crypto';
import type { TimelineQuery } from '../timeline/query.ts';
import { invalidRequest } from './problem.ts';
import { seal, unseal } from './sealed.ts';
import { stable } from './stable.ts';

/** The newest secret signs; all of them verify. */
export type SigningSecrets = () => Promise<readonly string[]>;

/**
 * Cursors as callers see them: the store's own, sealed together with the query, the order and the collection. They are
 * invalid for any other query, and therefore for a key of another collection.
 */
export interface Cursors {
  /** Returns the store's cursor of a sealed one. @throws DatelineError `request.bad-cursor`. */
  open(cursor: string): Promise<string>;
  /** Seals a cursor of the store; `null` stays `null`. */
  close(next: string | null): Promise<string | null>;
}

/** Creates the cursors of one list. @param walk Everything that must be the same on the next page. */
export function cursorsOf(
  walk: { readonly query: TimelineQuery | { readonly subject: string }; readonly order: string },
  secrets: SigningSecrets,
): Cursors {
  const purpose = `cursor:${createHash('sha256')
    .update(JSON.stringify(stable(walk)))
    .digest('base64url')}`;
  return {
    async open(cursor) {
      const opened = unseal(cursor, purpose, await secrets());
      if (typeof opened !== 'string') {
        throw invalidRequest(
          [{ in: 'query', field: 'cursor', message: 'must be the `next` of a page of this same query' }],
          'request.bad-cursor',
        );
      }
      return opened;
    },
    async close(next) {
      const [newest = ''] = await secrets();
      return next === null ? null : seal(next, purpose, newest);
    },
  };
}
