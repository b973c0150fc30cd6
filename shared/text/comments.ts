import type { Stretch } from './sentences.ts';

/**
 * Lines that mark comments of readers: "June 9, 2011 at 2:27 pm | Reply" below a comment, or "At 20:58 24th Mar 2010,
 * Ann wrote:" above it, whose text continues on the line.
 */
const STAMP =
  /[A-Z][a-z]{2,8} \d{1,2}, \d{4} at \d{1,2}:\d\d ?[ap]m ?\|(?: ?Reply\b)?|\bAt \d{1,2}:\d\d(?: ?[ap]m)?(?: on)? \d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4}, [^\n,]{1,40}? wrote:[^\n]*/g;

/** Fewest stamps of a comment thread. */
const FEWEST = 3;

/** Finds readers' comments under an article, from the first stamp to the last. They are not part of the article. */
export function findComments(text: string): Stretch | undefined {
  let count = 0;
  let first: number | undefined;
  let end = 0;
  for (const found of text.matchAll(STAMP)) {
    count++;
    first ??= found.index;
    end = found.index + found[0].length;
  }
  return first !== undefined && count >= FEWEST ? { start: first, end } : undefined;
}
