import type { Sketch } from './sketch.ts';

/**
 * Two statements of one sentence are two events, so clusters with such a pair stay apart, unless both have many other mentions for each
 * such pair: of hundreds of sentences on one explosion, some name it twice.
 */
const MENTIONS_PER_PAIR = 10;

/** Whether two mentions are statements of one sentence. */
export const areOfOneSentence = (a: Sketch, b: Sketch): boolean => {
  for (const place of a.places) if (b.places.has(place)) return true;
  return false;
};

/**
 * Whether clusters of these sizes stay apart for pairs that are statements of one sentence.
 *
 * @param pairs How many there are between the two.
 */
export const arePartedBy = (pairs: number, left: number, right: number): boolean =>
  pairs * MENTIONS_PER_PAIR > Math.min(left, right);
