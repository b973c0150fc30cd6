import type { Item } from '../dynamo/table-access.ts';
import { keys } from '../keys.ts';
import { listOf } from '../lists/facet-lists.ts';
import { pack } from '../packing.ts';
import { compactOnce } from '../segments/compact.ts';
import { readTerms } from '../segments/read-terms.ts';
import { facetTerm } from '../segments/terms.ts';
import type { StoreContext } from '../store-context.ts';
import { fillList } from './fill-list.ts';
import type { Lease } from './lease.ts';
import { readHeads } from './read-heads.ts';
import { type BuilderCache, keptLists } from './workspace.ts';

/**
 * A facet with more events than this gets a list and tiles of its own; until then its events are read one by one, which costs a page of 50 some 34
 * read units instead of 6. Each list that an event stands in costs its article write units, again and again, and with a low bound an event stands
 * in more of them the larger the archive is.
 */
export const FREQUENT = 1000;
/** Lists whose top pages and names are written in one transaction. */
const LISTS_TOGETHER = 8;

/**
 * Compacts a collection's index by one step, and creates lists for facets that have become frequent. Answers are right
 * without either; an interrupted run is repeated.
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
  const frequent = await compactOnce(context, collection, between, (context.frequent ?? FREQUENT) + 1);
  if (!frequent) return false;
  const kept = await keptLists(context, cache, collection);
  const fresh = frequent
    .map((facet) => ({ facet, list: listOf(collection, facet) }))
    .filter(({ list }) => !kept.has(list));
  for (let i = 0; i < fresh.length; i += LISTS_TOGETHER) {
    await between();
    const tops: Item[] = [];
    for (const { facet, list } of fresh.slice(i, i + LISTS_TOGETHER)) {
      await lease.renew();
      const [row] = await readTerms(context, collection, [facetTerm(facet)]);
      const heads = await readHeads(context, row?.postings ?? [], { consistent: true });
      tops.push(
        await fillList(
          context,
          list,
          heads.map(({ event }) => event),
        ),
      );
    }
    const all = new Set([
      ...(await keptLists(context, cache, collection)),
      ...fresh.slice(0, i + LISTS_TOGETHER).map(({ list }) => list),
    ]);
    // Readers use a list once it has its top page, and batches must update it from then on.
    await context.table.transact(
      [{ ...keys.keptLists(collection), v: pack([...all].sort()) }, ...tops].map((put) => ({ put })),
    );
    cache.kept.set(collection, all);
  }
  return true;
}
