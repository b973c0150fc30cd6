import { type Page, pyramidOver } from '../../timeline/pyramid/pyramid.ts';
import { ZOOMS } from '../../timeline/zoom.ts';
import { inParallel } from '../in-parallel.ts';
import type { ListName } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import { readDayTiles } from './day-tiles.ts';
import { livePages, readAllPages, sortKeyOf, writePage } from './stored-pages.ts';
import { addressOf, type TopEvent } from './tile-page.ts';

const PAGES_AT_ONCE = 6;

/**
 * Makes all tiles of a list anew from its entries, read once, in order. What it holds meanwhile is the tiles, not the entries.
 *
 * @returns false where somebody else wrote one of them meanwhile: then it is to be done again.
 */
export async function rebuildWhole(context: StoreContext, list: ListName): Promise<boolean> {
  // Their versions, from the top down, before what they are made of is read.
  const before = await readAllPages(context, list);
  const { pages } = pyramidOver(await readDayTiles(context, list));
  const live = livePages(before, list);
  let isOvertaken = false;
  const write = async (page: Page<TopEvent>) => {
    const own = { ...page, list, before: before.get(sortKeyOf(page)), wasLive: live.has(sortKeyOf(page)) };
    if (!isOvertaken && !(await writePage(context, own))) isOvertaken = true;
  };
  // The finest first: a page that says more than it keeps has those under it, also for who reads meanwhile.
  for (const zoom of [...ZOOMS].reverse()) {
    await inParallel(
      pages.filter((page) => page.zoom === zoom),
      PAGES_AT_ONCE,
      write,
    );
  }
  const needed = new Set(pages.map(sortKeyOf));
  const needless = [...before.keys()].filter((sk) => !needed.has(sk)).map((sk) => ({ ...addressOf(sk), tiles: [] }));
  await inParallel(needless, PAGES_AT_ONCE, write);
  return !isOvertaken;
}
