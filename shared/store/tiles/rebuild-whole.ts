import { DatelineError } from '../../kernel/dateline-error.ts';
import { TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { type Page, pyramidOver } from '../../timeline/pyramid/pyramid.ts';
import { pause } from '../asking.ts';
import { inParallel } from '../in-parallel.ts';
import type { ListName } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import { readDayTiles } from './day-tiles.ts';
import { isLive, readAllPages, sortKeyOf, writePage } from './stored-pages.ts';
import { addressOf, type TopEvent } from './tile-page.ts';

const ATTEMPTS = 10;
const PAGES_AT_ONCE = 6;

/**
 * Makes all tiles of a list anew from its entries, read once, in order. What it holds meanwhile is the tiles, not the entries.
 *
 * @throws DatelineError `store.busy` when other rebuilds of the list keep it from ending.
 */
export async function rebuildWhole(context: StoreContext, list: ListName): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await pause(Math.min(attempt, 5));
    // Their versions, before what they are made of is read.
    const before = await readAllPages(context, list);
    const { pages } = pyramidOver(await readDayTiles(context, list));
    const needless = [...before.keys()].map((sk) => ({ ...addressOf(sk), tiles: [] }));
    const wanted = new Map([...needless, ...pages].map((page) => [sortKeyOf(page), page]));
    let undone = 0;
    const write = async (page: Page<TopEvent>) => {
      const own = { ...page, list, before: before.get(sortKeyOf(page)), wasLive: isLive(before, list, page) };
      if (!(await writePage(context, own))) undone++;
    };
    const top = wanted.get(sortKeyOf(TOP_PAGE)) ?? { ...TOP_PAGE, tiles: [] };
    wanted.delete(sortKeyOf(TOP_PAGE));
    await inParallel(wanted.values(), PAGES_AT_ONCE, write);
    // Last, as it says that all the others are there.
    if (undone === 0) await write(top);
    if (undone === 0) return;
  }
  throw new DatelineError('store.busy', 'Too many rebuilds of the same tiles just now.');
}
