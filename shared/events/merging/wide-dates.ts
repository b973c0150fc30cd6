import type { Mention } from './mention.ts';
import { areOfOneSentence, arePartedBy } from './one-sentence.ts';
import type { Surroundings } from './pair-features.ts';
import { areOneDisaster, type PairWeights, undatedLogOdds } from './pair-model.ts';
import { type Sketch, sketchOf, widthOf } from './sketch.ts';

/** Dates from a week to a year may be coarse references to a day; events with wider dates mostly lasted. */
const SHORTEST_WIDE = 7;
const LONGEST_WIDE = 366;
/** Lowest log odds, as if both had one day, for a wide mention to join a day's event. */
const LEAST_ODDS = 0.6;
/** Lowest rarity of words shared by two titles, and share of a trigger's mentions on one day, either of which makes a pair specific. */
const RARE_WORDS = 0.5;
const CONCENTRATED = 0.5;
/** Required lead of the day's event over any other event of the same range. */
const LEAST_LEAD = 1;
/** Log odds in a mean for a pair that cannot be one event. */
const APART = -4;

/** Whether a mention is dated to a week, a month or a year, or to some of them. */
export function isWide(mention: Mention): boolean {
  const width = widthOf(sketchOf(mention));
  return width >= SHORTEST_WIDE && width <= LONGEST_WIDE;
}

/** Data for comparing pairs. */
interface Comparison extends Surroundings {
  readonly model: PairWeights;
}

/**
 * Joins each cluster without a day ("was found guilty in November") with the one matching cluster of a day in its
 * range. A month has many events, so the date itself is weak evidence; it is sufficient only if one event matches and
 * no other does.
 *
 * @param days Clusters with dates of at most a few days, or of more than a year.
 * @param wide Clusters with dates of weeks, months and years.
 * @returns One partition of all; depends only on the sets.
 */
export function joinWideDates(
  days: readonly (readonly Mention[])[],
  wide: readonly (readonly Mention[])[],
  comparison: Comparison,
): readonly (readonly Mention[])[] {
  const joined = days.map((members) => [...members]);
  const sketched = days.map((members) => members.map(sketchOf));
  const left = wide.filter((members) => {
    const own = members.map(sketchOf);
    const [best, next] = sketched
      .map((day, at) => ({ at, odds: oddsOf(own, day, comparison) }))
      .sort((a, b) => b.odds - a.odds || a.at - b.at);
    if (!best || best.odds < LEAST_ODDS || best.odds - (next?.odds ?? APART) < LEAST_LEAD) return true;
    const into = joined[best.at];
    // Another month's words may have brought a statement of the same sentence there.
    if (!into || areApart(own, into.map(sketchOf))) return true;
    into.push(...members);
    return false;
  });
  return [...joined, ...left];
}

/** The mean, over wide mentions, of the best match with a mention of a day in their range. */
function oddsOf(wide: readonly Sketch[], cluster: readonly Sketch[], comparison: Comparison): number {
  const days = cluster.filter((day) => widthOf(day) === 1);
  const isInside = wide.every(({ start, end }) => days.every((day) => day.start >= start && day.end <= end));
  if (days.length === 0 || !isInside) return Number.NEGATIVE_INFINITY;
  if (areApart(wide, cluster)) return Number.NEGATIVE_INFINITY;
  const best = (one: Sketch): number =>
    days.reduce((most, day) => {
      const odds = isSpecific(one, day, comparison)
        ? undatedLogOdds(one, day, comparison, comparison.model)
        : undefined;
      return Math.max(most, odds ?? APART);
    }, APART);
  return wide.reduce((sum, one) => sum + best(one), 0) / wide.length;
}

/** Whether statements of one sentence keep two clusters apart. */
const areApart = (a: readonly Sketch[], b: readonly Sketch[]): boolean =>
  arePartedBy(
    a.reduce((pairs, one) => pairs + b.filter((other) => areOfOneSentence(one, other)).length, 0),
    a.length,
    b.length,
  );

/** Whether two mentions share more than a verb: rare words of their titles, a trigger that rarely has another day, or a disaster. */
function isSpecific(wide: Sketch, day: Sketch, { rarity, concentration }: Surroundings): boolean {
  let shared = 0;
  for (const word of wide.title) if (day.title.has(word) && !wide.triggers.has(word)) shared += rarity.of(word);
  return shared >= RARE_WORDS || concentration(day, wide) >= CONCENTRATED || areOneDisaster(wide, day);
}
