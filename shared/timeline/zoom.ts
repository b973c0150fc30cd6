import { civilDay, dayNumberOf, daysInMonth } from '../time/day.ts';

/** From coarse to fine: each block of one zoom consists of whole blocks of the next. */
export const ZOOMS = ['millennium', 'century', 'decade', 'year', 'month', 'day'] as const;

/** A size of blocks. */
export type Zoom = (typeof ZOOMS)[number];

/** A stretch of days; day numbers, both inclusive. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

const YEARS = { millennium: 1000, century: 100, decade: 10, year: 1 } as const;

/**
 * The block of a zoom that contains a day. Blocks nest, so centuries are 1900–1999 and decades 1990–1999 (unlike a
 * text's "19th century", which is the interval 1801–1900).
 */
export function blockOf(day: number, zoom: Zoom): Block {
  if (zoom === 'day') return { start: day, end: day };
  const { year, month } = civilDay(day);
  if (zoom === 'month') {
    const start = dayNumberOf(year, month, 1);
    return { start, end: start + daysInMonth(year, month) - 1 };
  }
  const years = YEARS[zoom];
  const first = Math.floor(year / years) * years;
  return { start: dayNumberOf(first, 1, 1), end: dayNumberOf(first + years, 1, 1) - 1 };
}

/** The next finer zoom; `undefined` below a day. */
export const zoomUnder = (zoom: Zoom): Zoom | undefined => ZOOMS[ZOOMS.indexOf(zoom) + 1];
/** The next coarser zoom; `undefined` above a millennium. */
export const zoomOver = (zoom: Zoom): Zoom | undefined => ZOOMS[ZOOMS.indexOf(zoom) - 1];

/** The blocks of a zoom that overlap a stretch, in order, whole. */
export function blocksIn(stretch: Block, zoom: Zoom): readonly Block[] {
  const blocks: Block[] = [];
  for (let block = blockOf(stretch.start, zoom); block.start <= stretch.end; block = blockOf(block.end + 1, zoom)) {
    blocks.push(block);
  }
  return blocks;
}

/** The finest zoom that shows a stretch in at most so many blocks; the coarsest if none does. */
export function zoomFor(stretch: Block, buckets: number): Zoom {
  const fitting = ZOOMS.filter((zoom) => countIn(stretch, zoom) <= buckets);
  return fitting.at(-1) ?? 'millennium';
}

function countIn({ start, end }: Block, zoom: Zoom): number {
  if (zoom === 'day') return end - start + 1;
  const [first, last] = [civilDay(start), civilDay(end)];
  if (zoom === 'month') return (last.year - first.year) * 12 + last.month - first.month + 1;
  const years = YEARS[zoom];
  return Math.floor(last.year / years) - Math.floor(first.year / years) + 1;
}
