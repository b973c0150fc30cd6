import { DatelineError } from '../../kernel/dateline-error.ts';
import { blockOfPage, type PageAddress, pagesOver, TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { pyramidOver } from '../../timeline/pyramid/pyramid.ts';
import { tileOver } from '../../timeline/pyramid/tile.ts';
import { type Block, blockOf, zoomUnder } from '../../timeline/zoom.ts';
import { pause } from '../asking.ts';
import { inParallel } from '../in-parallel.ts';
import { keys, type ListName } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import { collectionOf, readDayTiles } from './day-tiles.ts';
import { rankFacet } from './facet-ranks.ts';
import { rebuildWhole } from './rebuild-whole.ts';
import { isLive, readPages, type StoredPages, sortKeyOf, writePage } from './stored-pages.ts';
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

async function rebuildList(
  context: StoreContext,
  list: ListName,
  days: TouchedList,
  top: Item | undefined,
): Promise<void> {
  if (top?.v === undefined) {
    const { count } = await context.table.range({
      pk: keys.list(list),
      limit: SMALL_LIST + 1,
      consistent: true,
      count: true,
    });
    // Whoever got in between has counted the same list.
    if (count <= SMALL_LIST) await rankFacet(context, list, top, count);
    else await rebuildWhole(context, list);
    return;
  }
  if (days === 'any' || days.size * SMALL_LIST > Number(top.c)) return rebuildWhole(context, list);
  await rebuildPage({ context, list, known: await readPages(context, list, over(days)) }, TOP_PAGE, [...days]);
}

const over = (days: Iterable<number>): readonly PageAddress[] => pagesOver(days).flat();

interface Work {
  readonly context: StoreContext;
  readonly list: ListName;
  /** Versions of pages, read before anything under them. */
  readonly known: StoredPages;
}

/** The tile over a page that was made; or that somebody else came in between, with pages to read again besides those over the days. */
type Outcome =
  | { readonly done: true; readonly tile: ListTile | undefined }
  | { readonly done: false; readonly others: readonly PageAddress[] };

/**
 * Makes a page, and those under it, what the list says for these days of its block.
 *
 * @returns The tile over it; `undefined` for none, and over the top page.
 */
async function rebuildPage(work: Work, page: PageAddress, days: readonly number[]): Promise<ListTile | undefined> {
  const { context, list } = work;
  const block = blockOfPage(page);
  let { known } = work;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await pause(Math.min(Math.max(0, attempt - 1), 5));
    const now = { ...work, known };
    const isThere = known.get(sortKeyOf(page))?.v !== undefined && isLive(known, list, page);
    const outcome = isThere || !block ? await fromPage(now, page, days) : await fromEntries(now, block);
    if (outcome.done) return outcome.tile;
    // Somebody else's may be newer than what was just made.
    known = await readPages(context, list, [...over(days), ...outcome.others]);
  }
  throw new DatelineError('store.busy', 'Too many rebuilds of the same tiles just now.');
}

/** A page that is there: its tiles over these days are made anew. */
async function fromPage(work: Work, page: PageAddress, days: readonly number[]): Promise<Outcome> {
  const { context, list, known } = work;
  const before = known.get(sortKeyOf(page));
  const finer = zoomUnder(page.zoom);
  const changed = new Map<number, number[]>();
  for (const day of days) {
    const { start } = blockOf(day, page.zoom);
    changed.set(start, [...(changed.get(start) ?? []), day]);
  }
  const fresh: ListTile[] = [];
  if (finer === undefined) fresh.push(...(await tilesOfDays(context, list, changed)));
  else {
    await inParallel(changed, PAGES_AT_ONCE, async ([start, inside]) => {
      const tile = await rebuildPage(work, { zoom: finer, start }, inside);
      if (tile) fresh.push(tile);
    });
  }
  const kept = before?.v === undefined ? [] : unpackTiles(before.v, page.zoom, collectionOf(list));
  const tiles = [...kept.filter(({ start }) => !changed.has(start)), ...fresh].sort((a, b) => a.start - b.start);
  if (!(await writePage(context, { ...page, list, tiles, before, wasLive: true }))) return { done: false, others: [] };
  const block = blockOfPage(page);
  return { done: true, tile: block && tileOver(block, tiles) };
}

/** A block that has no page: it had few events, so that all of them are read, and the pages made that it takes now. */
async function fromEntries({ context, list, known }: Work, block: Block): Promise<Outcome> {
  const { pages, tile } = pyramidOver(await readDayTiles(context, list, block), block);
  for (const page of pages) {
    const own = { ...page, list, before: known.get(sortKeyOf(page)), wasLive: false };
    if (!(await writePage(context, own))) return { done: false, others: pages };
  }
  return { done: true, tile };
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
