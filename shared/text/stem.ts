import { stemmer } from 'stemmer';
import { dropOldest } from '../kernel/drop-oldest.ts';

const REMEMBERED = 50_000;
const stems = new Map<string, string>();

/**
 * The Porter stem of a lower-case word, by which "elections" and "election" are one keyword.
 *
 * Caches the last tens of thousands of words, since texts repeat them.
 *
 * @see M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980.
 */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stemmed = stemmer(word);
  stems.set(word, stemmed);
  dropOldest(stems, REMEMBERED);
  return stemmed;
}
