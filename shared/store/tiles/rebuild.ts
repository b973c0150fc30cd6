import { DatelineError } from '../../kernel/dateline-error.ts';
import { blockOfPage, type PageAddress, TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { pyramidOver } from '../../timeline/pyramid/pyramid.ts';
import { isComplete, tileOver } from '../../timeline/pyramid/tile.ts';
import { type Block, blockOf, zoomUnder } from '../../timeline/zoom.ts';
import { pause } from '../asking.ts';
import { inParallel } from '../in-parallel.ts';
import { keys, type ListName } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import { collectionOf, readDayTiles } from './day-tiles.ts';
import { rankFacet } from './facet-ranks.ts';
import { rebuildWhole } from './rebuild-whole.ts';
import { readPages, sortKeyOf, writePage } from './stored-pages.ts';
import { type ListTile, pageKey, unpackTiles } from './tile-page.ts';
import type { Touched, TouchedList } from './touched.ts';

/**
 * Lists up to this length have no tiles: reading them whole costs less than keeping a pyramid, and most facets are rare. So many entries are also
 * read for what it costs to make the tiles over one day anew.
 */
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
  const tops = await context.table.getMany(
    lists.map((list) => pageKey(list, TOP_PAGE)),
    { consistent: true },
  );
  const topOf = new Map(tops.map((item) => [item.pk, item]));
  await inParallel(touched, LISTS_AT_ONCE, ([list, days]) =>
    rebuildList(context, list, days, topOf.get(keys.tiles(list))),
  );
}

async function rebuildList(context: StoreContext, list: ListName, days: TouchedList, first: Item | undefined) {
  let top = first;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await attemptList(context, list, days, top)) return;
    await pause(Math.min(attempt, 5));
    top = await context.table.get(pageKey(list, TOP_PAGE), { consistent: true });
  }
  throw new DatelineError('store.busy', 'Too many rebuilds of the same tiles just now.');
}

/** @returns false where somebody else came in between: what he wrote may be newer than what was read here. */
async function attemptList(context: StoreContext, list: ListName, days: TouchedList, top: Item | undefined) {
  if (top?.v === undefined) {
    const { count } = await context.table.range({
      pk: keys.list(list),
      limit: SMALL_LIST + 1,
      consistent: true,
      count: true,
    });
    if (count > SMALL_LIST) return rebuildWhole(context, list);
    // Whoever got in between has counted the same list.
    await rankFacet(context, list, top, count);
    return true;
  }
  if (days === 'any' || days.size * SMALL_LIST > Number(top.c)) return rebuildWhole(context, list);
  return (await rebuildPage({ context, list }, TOP_PAGE, [...days], top)) !== 'overtaken';
}

interface Place {
  readonly context: StoreContext;
  readonly list: ListName;
}

/** The tile over what was made, `undefined` for none; or that somebody else came in between. */
type Outcome = { readonly tile: ListTile | undefined } | 'overtaken';

/**
 * Makes a page that counts, and those under it, what the list says for these days of its block.
 *
 * Pages are read from the top down: so whoever finds a page as it was when the one over it was read knows that the two belong together,
 * also where there is nothing to write.
 *
 * @param before The page as it was read before anything under it.
 */
async function rebuildPage(place: Place, page: PageAddress, days: readonly number[], before: Item): Promise<Outcome> {
  const { context, list } = place;
  const kept = unpackTiles(before.v, page.zoom, collectionOf(list));
  const changed = new Map<number, number[]>();
  for (const day of days) {
    const { start } = blockOf(day, page.zoom);
    changed.set(start, [...(changed.get(start) ?? []), day]);
  }
  const fresh = await changedTiles(place, page, kept, changed);
  if (fresh === 'overtaken') return fresh;
  const tiles = [...kept.filter(({ start }) => !changed.has(start)), ...fresh].sort((a, b) => a.start - b.start);
  if (!(await writePage(context, { ...page, list, tiles, before, wasLive: true }))) return 'overtaken';
  const block = blockOfPage(page);
  return { tile: block && tileOver(block, tiles) };
}

/** The tiles of a page over blocks in which days have changed. */
async function changedTiles(
  place: Place,
  page: PageAddress,
  kept: readonly ListTile[],
  changed: ReadonlyMap<number, readonly number[]>,
): Promise<readonly ListTile[] | 'overtaken'> {
  const { context, list } = place;
  const zoom = zoomUnder(page.zoom);
  if (zoom === undefined) return tilesOfDays(context, list, changed);
  const live = kept
    .filter((tile) => changed.has(tile.start) && !isComplete(tile))
    .map(({ start }) => ({ zoom, start }));
  const pages = await readPages(context, list, live);
  const fresh: ListTile[] = [];
  let overtaken = false;
  await inParallel(changed, PAGES_AT_ONCE, async ([start, days]) => {
    const under = pages.get(sortKeyOf({ zoom, start }));
    const made =
      under?.v === undefined
        ? await rebuildBlock(place, blockOf(start, page.zoom))
        : await rebuildPage(place, { zoom, start }, days, under);
    if (made === 'overtaken') overtaken = true;
    else if (made.tile) fresh.push(made.tile);
  });
  return overtaken ? 'overtaken' : fresh;
}

/** A block without a page that counts: it had few events, so that all of them are read, and the pages made that it takes now. */
async function rebuildBlock({ context, list }: Place, block: Block): Promise<Outcome> {
  const known = new Map<string, Item | undefined>();
  for (let reading = 0; reading < ATTEMPTS; reading++) {
    const { pages, tile } = pyramidOver(await readDayTiles(context, list, block), block);
    const unknown = pages.filter((page) => !known.has(sortKeyOf(page)));
    if (unknown.length > 0) {
      // Their versions must be older than the entries that they are made of.
      const found = await readPages(context, list, unknown);
      for (const page of unknown) known.set(sortKeyOf(page), found.get(sortKeyOf(page)));
      continue;
    }
    for (const page of pages) {
      const before = known.get(sortKeyOf(page));
      if (!(await writePage(context, { ...page, list, before, wasLive: false }))) return 'overtaken';
    }
    return { tile };
  }
  return 'overtaken';
}

/** So many stretches of a month are read one by one; more of them as one, with the days between. */
const MOST_RUNS = 3;

async function tilesOfDays(context: StoreContext, list: ListName, days: ReadonlyMap<number, unknown>) {
  const tiles = await Promise.all(runsOf([...days.keys()]).map((run) => readDayTiles(context, list, run)));
  return tiles.flat().filter(({ start }) => days.has(start));
}

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
