import { type Block, blockOf, blocksIn, ZOOMS, type Zoom } from '../zoom.ts';
import { type PageAddress, pageOf, TOP_PAGE } from './pages.ts';
import { best, isComplete, type Ranked, type Tile } from './tile.ts';

/** The range to summarise and the tiles to read. */
export interface SummaryRequest<Event> {
  readonly stretch: Block;
  readonly zoom: Zoom;
  /** Only events that begin in the stretch and end by this day; absent for all events that overlap the stretch. */
  readonly endingBy?: number | undefined;
  /** Modality numbers to count. */
  readonly counts: (modality: number) => boolean;
  /** The tiles of a page; called only for pages under tiles whose top events are not all their events. */
  readonly tilesOf: (page: PageAddress) => readonly Tile<Event>[];
}

/** A block of the zoom, cut to the stretch. */
export interface SummaryBucket<Event> extends Block {
  readonly count: number;
  readonly top: readonly Ranked<Event>[];
}

/**
 * Counts the events of a stretch in each of its blocks, from tiles alone: every event once, in the block of its first
 * day or, if it began before the stretch, in the first block.
 *
 * Exact: tiles cut by an end of the stretch are read down to that day, unless their top events are all their events;
 * events that began earlier are counted from the reach of tiles.
 */
export function summarise<Event>(request: SummaryRequest<Event>): readonly SummaryBucket<Event>[] {
  const { stretch, zoom, endingBy, tilesOf } = request;
  const shown = ZOOMS.indexOf(zoom);
  const sums = new Map<number, { count: number; top: Ranked<Event>[] }>();

  const add = (day: number, count: number, top: readonly Ranked<Event>[]) => {
    if (count <= 0) return;
    const { start } = blockOf(Math.max(day, stretch.start), zoom);
    const sum = sums.get(start) ?? { count: 0, top: [] };
    sum.count += count;
    sum.top.push(...top.filter(({ modality }) => request.counts(modality)));
    sums.set(start, sum);
  };

  const addOne = (event: Ranked<Event>) => {
    const isMet =
      endingBy === undefined ? event.end >= stretch.start : event.start >= stretch.start && event.end <= endingBy;
    if (isMet && event.start <= stretch.end && request.counts(event.modality)) add(event.start, 1, [event]);
  };

  const visit = (page: PageAddress, level: number) => {
    for (const tile of tilesOf(page)) {
      if (tile.start > stretch.end) continue;
      if (tile.end < stretch.start) {
        if (endingBy === undefined)
          add(tile.start, reaching(request, tile, stretch.start), reachingTop(tile, stretch.start));
      } else if (tile.start >= stretch.start && tile.end <= stretch.end && level >= shown) {
        const late = endingBy === undefined ? 0 : reaching(request, tile, endingBy + 1);
        const top = endingBy === undefined ? tile.top : tile.top.filter((shown) => shown.end <= endingBy);
        add(tile.start, started(request, tile) - late, top);
      } else if (isComplete(tile)) {
        for (const event of tile.top) addOne(event);
      } else {
        const finer = ZOOMS[level + 1];
        if (finer) visit(pageOf(tile.start, finer), level + 1);
      }
    }
  };
  visit(TOP_PAGE, 0);

  return blocksIn(stretch, zoom).map((block) => {
    const sum = sums.get(block.start);
    return {
      start: Math.max(block.start, stretch.start),
      end: Math.min(block.end, stretch.end),
      count: sum?.count ?? 0,
      top: best(sum?.top ?? []),
    };
  });
}

const started = <Event>({ counts }: SummaryRequest<Event>, tile: Tile<Event>): number =>
  tile.counts.reduce((sum, count, modality) => (counts(modality) ? sum + count : sum), 0);

/** Events of a tile that end on this day or later; the day must be after the tile. */
const reaching = <Event>({ counts }: SummaryRequest<Event>, tile: Tile<Event>, day: number): number =>
  tile.reach.reduce((sum, [end, modality, count]) => (end >= day && counts(modality) ? sum + count : sum), 0);

const reachingTop = <Event>(tile: Tile<Event>, day: number): readonly Ranked<Event>[] =>
  tile.top.filter(({ end }) => end >= day);
