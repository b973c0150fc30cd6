import { TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { keys, part } from '../keys.ts';
import type { EventRepository, Facet } from '../store.ts';
import type { StoreContext } from '../stored.ts';
import { type Item, LAST } from '../table-access.ts';
import { pageKey } from '../tiles/tile-page.ts';
import { searchable } from './facet-catalog.ts';
import { FACET_KINDS, listOf } from './lists.ts';

/**
 * Facets whose name begins with a prefix, by how many events they have; without a prefix, the most frequent of the collection. Counts of long
 * lists are those of their tiles, seconds old at most; short lists are counted.
 */
export async function facetsOfCollection(
  context: StoreContext,
  { collection, prefix, kinds, limit }: Parameters<EventRepository['facets']>[0],
): Promise<readonly Facet[]> {
  const start = part(searchable(prefix));
  const found = await Promise.all(
    (kinds?.length ? kinds : FACET_KINDS).map(async (kind) => {
      const range =
        start === ''
          ? { pk: keys.facetRanks(collection, kind) }
          : { pk: keys.facets(collection, kind), from: start, to: `${start}${LAST}` };
      const { items } = await context.table.range({ ...range, limit });
      return counted(context, collection, kind, items);
    }),
  );
  return found
    .flat()
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}

async function counted(
  { table }: StoreContext,
  collection: string,
  kind: Facet['kind'],
  items: readonly Item[],
): Promise<readonly Facet[]> {
  const named = items.map(({ v }) => v as { readonly id: string; readonly name: string });
  const distinct = [...new Map(named.map((facet) => [facet.id, facet])).values()];
  const tops = await table.getMany(distinct.map(({ id }) => pageKey(listOf(collection, { kind, id }), TOP_PAGE)));
  const byList = new Map(tops.map((top) => [top.pk, top]));
  return Promise.all(
    distinct.map(async ({ id, name }): Promise<Facet> => {
      const list = listOf(collection, { kind, id });
      const top = byList.get(keys.tiles(list));
      // Without tiles a list is short, or new: then it is counted.
      const count =
        top?.v === undefined ? (await table.range({ pk: keys.list(list), count: true })).count : Number(top.c);
      return { kind, id, name, count };
    }),
  );
}
