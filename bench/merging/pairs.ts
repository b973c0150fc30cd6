import { concentrationAmong } from '../../shared/events/merging/concentration.ts';
import type { Mention } from '../../shared/events/merging/mention.ts';
import { featuresOf } from '../../shared/events/merging/pair-features.ts';
import { rarityAmong } from '../../shared/events/merging/rarity.ts';
import { type Sketch, sketchOf } from '../../shared/events/merging/sketch.ts';
import { seeded } from '../random.ts';

/** The features of two mentions, and whether their articles state the same day. */
export interface LabelledPair {
  readonly features: readonly number[];
  readonly sameDay: boolean;
}

/** Most pairs of one day, so that the subject's largest day does not dominate. */
const MOST_PAIRS_OF_A_DAY = 400;
/** Fewest days apart that a mistake cannot explain. */
const OTHER_DAYS = 4;

/**
 * Pairs that a program can label: mentions by two articles, in sentences that differ, that state the same day, against as many drawn at random that
 * state days far apart. Dates are no features, so a model that separates the two kinds recognises mentions of one event.
 */
export function labelledPairs(mentions: readonly Mention[], seed: number): readonly LabelledPair[] {
  const random = seeded(seed);
  const sketches = mentions
    .filter(({ event }) => event.modality === 'asserted' && event.date.precision === 'day')
    .map(sketchOf)
    .filter(({ start, end }) => start === end);
  const surroundings = { rarity: rarityAmong(sketches), concentration: concentrationAmong(sketches) };
  const byDay = new Map<number, Sketch[]>();
  for (const sketch of sketches) byDay.set(sketch.start, [...(byDay.get(sketch.start) ?? []), sketch]);
  const pick = (from: readonly Sketch[]): Sketch => from[Math.floor(random() * from.length)] as Sketch;
  const same = [...byDay.values()].flatMap((day) => {
    const all = day.flatMap((a, i) => day.slice(0, i).flatMap((b) => (areIndependent(a, b) ? [[a, b] as const] : [])));
    return shuffled(all, random).slice(0, MOST_PAIRS_OF_A_DAY);
  });
  const pairs = same.map(([a, b]) => ({ features: featuresOf(a, b, surroundings), sameDay: true }));
  for (let drawn = 0; drawn < same.length; ) {
    const [a, b] = [pick(sketches), pick(sketches)];
    if (Math.abs(a.start - b.start) < OTHER_DAYS || !areIndependent(a, b)) continue;
    pairs.push({ features: featuresOf(a, b, surroundings), sameDay: false });
    drawn++;
  }
  return pairs;
}

/** Whether two sentences are almost copies, which would teach the model to recognise copies alone. */
const areIndependent = (a: Sketch, b: Sketch): boolean =>
  a.mention.articleId !== b.mention.articleId &&
  a.mention.event.evidence[0]?.sentence !== b.mention.event.evidence[0]?.sentence;

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}
