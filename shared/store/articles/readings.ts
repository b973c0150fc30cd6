import { leaseRepository } from '../records/lease-repository.ts';
import type { StoredArticle } from '../store.ts';
import type { StoreContext } from '../store-context.ts';

/** An article that waited so long may have ended a worker, whose message is gone: the sweep's messages begin at their first delivery again. */
const MAY_HAVE_FAILED_MS = 300_000;
/** A count is kept longer than a queue keeps a message. */
const KEPT_MS = 5 * 86_400_000;

/** Counts readings of an article that were begun and not ended: those that ended their process. */
export function articleReadings(context: StoreContext) {
  const leases = leaseRepository(context);
  const keyOf = (id: string, contentHash: string): string => `reading#${id}#${contentHash}`;
  return {
    /** @returns how many were begun, with this one; 0, and nothing is written, for one that nothing says was tried before. */
    async beginReading({ id, contentHash, acceptedAt }: StoredArticle, wasTried: boolean): Promise<number> {
      const now = Date.parse(context.now());
      if (!wasTried && now - Date.parse(acceptedAt) < MAY_HAVE_FAILED_MS) return 0;
      return leases.add(keyOf(id, contentHash), 1, new Date(now + KEPT_MS).toISOString());
    },
    /** The process is still there: what it began counts no more. */
    async endReading(id: string, contentHash: string): Promise<void> {
      await leases.remove(keyOf(id, contentHash));
    },
  };
}
