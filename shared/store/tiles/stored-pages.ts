import { type PageAddress, TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { countOf, isComplete, TOP } from '../../timeline/pyramid/tile.ts';
import { zoomUnder } from '../../timeline/zoom.ts';
import { keys, type ListName } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import { collectionOf } from './day-tiles.ts';
import { rankFacet } from './facet-ranks.ts';
import { type ListTile, packTiles, pageKey, pageSortKey, unpackTiles } from './tile-page.ts';

/** Pages of one list as they were read, by sort key. */
export type StoredPages = ReadonlyMap<string, Item>;

/** Reads these pages. */
export async function readPages({ table }: StoreContext, list: ListName, pages: readonly PageAddress[]) {
  const keys = new Map(pages.map((page) => [sortKeyOf(page), pageKey(list, page)]));
  const items = await table.getMany([...keys.values()], { consistent: true });
  return new Map(items.map((item) => [item.sk, item])) satisfies StoredPages;
}

/** Reads all pages of a list. */
export async function readAllPages({ table }: StoreContext, list: ListName): Promise<StoredPages> {
  const found = new Map<string, Item>();
  for await (const item of table.rangeAll({ pk: keys.tiles(list), consistent: true })) found.set(item.sk, item);
  return found;
}

/** Name of a page among those of its list. */
export const sortKeyOf = ({ zoom, start }: PageAddress): string => pageSortKey(zoom, start);

/**
 * Sort keys of the pages that count: the top one, and each whose tile in the page over it says that there is more than it keeps itself. What else is
 * there was written by one who did not come to write the page over it (he died, or another was ahead of him); nobody reads it, and it may say
 * anything.
 */
export function livePages(known: StoredPages, list: ListName): ReadonlySet<string> {
  const live = new Set<string>();
  const open: PageAddress[] = [TOP_PAGE];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    live.add(sortKeyOf(page));
    const [zoom, v] = [zoomUnder(page.zoom), known.get(sortKeyOf(page))?.v];
    if (zoom === undefined || v === undefined) continue;
    for (const tile of unpackTiles(v, page.zoom, collectionOf(list))) {
      if (!isComplete(tile)) open.push({ zoom, start: tile.start });
    }
  }
  return live;
}

/** A page to be written. */
export interface PageToWrite extends PageAddress {
  readonly list: ListName;
  readonly tiles: readonly ListTile[];
  /** As it was read before the tiles were; `undefined` for a page that was not there. */
  readonly before: Item | undefined;
  /** Whether it counted then. A page that did not is written even if it says the same, so that whoever read it before must read it again. */
  readonly wasLive: boolean;
}

/**
 * Makes a page what its tiles say, from the version that was read. Where the tile over it keeps all its events the page goes; what stays is its
 * version, so that nobody who read it before can bring it back.
 *
 * @returns false where somebody else wrote the page meanwhile.
 */
export async function writePage(context: StoreContext, page: PageToWrite): Promise<boolean> {
  const { list, tiles, before } = page;
  if (page.zoom === TOP_PAGE.zoom) {
    // The top page also says where the facet stands among the others.
    return rankFacet(context, list, before, totalOf(tiles), packTiles(tiles));
  }
  const v = totalOf(tiles) > TOP ? packTiles(tiles) : undefined;
  if (isSame(before?.v, v) && (page.wasLive || v === undefined)) return true;
  const { stored } = await context.table.put(
    { ...pageKey(list, page), n: Number(before?.n ?? 0) + 1, ...(v ? { v } : {}) },
    before ? { expression: 'n = :n', values: { ':n': before.n } } : { expression: 'attribute_not_exists(pk)' },
  );
  return stored;
}

const totalOf = (tiles: readonly ListTile[]): number => tiles.reduce((sum, tile) => sum + countOf(tile), 0);

/** Whether a page says the same as before; a page without tiles says what one says that was never there. */
export const isSame = (before: unknown, after: Uint8Array | undefined): boolean =>
  before === undefined || after === undefined ? before === after : Buffer.compare(before as Uint8Array, after) === 0;
