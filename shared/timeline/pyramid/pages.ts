import { type Block, blockOf, blocksIn, ZOOMS, type Zoom, zoomOver } from '../zoom.ts';

/**
 * A page of the pyramid: the tiles of one zoom that make up one block of the zoom above. The page of the millennia is the top: it is made of
 * nothing above.
 */
export interface PageAddress {
  /** Of the tiles in it. */
  readonly zoom: Zoom;
  /** First day of the block they make up; 0 for the top page. */
  readonly start: number;
}

/** The page of the millennia. */
export const TOP_PAGE: PageAddress = { zoom: 'millennium', start: 0 };

/** The page that holds the tile of a zoom in which a day lies. */
export function pageOf(day: number, zoom: Zoom): PageAddress {
  const over = zoomOver(zoom);
  return over === undefined ? TOP_PAGE : { zoom, start: blockOf(day, over).start };
}

/** The block that a page's tiles make up; `undefined` for the top page. */
export function blockOfPage({ zoom, start }: PageAddress): Block | undefined {
  const over = zoomOver(zoom);
  return over === undefined ? undefined : blockOf(start, over);
}

/**
 * Pages that a summary of a stretch at a zoom is read from: down to that zoom all that meet the stretch; below it those on whose block an end
 * of the stretch falls inside. Besides the tiles shown, at most two pages a zoom.
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

/** Whether a block goes on after this day, having begun on it or before. */
const cuts = (lastDay: number, { start, end }: Block): boolean => start <= lastDay && lastDay < end;
