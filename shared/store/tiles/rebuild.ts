import { DatelineError } from '../../kernel/dateline-error.ts';
import { blockOfPage, type PageAddress, pageOf, pagesOver, TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { tileOf, tileOver } from '../../timeline/pyramid/tile.ts';
import { type Block, blockOf, type Zoom, zoomUnder } from '../../timeline/zoom.ts';
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
 * Of each page, the tiles that may have changed are made anew from what lies under them, and it is written only from the version that was read
 * before: whatever the order of two rebuilds, the later reader has the last word. Doubled and late requests change nothing.
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
  let changed = days;
  if (top?.v === undefined) {
    const { count } = await context.table.range({
      pk: keys.list(list),
      limit: SMALL_LIST + 1,
      consistent: true,
      count: true,
    });
    if (count <= SMALL_LIST) {
      // Whoever got in between has counted the same list.
      await rankFacet(context, list, top, count);
      return;
    }
    // What was touched may be gone from the list, but not from the pages of one who died over making them.
    changed = new Set([...days, ...(await daysOf(context, list))]);
  }
  const levels = pagesOver(changed);
  // All versions at once, before anything under them is read.
  const before = await pagesByKey(
    context,
    levels.flat().map((page) => pageKey(list, page)),
  );
  let below: Made = new Map();
  let blocks: Iterable<number> = changed;
  for (const level of levels) {
    const zoom = level[0]?.zoom ?? TOP_PAGE.zoom;
    const changedIn = new Map<number, number[]>(level.map(({ start }) => [start, []]));
    for (const block of blocks) changedIn.get(pageOf(block, zoom).start)?.push(block);
    const made = new Map<number, readonly ListTile[]>();
    await inParallel(level, PAGES_AT_ONCE, async (page) => {
      const own = changedIn.get(page.start) ?? [];
      const under = new Map(own.flatMap((start) => (below.has(start) ? [[start, below.get(start) ?? []]] : [])));
      const known = before.get(nameOf(pageKey(list, page)));
      made.set(page.start, await rebuildPage(context, { list, page, changed: own, below: under }, known));
    });
    below = made;
    blocks = made.keys();
  }
}

async function daysOf({ table }: StoreContext, list: ListName): Promise<ReadonlySet<number>> {
  const days = new Set<number>();
  for await (const { sk } of table.rangeAll({ pk: keys.list(list), consistent: true })) days.add(positionOf(sk).start);
  return days;
}

/** Pages that were made, by the first day of the block that their tiles make up. */
type Made = ReadonlyMap<number, readonly ListTile[]>;

/** A page to make anew where it has changed. */
interface Change {
  readonly list: ListName;
  readonly page: PageAddress;
  /** First days of the tiles that may have changed. */
  readonly changed: readonly number[];
  /** The pages under those tiles, as they were just made. */
  readonly below: Made;
}

/**
 * Makes the changed tiles of a page anew and leaves the others as they are.
 *
 * Where somebody else wrote the page meanwhile, what lies under it is read again: his may be newer than what was just made.
 *
 * @param known The page as it was read before what lies under it.
 */
async function rebuildPage(context: StoreContext, change: Change, known: Item | undefined) {
  const { table } = context;
  const { list, page, changed } = change;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = attempt === 0 ? known : await table.get(pageKey(list, page), { consistent: true });
    const fresh =
      attempt === 0 && change.below.size > 0
        ? tilesOver(page, change.below)
        : await tilesUnder(context, list, page, changed);
    const kept = before?.v === undefined ? [] : unpackTiles(before.v, page.zoom, collectionOf(list));
    const tiles = replaced(kept, fresh, changed);
    const v = packTiles(tiles);
    if (page.zoom === 'millennium') {
      // The top page also says where the facet stands among the others.
      if (await rankFacet(context, list, before, totalOf(tiles), v)) return tiles;
      continue;
    }
    if (before?.v !== undefined && Buffer.compare(before.v as Uint8Array, v) === 0) return tiles;
    const { stored } = await table.put(
      { ...pageKey(list, page), n: Number(before?.n ?? 0) + 1, v },
      before ? { expression: 'n = :n', values: { ':n': before.n } } : { expression: 'attribute_not_exists(pk)' },
    );
    if (stored) return tiles;
  }
  throw new DatelineError('store.busy', 'Too many rebuilds of the same tiles just now.');
}

function replaced(kept: readonly ListTile[], fresh: readonly ListTile[], changed: readonly number[]) {
  const gone = new Set(changed);
  return [...kept.filter(({ start }) => !gone.has(start)), ...fresh].sort((a, b) => a.start - b.start);
}

const totalOf = (tiles: readonly ListTile[]): number =>
  tiles.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0);

/** Tiles of a page from the pages under it. */
function tilesOver({ zoom }: PageAddress, below: Made): readonly ListTile[] {
  return [...below].flatMap(([start, tiles]) => tileOver(blockOf(start, zoom), tiles) ?? []);
}

/**
 * Tiles of a page, made from what lies under them in the table: events for days, finer pages for all others.
 *
 * @param wanted First days of the tiles; all of the page where it is absent.
 */
export async function tilesUnder(
  context: StoreContext,
  list: ListName,
  page: PageAddress,
  wanted?: readonly number[],
): Promise<readonly ListTile[]> {
  const block = blockOfPage(page);
  const finer = zoomUnder(page.zoom);
  if (finer === undefined) {
    const runs = wanted ? runsOf(wanted) : block ? [block] : [];
    const tiles = await Promise.all(runs.map(({ start, end }) => dayTiles(context, list, start, end)));
    const asked = wanted && new Set(wanted);
    return tiles.flat().filter(({ start }) => asked?.has(start) ?? true);
  }
  const pages = wanted
    ? await context.table.getMany(
        wanted.map((start) => pageKey(list, { zoom: finer, start })),
        { consistent: true },
      )
    : await pagesIn(context, list, finer, block);
  const collection = collectionOf(list);
  return tilesOver(page, new Map(pages.map(({ sk, v }) => [pageStart(sk), unpackTiles(v, finer, collection)])));
}

async function pagesIn({ table }: StoreContext, list: ListName, zoom: Zoom, block: Block | undefined): Promise<Item[]> {
  const range = block
    ? { from: pageSortKey(zoom, block.start), to: pageSortKey(zoom, block.end) }
    : { from: '1|', to: `1|${LAST}` };
  const pages: Item[] = [];
  for await (const item of table.rangeAll({ pk: keys.tiles(list), ...range, consistent: true })) pages.push(item);
  return pages;
}

/** So many stretches of a month are read one by one; more of them as one, with the days between. */
const MOST_RUNS = 3;

/** Days that follow each other, together. */
function runsOf(days: readonly number[]): readonly Block[] {
  const runs: { start: number; end: number }[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.end === day - 1) last.end = day;
    else runs.push({ start: day, end: day });
  }
  const [first, last] = [runs[0], runs.at(-1)];
  return first && last && runs.length > MOST_RUNS ? [{ start: first.start, end: last.end }] : runs;
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
