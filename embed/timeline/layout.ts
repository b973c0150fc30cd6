import { placeInLanes } from '../../shared/pages/embed/lanes.ts';
import type { Camera } from './camera.ts';
import type { Count, Known } from './tiles.ts';
import type { Level } from './units.ts';

/** The place of an event: `x` of its sign and `reach` of its days, in pixels from the start of the window. */
export interface Placed {
  readonly known: Known;
  readonly x: number;
  readonly reach: number;
  readonly lane: number;
  /** Pixels that its label may take before it meets a neighbour. */
  readonly room: number;
  /** True if the label stands before the sign, for lack of space after it. */
  readonly before: boolean;
}

/** A bar of the histogram: its days, its events, and how many of them are not shown as items. */
export interface Bar {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly hidden: number;
  /** Share of the tallest bar, 0…1. */
  readonly height: number;
}

/** Measures of the map for a layout. */
export interface Stage {
  readonly width: number;
  readonly lanes: number;
  /** Width of an event's label with its sign, in pixels. */
  readonly widthOf: (known: Known) => number;
}

/** Pixels between neighbours in a lane. */
const GAP = 12;
/** Events whose label would have fewer pixels than this are only counted. */
const LEAST_WORDS = 110;
/** WCAG 2.2, 2.5.8: targets must be 24 pixels wide; a count of three digits above a bar needs more. */
const LEAST_BAR = 36;
/** Pixels beyond the window in which a sign would still be visible. */
const SIGN = 16;
/** Bonus to the importance of events that are already shown, which keeps the map stable. */
const KEPT = 0.08;

/** How far beyond the window events are placed, in windows: a drag reveals them without a new layout. */
export const MARGIN = 0.5;

/**
 * Chooses which events are shown and where: by importance, each in its previous lane if that is free.
 *
 * @param shown The result of the last layout, by event id.
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
    // An event that began before the window is placed at its edge while it lasts.
    const start = one.start < camera.from && one.end > camera.from ? camera.from : one.start;
    const x = (start - camera.from) * scale;
    const full = stage.widthOf(one);
    // A label cut off at the edge says nothing, and neither does a sign without its label.
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
    // Only labels after a visible sign may grow beyond what they asked for: otherwise two neighbours could take the
    // same space, or the end of a label become visible without its beginning.
    const after = placed.filter((o) => o.lane === lane && o.x > x).map((o) => (o.before ? o.x - o.words : o.x) - GAP);
    const room = before || x < 0 || x >= stage.width ? words : Math.min(stage.width, ...after) - x;
    return { known: one, x, reach, lane, before, room };
  });
}

/** Joins counted stretches into bars that are wide enough to click; the same bars wherever the window stands. */
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
      // A bar is as wide as its group even if only a part of it has events, so that neighbours can be compared.
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
