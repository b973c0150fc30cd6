import type { TimelineEvent } from '../../shared/events/event.ts';
import { dropOldest } from '../../shared/kernel/drop-oldest.ts';
import { dayNumber, isoDay } from '../../shared/time/day.ts';
import type { Overview } from '../../shared/timeline/overview.ts';
import type { Opened, Source } from './source.ts';
import { LEVELS, type Level } from './units.ts';

/** An event with its days as numbers, `end` exclusive, so that drawing a frame parses nothing. */
export interface Known {
  readonly event: TimelineEvent;
  readonly start: number;
  readonly end: number;
}

/** A counted stretch, `end` exclusive. */
export interface Count {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** Everything fetched of one timeline under one set of filters. */
export interface Tiles {
  /** Every event loaded so far, by id. */
  readonly known: ReadonlyMap<string, Known>;
  /** The first request: the whole timeline in 40 buckets, and all of its events if they are few. */
  readonly open: () => Promise<Opened>;
  /** Fetches the missing tiles of a window at a level. A failed tile is requested again next time. */
  readonly load: (level: number, from: number, to: number) => Promise<void>;
  /** Counts over a window: at the given level where loaded, at coarser levels elsewhere. */
  readonly counts: (level: number, from: number, to: number) => readonly Count[];
  /** The events that begin in a stretch, in order, with at most one request: the content of "+12 more". At most 200. */
  readonly list: (from: number, to: number) => Promise<readonly TimelineEvent[]>;
  /** Cancels all running requests, when the filters have changed or the element is removed. */
  readonly close: () => void;
  /** The loaded events that begin in a stretch, in order; without bounds all of them. */
  readonly inOrder: (from?: number, to?: number) => readonly TimelineEvent[];
}

interface Tile {
  readonly counts: readonly Count[];
  /** True once all events are loaded: finer levels are then counted here without further requests. */
  readonly whole: boolean;
}

/** A timeline of up to this many events is fetched as a list: one page of the API. */
const WHOLE_LIST = 200;
const MOST_TILES = 400;
const FIRST = dayNumber('-9999-01-01');
const LAST = dayNumber('9999-12-31');
const iso = (day: number): string => isoDay(Math.min(LAST, Math.max(FIRST, day)));
const levelAt = (level: number): Level => LEVELS[level] as Level;

/** @param filters The filters by their names in the API, window aside. */
export function makeTiles(source: Source, filters: URLSearchParams): Tiles {
  const known = new Map<string, Known>();
  const tiles = new Map<string, Tile>();
  const pending = new Map<string, Promise<void>>();
  const abort = new AbortController();
  let root: Tile = { counts: [], whole: false };

  const params = (more: Record<string, string>): string => {
    const all = new URLSearchParams(filters);
    for (const [name, value] of Object.entries(more)) all.set(name, value);
    return all.toString();
  };

  const learn = (events: readonly TimelineEvent[]): void => {
    for (const event of events)
      if (!known.has(event.id))
        known.set(event.id, { event, start: dayNumber(event.date.start), end: dayNumber(event.date.end) + 1 });
  };

  const tileOf = async (overview: Overview, stretch: { from?: string; to?: string }): Promise<Tile> => {
    const tops = new Set<string>();
    const counts = overview.buckets.map(({ start, end, count, top }) => {
      learn(top);
      for (const event of top) tops.add(event.id);
      return { start: dayNumber(start), end: dayNumber(end) + 1, count };
    });
    if (overview.total <= tops.size) return { counts, whole: true };
    if (overview.total > WHOLE_LIST) return { counts, whole: false };
    learn(await source.events(params({ ...stretch, limit: String(WHOLE_LIST) }), abort.signal));
    return { counts, whole: true };
  };

  const indexes = (level: number, from: number, to: number): number[] => {
    const { tile } = levelAt(level);
    const first = tile.indexOf(Math.max(FIRST, from));
    const last = tile.indexOf(Math.min(LAST, to));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  };

  /** True if the tile, or a coarser one that contains all its events, is loaded. */
  const covered = (level: number, index: number): boolean => {
    if (root.whole || tiles.has(`${level}:${index}`)) return true;
    const day = levelAt(level).tile.startOf(index);
    return LEVELS.some(({ tile }, i) => i > level && tiles.get(`${i}:${tile.indexOf(day)}`)?.whole);
  };

  const fetchTile = (level: number, index: number): Promise<void> => {
    const key = `${level}:${index}`;
    const under = pending.get(key);
    if (under) return under;
    const { tile } = levelAt(level);
    const stretch = { from: iso(tile.startOf(index)), to: iso(tile.startOf(index + 1) - 1) };
    const work = source
      .overview(params({ ...stretch, buckets: '50' }), abort.signal)
      .then(async (overview) => {
        tiles.set(key, await tileOf(overview, stretch));
        dropOldest(tiles, MOST_TILES);
      })
      .finally(() => pending.delete(key));
    pending.set(key, work);
    return work;
  };

  const meets =
    (from: number, to: number) =>
    (count: Count): boolean =>
      count.end > from && count.start < to;

  const coarser = (level: number, from: number, to: number): readonly Count[] => {
    if (level >= LEVELS.length) return root.counts.filter(meets(from, to));
    const tile = tiles.get(`${level}:${levelAt(level).tile.indexOf(from)}`);
    return tile ? tile.counts.filter(meets(from, to)) : coarser(level + 1, from, to);
  };

  const countKnown = ({ unit }: Level, from: number, to: number): Count[] => {
    const counts = new Map<number, number>();
    for (const { start } of known.values())
      if (start >= from && start < to) counts.set(unit.indexOf(start), (counts.get(unit.indexOf(start)) ?? 0) + 1);
    return [...counts].map(([index, count]) => ({ start: unit.startOf(index), end: unit.startOf(index + 1), count }));
  };

  const inOrder = (from = FIRST, to = LAST + 1): TimelineEvent[] =>
    [...known.values()]
      .filter(({ start }) => start >= from && start < to)
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({ event }) => event);

  return {
    known,
    inOrder,
    close: () => abort.abort(),
    open: async () => {
      const overview = await source.overview(params({ buckets: '40' }), abort.signal);
      root = await tileOf(overview, {});
      return overview;
    },
    load: async (level, from, to) => {
      const missing = indexes(level, from, to).filter((index) => !covered(level, index));
      await Promise.all(missing.map((index) => fetchTile(level, index)));
    },
    counts: (level, from, to) => {
      if (root.whole) return countKnown(levelAt(level), from, to);
      const { tile } = levelAt(level);
      const found = indexes(level, from, to).flatMap((index) => {
        const [start, end] = [tile.startOf(index), tile.startOf(index + 1)];
        const own = tiles.get(`${level}:${index}`);
        if (own) return own.counts;
        return covered(level, index) ? countKnown(levelAt(level), start, end) : coarser(level + 1, start, end);
      });
      // A coarse bucket may stand in for several tiles; it is counted once.
      const seen = new Set<number>();
      return found.filter((count) => meets(from, to)(count) && !seen.has(count.start) && seen.add(count.start));
    },
    list: async (from, to) => {
      if (!root.whole)
        learn(
          await source.events(params({ from: iso(from), to: iso(to - 1), limit: String(WHOLE_LIST) }), abort.signal),
        );
      return inOrder(from, to);
    },
  };
}
