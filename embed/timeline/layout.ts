import { placeInLanes } from '../../shared/pages/embed/lanes.ts';
import type { Camera } from './camera.ts';
import type { Count, Known } from './tiles.ts';
import type { Level } from './units.ts';

/** An event's place: `x` of its sign and `reach` of its days in pixels from where the window begins. */
export interface Placed {
  readonly known: Known;
  readonly x: number;
  readonly reach: number;
  readonly lane: number;
  /** Pixels that its words may take before they meet a neighbour. */
  readonly room: number;
  /** Words before the sign, for want of room after it. */
  readonly before: boolean;
}

/** A bar of the histogram: its days, its events, and how many of them have no place of their own. */
export interface Bar {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly hidden: number;
  /** 0…1 of the tallest. */
  readonly height: number;
}

/** Measures of the place that a layout is for. */
export interface Stage {
  readonly width: number;
  readonly lanes: number;
  /** Pixels that an event's words take, sign and all. */
  readonly widthOf: (known: Known) => number;
}

/** Pixels between neighbours in a lane. */
const GAP = 12;
/** Words that could have no more pixels than this, sign and all, are left to the counts. */
const LEAST_WORDS = 110;
/** WCAG 2.2, 2.5.8: what is hit must be 24 pixels wide; a count of three digits over it takes more. */
const LEAST_BAR = 36;
/** Pixels beyond the window in which a sign would be seen. */
const SIGN = 16;
/** How much more weight an event has for being shown already: readers keep what they see. */
const KEPT = 0.08;

/** How far beyond the window things are placed, in windows: what a drag brings in is there already. */
export const MARGIN = 0.5;

/**
 * Chooses which events are shown and where: the important ones first, each in the lane it had while that is free.
 *
 * @param shown What the last layout placed, by event id.
 */
export function placeEvents(
  known: Iterable<Known>,
  camera: Camera,
  stage: Stage,
  shown: ReadonlyMap<string, Placed>,
): Placed[] {
  const scale = stage.width / (camera.to - camera.from);
  const margin = (camera.to - camera.from) * MARGIN;
  const [first, last] = [camera.from - margin, camera.to + margin];
  const wanting: { known: Known; x: number; reach: number; words: number; before: boolean }[] = [];
  for (const one of known) {
    if (one.end <= first || one.start >= last) continue;
    // An event that began before the window stands at its edge while its days last.
    const start = one.start < camera.from && one.end > camera.from ? camera.from : one.start;
    const x = (start - camera.from) * scale;
    const full = stage.widthOf(one);
    // Words cut off at the edge say nothing, nor does a sign without its words.
    if ((x < -4 && x + full > 0) || (x > stage.width && x < stage.width + SIGN)) continue;
    const isInSight = x >= 0 && x < stage.width;
    const before = isInSight && x + full > stage.width && (x > full || x > stage.width - x);
    const words = isInSight ? Math.min(full, before ? x : stage.width - x) : full;
    if (words < Math.min(full, LEAST_WORDS)) continue;
    wanting.push({ known: one, x, reach: (one.end - start) * scale, words, before });
  }
  const lanes = placeInLanes(
    wanting.map(({ known: { event }, x, words, before }) => {
      const old = shown.get(event.id);
      // Items out of sight give way to visible ones.
      const weight = event.importance + (old ? KEPT : 0) - (x < 0 || x > stage.width ? 1 : 0);
      return { x: before ? x - words : x - 8, width: words + 8, weight, ...(old && { lane: old.lane }) };
    }),
    stage.lanes,
    GAP,
  );
  const placed = wanting.map((one, i) => ({ ...one, lane: lanes[i] as number })).filter(({ lane }) => lane >= 0);
  return placed.map(({ known: one, x, reach, words, lane, before }) => {
    // Only words after a sign in sight take more than they asked for: lest two neighbours take the same room, or an end without its
    // beginning come into sight.
    const after = placed.filter((o) => o.lane === lane && o.x > x).map((o) => (o.before ? o.x - o.words : o.x) - GAP);
    const room = before || x < 0 || x >= stage.width ? words : Math.min(stage.width, ...after) - x;
    return { known: one, x, reach, lane, before, room };
  });
}

/** Joins counted stretches into bars that are wide enough to hit, the same ones wherever the window stands. */
export function makeBars(
  counts: readonly Count[],
  level: Level,
  camera: Camera,
  width: number,
  placed: readonly Placed[],
): Bar[] {
  const wide = (level.unit.days / (camera.to - camera.from)) * width;
  const each = [1, 2, 5, 10, 20, 50].find((n) => n * wide >= LEAST_BAR) ?? 100;
  const groups = new Map<number, { key: string; start: number; end: number; count: number; hidden: number }>();
  const indexOf = (day: number): number => Math.floor(level.unit.indexOf(day) / each);
  for (const { start, end, count } of counts) {
    if (count === 0) continue;
    const index = indexOf(start);
    const group = groups.get(index) ?? {
      key: `${each * level.unit.days}:${index}`,
      // A bar is as wide as its group, also where only a part of it has events: neighbours can be compared.
      start: level.unit.startOf(index * each),
      end: level.unit.startOf((index + 1) * each),
      count: 0,
      hidden: 0,
    };
    groups.set(index, group);
    group.start = Math.min(group.start, start);
    group.end = Math.max(group.end, end);
    group.count += count;
    group.hidden += count;
  }
  for (const { known } of placed) {
    const group = groups.get(indexOf(known.start));
    if (group?.hidden) group.hidden -= 1;
  }
  const bars = [...groups.values()];
  const density = ({ start, end, count }: { start: number; end: number; count: number }): number =>
    count / (end - start);
  const most = Math.max(...bars.map(density));
  return bars.map((bar) => ({ ...bar, height: density(bar) / most }));
}
