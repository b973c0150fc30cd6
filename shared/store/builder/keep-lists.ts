import { TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import type { Change, Item } from '../dynamo/table-access.ts';
import type { ListName } from '../keys.ts';
import { collectionOf, facetOfList } from '../lists/facet-lists.ts';
import { REQUEST_AGAIN_DAYS, UNUSED_DAYS } from '../lists/list-request.ts';
import { readTerms } from '../segments/read-terms.ts';
import { facetTerm } from '../segments/terms.ts';
import type { StoreContext } from '../store-context.ts';
import { pageKey } from '../tiles/tile-page.ts';
import { clearList, fillList } from './fill-list.ts';
import { keptItem, keptLists } from './kept-lists.ts';
import type { Lease } from './lease.ts';
import { readHeads } from './read-heads.ts';
import type { BuilderCache } from './workspace.ts';

/**
 * Lists that a collection keeps on request, so that a reader who asks for one facet after the other makes an article no more expensive than this
 * many lists do.
 */
const MOST_REQUESTED = 100;
/** Lists whose top pages and names are written in one transaction. */
const LISTS_TOGETHER = 8;

/**
 * Makes lists for facets of a collection. Readers use a list once it has its top page, and batches update it from then on, so top pages and
 * names are written in one transaction. An interrupted run is repeated.
 *
 * @param day The day number of the request; `undefined` for frequent facets.
 * @param between Called where another batch may be folded in between.
 */
export async function addLists(
  context: StoreContext,
  lease: Lease,
  cache: BuilderCache,
  collection: string,
  wanted: readonly ListName[],
  day: number | undefined,
  between: () => Promise<void>,
): Promise<void> {
  for (let i = 0; i < wanted.length; i += LISTS_TOGETHER) {
    await between();
    const own = wanted.slice(i, i + LISTS_TOGETHER);
    const tops: Item[] = [];
    for (const list of own) {
      const facet = facetOfList(list);
      if (!facet) continue;
      await lease.renew();
      const [row] = await readTerms(context, collection, [facetTerm(facet)]);
      const heads = await readHeads(context, row?.postings ?? [], { consistent: true });
      await lease.renew();
      const events = heads.map(({ event }) => event);
      tops.push({ ...(await fillList(context, list, events)), ...(day === undefined ? {} : { r: day }) });
    }
    const kept = await keptLists(context, cache, collection);
    const next = {
      lists: new Map([...kept.lists, ...own.map((list) => [list, day] as const)]),
      gone: kept.gone.filter((list) => !own.includes(list)),
    };
    lease.check();
    await context.table.transact([keptItem(collection, next), ...tops].map((put) => ({ put })));
    cache.kept.set(collection, next);
  }
}

/** Notes that a list was requested on a day. */
export async function noteRequest(
  context: StoreContext,
  cache: BuilderCache,
  list: ListName,
  day: number,
): Promise<void> {
  const collection = collectionOf(list);
  const kept = await keptLists(context, cache, collection);
  const top = await context.table.get(pageKey(list, TOP_PAGE), { consistent: true });
  if (!top || kept.lists.get(list) === undefined) return;
  const next = { ...kept, lists: new Map([...kept.lists, [list, day]]) };
  await context.table.transact([{ put: keptItem(collection, next) }, { put: { ...top, r: day } }]);
  cache.kept.set(collection, next);
}

/**
 * Drops lists: from now on readers answer from the index, and batches leave the lists alone. Rows and tiles stay for readers that are on their
 * way; `removeDropped` removes them.
 */
async function dropLists(
  context: StoreContext,
  cache: BuilderCache,
  collection: string,
  unused: readonly ListName[],
): Promise<void> {
  const kept = await keptLists(context, cache, collection);
  const lists = new Map(kept.lists);
  for (const list of unused) lists.delete(list);
  const next = { lists, gone: [...kept.gone, ...unused] };
  const tops = unused.map((list): Change => ({ remove: pageKey(list, TOP_PAGE) }));
  await context.table.transact([{ put: keptItem(collection, next) }, ...tops]);
  cache.kept.set(collection, next);
}

/** Drops some of the lists that nobody has requested for long. A facet that has become frequent keeps its list for good. */
export async function dropUnused(
  context: StoreContext,
  cache: BuilderCache,
  collection: string,
  today: number,
  frequent: number,
): Promise<void> {
  const kept = await keptLists(context, cache, collection);
  const old = [...kept.lists].flatMap(([list, day]) => (day !== undefined && today - day > UNUSED_DAYS ? [list] : []));
  if (old.length === 0) return;
  const some = old.sort().slice(0, LISTS_TOGETHER);
  const tops = await context.table.getMany(
    some.map((list) => pageKey(list, TOP_PAGE)),
    { consistent: true },
  );
  const counts = new Map(tops.map(({ pk, c }) => [pk, Number(c)]));
  const isFrequent = (list: ListName) => (counts.get(pageKey(list, TOP_PAGE).pk) ?? 0) > frequent;
  cache.kept.set(collection, {
    ...kept,
    lists: new Map(
      [...kept.lists].map(([list, day]) => [list, some.includes(list) && isFrequent(list) ? undefined : day]),
    ),
  });
  await dropLists(
    context,
    cache,
    collection,
    some.filter((list) => !isFrequent(list)),
  );
}

/** Removes rows and tiles of the lists that were dropped before. */
export async function removeDropped(context: StoreContext, cache: BuilderCache, collection: string): Promise<void> {
  const kept = await keptLists(context, cache, collection);
  if (kept.gone.length === 0) return;
  for (const list of kept.gone) await clearList(context, list);
  const next = { ...kept, gone: [] };
  await context.table.put(keptItem(collection, next));
  cache.kept.set(collection, next);
}

/** Makes room for a list that is requested; false if all that are kept on request are in use. */
export async function hasRoom(
  context: StoreContext,
  cache: BuilderCache,
  collection: string,
  today: number,
): Promise<boolean> {
  const { lists } = await keptLists(context, cache, collection);
  const requested = [...lists].flatMap(([list, day]) => (day === undefined ? [] : [{ list, day }]));
  if (requested.length < MOST_REQUESTED) return true;
  const [oldest] = requested.sort((a, b) => a.day - b.day);
  // A list that is read would have been requested anew.
  if (!oldest || today - oldest.day <= REQUEST_AGAIN_DAYS) return false;
  await dropLists(context, cache, collection, [oldest.list]);
  return true;
}
