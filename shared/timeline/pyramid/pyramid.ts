import { type Block, blockOf, ZOOMS, zoomOver } from '../zoom.ts';
import { type PageAddress, pageOf } from './pages.ts';
import { isComplete, type Tile, tileOver } from './tile.ts';

/** A page and its tiles, in the order of their days. */
export interface Page<Event> extends PageAddress {
  readonly tiles: readonly Tile<Event>[];
}

/** The pages over some days, the finest first. */
export interface Pyramid<Event> {
  readonly pages: readonly Page<Event>[];
  /** The tile over all of them; `undefined` without events, and for all time, which has no tile. */
  readonly tile: Tile<Event> | undefined;
}

/**
 * All pages over days within one block, or over all time. A page exists only if it adds to the tile above: a tile whose
 * top events are all its events has none, so that a list of sparse events has few pages. The top page always exists.
 *
 * @param days Tiles of days, each day once, in order.
 * @param within A block of some zoom; absent for all time.
 */
export function pyramidOver<Event>(days: readonly Tile<Event>[], within?: Block): Pyramid<Event> {
  const pages: Page<Event>[] = [];
  let tiles = days;
  for (const zoom of [...ZOOMS].reverse()) {
    const over = zoomOver(zoom);
    const byPage = new Map<number, Tile<Event>[]>();
    for (const tile of tiles) {
      const { start } = pageOf(tile.start, zoom);
      const own = byPage.get(start);
      if (own) own.push(tile);
      else byPage.set(start, [tile]);
    }
    const next: Tile<Event>[] = [];
    for (const [start, own] of byPage) {
      const tile = over && tileOver(blockOf(start, over), own);
      if (tile) next.push(tile);
      if (!tile || !isComplete(tile)) pages.push({ zoom, start, tiles: own });
    }
    tiles = next;
    const [only] = next;
    if (within && only?.start === within.start && only.end === within.end) return { pages, tile: only };
  }
  return { pages, tile: undefined };
}
