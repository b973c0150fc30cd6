import type { Place } from './place.ts';

/** What one expression is to the story: which year a bare date lies in, and whether the story goes on from there. */
export interface Placing {
  /** Year of a date that states none. */
  readonly year: number | undefined;
  /** A date mentioned in passing: the story goes on from before it. */
  readonly aside: boolean;
  /** A bare date told from the day of writing ("this March"), not from the story. */
  readonly present: boolean;
}

/** One reading of the text so far. Readings share their beginnings. */
export interface Reading {
  readonly place: Place | undefined;
  /** The text has just spoken of its own day: "today", "this year". */
  readonly atPresent: boolean;
  readonly cost: number;
  readonly before: Reading | undefined;
  readonly index: number;
  readonly placing: Placing;
}

export const NOTHING: Placing = { year: undefined, aside: false, present: false };

/** The reading that goes on from another by one expression. */
export const goOn = (
  before: Reading,
  index: number,
  place: Place | undefined,
  cost: number,
  placing: Placing,
  atPresent = false,
): Reading => ({ place, atPresent, cost: before.cost + cost, before, index, placing });
