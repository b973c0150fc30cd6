import { dayNumber } from '../../time/day.ts';
import type { StorySentence } from './read-sentence.ts';

/**
 * Features of the whole article for deciding whether a date carries over: its genre by the distance of its dates from
 * the day of writing, and the share of its sentences with a date, in fifths.
 *
 * @returns The genre first: "article=history", "article=old", "article=week", "article=now" or "article=unknown".
 */
export function articleFeatures(sentences: readonly StorySentence[], dct: string | undefined): string[] {
  const lags: number[] = [];
  let dated = 0;
  for (const { timexes } of sentences) {
    const ends = timexes.flatMap(({ span }) => span?.end ?? []);
    if (ends.length > 0) dated++;
    if (dct !== undefined) lags.push(...ends.map((end) => dayNumber(dct) - dayNumber(end)));
  }
  const share = Math.floor((5 * dated) / Math.max(1, sentences.length));
  return [`article=${genreOf(lags)}`, `dated=${share}`];
}

/** @param lags Days from each date to the day of writing. */
function genreOf(lags: readonly number[]): string {
  if (lags.length === 0) return 'unknown';
  const middle = lags.toSorted((a, b) => a - b)[lags.length >> 1] as number;
  return middle > 3 * 365 ? 'history' : middle > 60 ? 'old' : middle > 2 ? 'week' : 'now';
}
