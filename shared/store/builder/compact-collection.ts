import { dayNumber } from '../../time/day.ts';
import { listOf } from '../lists/facet-lists.ts';
import { compactOnce } from '../segments/compact.ts';
import type { StoreContext } from '../store-context.ts';
import { addLists, dropUnused, removeDropped } from './keep-lists.ts';
import { keptLists } from './kept-lists.ts';
import type { Lease } from './lease.ts';
import type { BuilderCache } from './workspace.ts';

/**
 * A facet with more events than this gets a list and tiles of its own even if nobody requests one: the first reader of a larger one would wait
 * for an overview of thousands of postings, and the list would be long to fill. Lists that nobody reads cost every article of the facet some
 * 0.8 write units an event.
 */
export const FREQUENT = 4000;

/**
 * Compacts a collection's index by one step, creates lists for facets that have become frequent, and drops some that nobody uses. Answers are
 * right without any of it; an interrupted run is repeated.
 *
 * @param between Called where another batch may be folded in between.
 * @returns Whether there may be more to do.
 */
export async function compactCollection(
  context: StoreContext,
  lease: Lease,
  cache: BuilderCache,
  collection: string,
  between: () => Promise<void>,
): Promise<boolean> {
  const bound = context.frequent ?? FREQUENT;
  const frequent = await compactOnce(context, collection, between, bound + 1);
  if (!frequent) return false;
  await removeDropped(context, cache, collection);
  const { lists } = await keptLists(context, cache, collection);
  const fresh = frequent.map((facet) => listOf(collection, facet)).filter((list) => !lists.has(list));
  await addLists(context, lease, cache, collection, fresh, undefined, between);
  await dropUnused(context, cache, collection, dayNumber(context.now().slice(0, 10)), bound);
  return true;
}
