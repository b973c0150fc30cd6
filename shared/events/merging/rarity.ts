import { newsShareOf } from '../lexicon/frequent-stems.ts';
import type { Sketch } from './sketch.ts';

/** Share of sentences with a stem that the list of frequent stems lacks. */
const UNKNOWN_SHARE = 0.001;
/** Weight of the background counts, in mentions of the bucket. */
const BACKGROUND_MENTIONS = 60;

/** How specific a shared stem is: the fewer mentions contain it, the more. Depends only on the set of mentions. */
export interface Rarity {
  /** 0…1; 0 for a stem that all mentions have. */
  of(stemmed: string): number;
  /** Sum of the rarities of a set. */
  sumOf(stems: ReadonlySet<string>): number;
}

/** Counts the stems of a bucket's mentions: in a collection about one oil spill, "oil" is weak evidence. */
export function rarityAmong(sketches: readonly Sketch[]): Rarity {
  const counts = new Map<string, number>();
  for (const { context } of sketches) for (const word of context) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = new Map<string, number>();
  const of = (word: string): number => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const share =
      ((counts.get(word) ?? 1) - 1 + BACKGROUND_MENTIONS * (newsShareOf(word) ?? UNKNOWN_SHARE)) /
      (sketches.length + BACKGROUND_MENTIONS);
    const rarity = Math.min(1, -Math.log(Math.min(1, share)) / 7);
    known.set(word, rarity);
    return rarity;
  };
  const sums = new Map<ReadonlySet<string>, number>();
  const sumOf = (stems: ReadonlySet<string>): number => {
    const before = sums.get(stems);
    if (before !== undefined) return before;
    let sum = 0;
    for (const word of stems) sum += of(word);
    sums.set(stems, sum);
    return sum;
  };
  return { of, sumOf };
}
