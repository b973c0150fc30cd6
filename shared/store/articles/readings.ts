import { leaseRepository } from '../records/lease-repository.ts';
import type { StoredArticle } from '../store.ts';
import type { StoreContext } from '../store-context.ts';

/** An article that has waited this long may have killed a worker whose message is lost: messages of the sweep start at delivery 1 again. */
const MAY_HAVE_FAILED_MS = 300_000;
/** A count is kept longer than a queue keeps a message. */
const KEPT_MS = 5 * 86_400_000;

/** Counts attempts at an article that were begun and not ended: those that killed their process. */
export function articleReadings(context: StoreContext) {
  const leases = leaseRepository(context);
  const keyOf = (id: string, contentHash: string): string => `reading#${id}#${contentHash}`;
  return {
    /** @returns the number of such attempts, including this one; 0, without a write, if there is no sign of an earlier attempt. */
    async beginReading({ id, contentHash, acceptedAt }: StoredArticle, wasTried: boolean): Promise<number> {
      const now = Date.parse(context.now());
      if (!wasTried && now - Date.parse(acceptedAt) < MAY_HAVE_FAILED_MS) return 0;
      return leases.add(keyOf(id, contentHash), 1, new Date(now + KEPT_MS).toISOString());
    },
    /** The process has survived the attempt, so it no longer counts. */
    async endReading(id: string, contentHash: string): Promise<void> {
      await leases.remove(keyOf(id, contentHash));
    },
  };
}
