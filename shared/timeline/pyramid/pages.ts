import { type Block, blockOf, blocksIn, ZOOMS, type Zoom, zoomOver } from '../zoom.ts';

/** A page of the pyramid: the tiles of one zoom within one block of the zoom above. The page of millennia is the top. */
export interface PageAddress {
  /** Zoom of its tiles. */
  readonly zoom: Zoom;
  /** First day of its block; 0 for the top page. */
  readonly start: number;
}

/** The page of the millennia. */
export const TOP_PAGE: PageAddress = { zoom: 'millennium', start: 0 };

/** The page with the tile of a zoom that contains a day. */
export function pageOf(day: number, zoom: Zoom): PageAddress {
  const over = zoomOver(zoom);
  return over === undefined ? TOP_PAGE : { zoom, start: blockOf(day, over).start };
}

/** The block of a page; `undefined` for the top page. */
export function blockOfPage({ zoom, start }: PageAddress): Block | undefined {
  const over = zoomOver(zoom);
  return over === undefined ? undefined : blockOf(start, over);
}

/**
 * Pages needed to summarise a stretch at a zoom: down to that zoom all that overlap the stretch; below it those whose
 * block is cut by an end of the stretch, at most two pages a zoom.
 */
export function pagesFor(stretch: Block, zoom: Zoom): readonly PageAddress[] {
  const shown = ZOOMS.indexOf(zoom);
  return ZOOMS.flatMap((of, level): readonly PageAddress[] => {
    const over = zoomOver(of);
    if (over === undefined) return [TOP_PAGE];
    const blocks = blocksIn(level <= shown ? stretch : { start: stretch.start, end: stretch.start }, over);
    const ends = level <= shown ? [] : [blockOf(stretch.end, over)];
    const needed = [...blocks, ...ends].filter(
      (block) => level <= shown || cuts(stretch.start - 1, block) || cuts(stretch.end, block),
    );
    return [...new Set(needed.map(({ start }) => start))].map((start) => ({ zoom: of, start }));
  });
}

/** Whether a block that begins on or before this day continues after it. */
const cuts = (lastDay: number, { start, end }: Block): boolean => start <= lastDay && lastDay < end;
