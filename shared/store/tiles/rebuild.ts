import { DatelineError } from '../../kernel/dateline-error.ts';
import { blockOfPage, type PageAddress, pagesOver, TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { tileOf, tileOver } from '../../timeline/pyramid/tile.ts';
import { blockOf, zoomUnder } from '../../timeline/zoom.ts';
import { fromPayload, type IndexedEvent, type Payload } from '../events/event-payload.ts';
import { inParallel } from '../in-parallel.ts';
import { dayKey, type Key, keys, type ListName, positionOf, unpart } from '../keys.ts';
import { unpack } from '../packing.ts';
import type { StoreContext } from '../stored.ts';
import { type Item, LAST } from '../table-access.ts';
import { rankFacet } from './facet-ranks.ts';
import { type ListTile, packTiles, pageKey, pageSortKey, pageStart, rankedEvent, unpackTiles } from './tile-page.ts';
import type { Touched } from './touched.ts';

/** Lists up to this length have no tiles: reading them whole costs less than keeping a pyramid, and most facets are rare. */
export const SMALL_LIST = 48;
const ATTEMPTS = 10;
/** A batch may touch hundreds of lists, and a list hundreds of days; pages of one level don't need each other. */
const LISTS_AT_ONCE = 6;
const PAGES_AT_ONCE = 6;

/**
 * Makes the tiles over these days what the lists say, from the days up to the top.
 *
 * Each page is made anew from what lies under it and written only from the version that was read before: whatever the order of two rebuilds, the
 * later reader has the last word. Doubled and late requests change nothing.
 */
export async function rebuildTiles(context: StoreContext, touched: Touched): Promise<void> {
  const lists = [...touched.keys()];
  const tops = await pagesByKey(
    context,
    lists.map((list) => pageKey(list, TOP_PAGE)),
  );
  await inParallel(touched, LISTS_AT_ONCE, ([list, days]) =>
    rebuildList(context, list, days, tops.get(nameOf(pageKey(list, TOP_PAGE)))),
  );
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

async function pagesByKey({ table }: StoreContext, wanted: readonly Key[]): Promise<ReadonlyMap<string, Item>> {
  const items = await table.getMany(wanted, { consistent: true });
  return new Map(items.map((item) => [nameOf(item), item]));
}

async function rebuildList(
  context: StoreContext,
  list: ListName,
  days: ReadonlySet<number>,
  top: Item | undefined,
): Promise<void> {
  const { table } = context;
  let changed = days;
  if (top?.v === undefined) {
    const { items, count } = await table.range({ pk: keys.list(list), limit: SMALL_LIST + 1, consistent: true });
    if (count <= SMALL_LIST) {
      // Whoever got in between has counted the same list.
      await rankFacet(context, list, top, count, items[0]);
      return;
    }
    changed = await daysOf(context, list);
  }
  const levels = pagesOver(changed);
  // All versions at once, before anything under them is read.
  const before = await pagesByKey(
    context,
    levels.flat().map((page) => pageKey(list, page)),
  );
  for (const level of levels) {
    await inParallel(level, PAGES_AT_ONCE, (page) =>
      rebuildPage(context, list, page, before.get(nameOf(pageKey(list, page)))),
    );
  }
}

async function daysOf({ table }: StoreContext, list: ListName): Promise<ReadonlySet<number>> {
  const days = new Set<number>();
  for await (const { sk } of table.rangeAll({ pk: keys.list(list), consistent: true })) days.add(positionOf(sk).start);
  return days;
}

/** @param known The page as it was read before what lies under it. */
async function rebuildPage(
  context: StoreContext,
  list: ListName,
  page: PageAddress,
  known: Item | undefined,
): Promise<void> {
  const { table } = context;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = attempt === 0 ? known : await table.get(pageKey(list, page), { consistent: true });
    const tiles = await tilesUnder(context, list, page);
    const v = packTiles(tiles);
    if (before?.v !== undefined && Buffer.compare(before.v as Uint8Array, v) === 0) {
      if (page.zoom !== 'millennium') return;
    }
    const version = Number(before?.n ?? 0);
    const total = page.zoom === 'millennium' ? totalOf(tiles) : undefined;
    if (total !== undefined) {
      // The top page also says where the facet stands among the others.
      const first = tiles[0] && (await table.range({ pk: keys.list(list), limit: 1 })).items[0];
      if (await rankFacet(context, list, before, total, first, v)) return;
      continue;
    }
    const { stored } = await table.put(
      { ...pageKey(list, page), n: version + 1, v },
      before ? { expression: 'n = :n', values: { ':n': before.n } } : { expression: 'attribute_not_exists(pk)' },
    );
    if (stored) return;
  }
  throw new DatelineError('store.busy', 'Too many rebuilds of the same tiles just now.');
}

const totalOf = (tiles: readonly ListTile[]): number =>
  tiles.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0);

/** The tiles of a page, made from what lies under them: events for days, finer pages for all others. */
export async function tilesUnder(
  context: StoreContext,
  list: ListName,
  page: PageAddress,
): Promise<readonly ListTile[]> {
  const block = blockOfPage(page);
  const finer = zoomUnder(page.zoom);
  if (finer === undefined) return block ? dayTiles(context, list, block.start, block.end) : [];
  const tiles: ListTile[] = [];
  const collection = collectionOf(list);
  const range = block
    ? { from: pageSortKey(finer, block.start), to: pageSortKey(finer, block.end) }
    : { from: '1|', to: `1|${LAST}` };
  for await (const item of context.table.rangeAll({ pk: keys.tiles(list), ...range, consistent: true })) {
    const tile = tileOver(blockOf(pageStart(item.sk), page.zoom), unpackTiles(item.v, finer, collection));
    if (tile) tiles.push(tile);
  }
  return tiles;
}

async function dayTiles({ table }: StoreContext, list: ListName, start: number, end: number): Promise<ListTile[]> {
  const byDay = new Map<number, IndexedEvent[]>();
  const range = { from: dayKey(start), to: `${dayKey(end)}|${LAST}` };
  for await (const { sk, v } of table.rangeAll({ pk: keys.list(list), ...range, consistent: true })) {
    const position = positionOf(sk);
    const event = fromPayload(position.id, collectionOf(list), unpack(v) as Payload);
    byDay.set(position.start, [...(byDay.get(position.start) ?? []), event]);
  }
  return [...byDay].flatMap(([day, events]) => {
    const tile = tileOf(
      { start: day, end: day },
      events.map((event) => ({ ...rankedEvent(event), start: day })),
    );
    return tile ? [tile] : [];
  });
}

/** The collection that a list belongs to. */
export const collectionOf = (list: ListName): string => unpart(list.split('|')[0] ?? '');
