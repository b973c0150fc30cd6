import { stem } from '../../shared/text/stem.ts';
import { STOP_WORDS } from '../../shared/text/stop-words.ts';
import { dayNumber } from '../../shared/time/day.ts';

/** A timeline: ISO day → the sentences that stand under it. */
export type Timeline = ReadonlyMap<string, readonly string[]>;

/** Precision and recall of one measure on one timeline. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
}

export interface TimelineScores {
  readonly date: Score;
  readonly ar1: Score;
  readonly ar2: Score;
}

export const f1 = ({ precision, recall }: Score): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

const termsOf = (sentences: readonly string[]): string[] =>
  sentences.flatMap((sentence) =>
    (sentence.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !STOP_WORDS.has(word)).map(stem),
  );

type Bag = ReadonlyMap<string, number>;

function bagOf(terms: readonly string[], n: number): Bag {
  const bag = new Map<string, number>();
  for (let i = 0; i + n <= terms.length; i++) {
    const gram = terms.slice(i, i + n).join(' ');
    bag.set(gram, (bag.get(gram) ?? 0) + 1);
  }
  return bag;
}

const sizeOf = (bag: Bag): number => [...bag.values()].reduce((sum, count) => sum + count, 0);
const sharedBy = (a: Bag, b: Bag): number =>
  [...a].reduce((sum, [gram, count]) => sum + Math.min(count, b.get(gram) ?? 0), 0);

/**
 * Date F1 and alignment-based ROUGE ("align+ m:1"): each day is compared with the day of the other timeline that is near in time and in
 * words, and what they share is discounted by how far apart they are.
 *
 * Tokens are stems without this project's stop words, so figures differ in the third digit from scorers with another list.
 *
 * @see Martschat & Markert, "Improving ROUGE for Timeline Summarization", EACL 2017.
 */
export function scoreTimeline(predicted: Timeline, reference: Timeline): TimelineScores {
  const days = { predicted: [...predicted.keys()], reference: [...reference.keys()] };
  const shared = days.predicted.filter((day) => reference.has(day)).length;
  const bags = (timeline: Timeline) =>
    new Map(
      [...timeline].map(([day, sentences]) => {
        const terms = termsOf(sentences);
        return [day, { number: dayNumber(day), one: bagOf(terms, 1), two: bagOf(terms, 2) }] as const;
      }),
    );
  const p = bags(predicted);
  const r = bags(reference);
  const side = (from: typeof p, to: typeof p, n: 'one' | 'two'): number => {
    let numerator = 0;
    let denominator = 0;
    for (const a of from.values()) {
      let best: { cost: number; nearness: number; bag: Bag } | undefined;
      for (const b of to.values()) {
        const nearness = 1 / (Math.abs(a.number - b.number) + 1);
        const both = sharedBy(a.one, b.one);
        const likeness = f1({
          precision: both / Math.max(1, sizeOf(a.one)),
          recall: both / Math.max(1, sizeOf(b.one)),
        });
        const cost = (1 - nearness) * (1 - likeness);
        if (!best || cost < best.cost) best = { cost, nearness, bag: b[n] };
      }
      if (best) numerator += best.nearness * sharedBy(a[n], best.bag);
      denominator += sizeOf(a[n]);
    }
    return denominator === 0 ? 0 : numerator / denominator;
  };
  return {
    date: {
      precision: shared / Math.max(1, days.predicted.length),
      recall: shared / Math.max(1, days.reference.length),
    },
    ar1: { precision: side(p, r, 'one'), recall: side(r, p, 'one') },
    ar2: { precision: side(p, r, 'two'), recall: side(r, p, 'two') },
  };
}

/** F1 of the mean precision and the mean recall over timelines, as the literature reports it. */
export function meanF1(scores: readonly TimelineScores[], measure: keyof TimelineScores): number {
  const mean = (part: keyof Score) =>
    scores.reduce((sum, score) => sum + score[measure][part], 0) / Math.max(1, scores.length);
  return f1({ precision: mean('precision'), recall: mean('recall') });
}
