import type { Sketch, TitleSketch } from './sketch.ts';

/** Limits the share for few mentions: one other explosion on a day does not make it a day of explosions. */
const PRIOR_MENTIONS = 2;

/**
 * The share of the other mentions of a trigger on these days, 0…1: if nearly every "explosion" of a
 * collection is dated April 20, an explosion of that day is *the* explosion. Neither of the two mentions counts.
 */
export type Concentration = (one: TitleSketch, other: TitleSketch) => number;

/** Counts the triggers of a bucket's mentions by day; a title reprinted by agencies counts once. Depends only on the set of mentions. */
export function concentrationAmong(sketches: readonly Sketch[]): Concentration {
  const days = new Map<string, Map<number, number>>();
  for (const { start, end, triggers } of distinct(sketches)) {
    if (start !== end) continue;
    for (const trigger of triggers) {
      const counts = days.get(trigger) ?? new Map<number, number>();
      days.set(trigger, counts.set(start, (counts.get(start) ?? 0) + 1));
    }
  }
  const totals = new Map([...days].map(([trigger, counts]) => [trigger, sum(counts.values())]));
  const share = (trigger: string, one: TitleSketch, other: TitleSketch): number => {
    const counts = days.get(trigger);
    if (!counts) return 0;
    let inside = 0;
    if (one.start === one.end) inside = counts.get(one.start) ?? 0;
    else for (const [day, count] of counts) if (day >= one.start && day <= one.end) inside += count;
    let total = totals.get(trigger) ?? 0;
    for (const each of [one, other]) {
      if (each.start !== each.end || !each.triggers.has(trigger)) continue;
      total--;
      if (each.start >= one.start && each.end <= one.end) inside--;
    }
    return inside / (total + PRIOR_MENTIONS);
  };
  return (one, other) => {
    let most = 0;
    for (const trigger of one.triggers) most = Math.max(most, share(trigger, one, other));
    return most;
  };
}

/** One sketch of each title and date. */
const distinct = (sketches: readonly Sketch[]): readonly Sketch[] => [
  ...new Map(
    sketches.map((sketch) => [`${sketch.start} ${sketch.end} ${[...sketch.title].sort().join(' ')}`, sketch]),
  ).values(),
];

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
