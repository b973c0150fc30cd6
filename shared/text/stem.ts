import { stemmer } from 'stemmer';

const REMEMBERED = 50_000;
const stems = new Map<string, string>();

/**
 * The Porter stem of a lower-case word: what makes "elections" and "election" one keyword.
 *
 * Remembers the last tens of thousands of words, since the same ones come again and again; the memory is bounded.
 *
 * @see M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980.
 */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= REMEMBERED) stems.clear();
  const stemmed = stemmer(word);
  stems.set(word, stemmed);
  return stemmed;
}
