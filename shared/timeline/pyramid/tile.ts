import { MODALITIES } from '../../events/event.ts';
import type { Block } from '../zoom.ts';

/** Top events of a tile: enough for a bucket of an overview, and for the tile above to choose from. */
export const TOP = 3;

/** An event as tiles rank it: a block of its days. */
export interface Ranked<Event> extends Block {
  readonly id: string;
  /** Higher is shown first. */
  readonly rank: number;
  readonly modality: number;
  readonly event: Event;
}

/** Summary of the events that start in a range of days: counts, end days beyond the range, top events. */
export interface Tile<Event> extends Block {
  /** Events that start here, by modality number. */
  readonly counts: readonly number[];
  /** Counts of those that end after the tile, by last day and modality, in that order. */
  readonly reach: readonly Reach[];
  /** Best first, at most `TOP`. */
  readonly top: readonly Ranked<Event>[];
  /** First and last day on which an event starts. */
  readonly first: number;
  readonly last: number;
}

/** How many events of a modality end on a day after the tile. */
export type Reach = readonly [end: number, modality: number, count: number];

/** The tile of a stretch from all its events; `undefined` without any. */
export function tileOf<Event>({ start, end }: Block, events: readonly Ranked<Event>[]): Tile<Event> | undefined {
  if (events.length === 0) return undefined;
  const counts = Array<number>(MODALITIES.length).fill(0);
  for (const { modality } of events) counts[modality] = (counts[modality] ?? 0) + 1;
  const starts = events.map((event) => event.start);
  return {
    start,
    end,
    counts,
    reach: summed(events.filter((event) => event.end > end).map((event) => [event.end, event.modality, 1])),
    top: best(events),
    first: Math.min(...starts),
    last: Math.max(...starts),
  };
}

/** The tile of a stretch from its sub-tiles: the same that its events would give; `undefined` without any. */
export function tileOver<Event>({ start, end }: Block, children: readonly Tile<Event>[]): Tile<Event> | undefined {
  if (children.length === 0) return undefined;
  return {
    start,
    end,
    counts: Array.from({ length: MODALITIES.length }, (_, i) =>
      children.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0),
    ),
    reach: summed(children.flatMap(({ reach }) => reach.filter(([last]) => last > end))),
    top: best(children.flatMap(({ top }) => top)),
    first: Math.min(...children.map(({ first }) => first)),
    last: Math.max(...children.map(({ last }) => last)),
  };
}

/** Events that start in a tile. */
export const countOf = ({ counts }: Pick<Tile<unknown>, 'counts'>): number => counts.reduce((sum, n) => sum + n, 0);

/** Whether a tile's top events are all its events, so that nothing below it needs to be read. */
export const isComplete = (tile: Pick<Tile<unknown>, 'counts'>): boolean => countOf(tile) <= TOP;

/** Highest rank first, then by id: a total order, so that every builder makes the same tile. */
export function best<Event>(events: readonly Ranked<Event>[]): readonly Ranked<Event>[] {
  return [...events].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).slice(0, TOP);
}

function summed(reach: readonly Reach[]): readonly Reach[] {
  const sums = new Map<string, Reach>();
  for (const [end, modality, count] of reach) {
    const key = `${end}/${modality}`;
    sums.set(key, [end, modality, count + (sums.get(key)?.[2] ?? 0)]);
  }
  return [...sums.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
