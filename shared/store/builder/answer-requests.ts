import { dayNumber } from '../../time/day.ts';
import { keys } from '../keys.ts';
import { collectionOf, facetOfList } from '../lists/facet-lists.ts';
import { isWorthList, requestedLists } from '../lists/list-request.ts';
import { readTerms } from '../segments/read-terms.ts';
import { facetTerm } from '../segments/terms.ts';
import type { StoreContext } from '../store-context.ts';
import { addLists, hasRoom, noteRequest } from './keep-lists.ts';
import { keptLists } from './kept-lists.ts';
import type { Lease } from './lease.ts';
import type { BuilderCache } from './workspace.ts';

/** Requests answered in one turn: a list of some hundred events takes a quarter of a second. */
const REQUESTS_A_TURN = 8;

/**
 * Makes the lists that readers of a shard's collections have requested, or notes that they are still read. A request is removed once it is
 * answered; answering it again changes nothing.
 *
 * @param between Called where another batch may be folded in between.
 * @returns Whether there may be more.
 */
export async function answerRequests(
  context: StoreContext,
  lease: Lease,
  cache: BuilderCache,
  between: () => Promise<void>,
): Promise<boolean> {
  const { table, now } = context;
  const today = dayNumber(now().slice(0, 10));
  const requested = await requestedLists(context, lease.shard, REQUESTS_A_TURN);
  for (const list of requested) {
    await between();
    const [collection, facet] = [collectionOf(list), facetOfList(list)];
    const { lists } = await keptLists(context, cache, collection);
    if (lists.has(list)) await noteRequest(context, cache, list, today);
    else if (facet) {
      const [row] = await readTerms(context, collection, [facetTerm(facet)]);
      // Takedowns may have made it small meanwhile.
      const isWorth = isWorthList(context, row?.postings.length ?? 0);
      if (isWorth && (await hasRoom(context, cache, collection, today)))
        await addLists(context, lease, cache, collection, [list], today, between);
    }
    await table.writeMany([], [keys.listRequest(list)]);
  }
  return requested.length === REQUESTS_A_TURN;
}
