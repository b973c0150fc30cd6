import type { Place } from './place.ts';

/** The role of one expression in the narrative: the year of a bare date, and whether the narrative continues from there. */
export interface Placing {
  /** Year of a date that states none. */
  readonly year: number | undefined;
  /** A date mentioned in passing: the narrative continues from before it. */
  readonly aside: boolean;
  /** A bare date relative to the day of writing ("this March"), not to the narrative. */
  readonly present: boolean;
}

/** One reading of the text so far. Readings share their beginnings. */
export interface Reading {
  readonly place: Place | undefined;
  /** The text has just mentioned its own day: "today", "this year". */
  readonly atPresent: boolean;
  readonly cost: number;
  readonly before: Reading | undefined;
  readonly index: number;
  readonly placing: Placing;
}

export const NOTHING: Placing = { year: undefined, aside: false, present: false };

/** The reading that extends another by one expression. */
export const goOn = (
  before: Reading,
  index: number,
  place: Place | undefined,
  cost: number,
  placing: Placing,
  atPresent = false,
): Reading => ({ place, atPresent, cost: before.cost + cost, before, index, placing });
