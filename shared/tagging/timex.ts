import type { DateSpan } from '../time/date-span.ts';

/** TimeML's four types. */
export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** TIMEX3 `mod` values used here. */
export type TimexMod =
  | 'BEFORE'
  | 'AFTER'
  | 'ON_OR_BEFORE'
  | 'ON_OR_AFTER'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE'
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX';

/** Which fields of a date the words state. A season, a quarter and a half count as the month: they are the part of the year. */
export interface StatedFields {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly weekday: boolean;
}

/**
 * The source of the fields that the words do not state.
 *
 * - `nearest`: the day of writing, in the direction of the tense around the expression ("Friday", "4 June"). Callers that know the
 *   clause better may choose the other direction.
 * - `writing`: the day of writing, by the words themselves ("last Friday", "two years ago").
 * - `text`: another date of the article ("the next day", a month in a history).
 */
export type TimexAnchor = 'nearest' | 'writing' | 'text';

/** One time expression of a text. */
export interface Timex {
  /** UTF-16 offsets into the text that was tagged; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: TimexType;
  /** TIMEX3 value as in TimeML / TempEval-3: `1989-06-04`, `2013`, `199`, `P5Y`, `PAST_REF`, `1998-W23`, `T09:00`, … */
  readonly value: string;
  readonly mod?: TimexMod;
  /** The days it may refer to; absent for expressions without calendar days (most durations, sets, PAST_REF). */
  readonly span?: DateSpan;
  /** True if the text itself states year, month or day ("June 4, 1989"), false if it is relative to an anchor ("last year"). */
  readonly explicit: boolean;
  readonly stated: StatedFields;
  /** Absent if no field was missing, or no source is known. */
  readonly anchor?: TimexAnchor;
  /** For named days and periods ("Ramadan", "the 2008 Olympics"): the source of their dates. */
  readonly source?: string;
}

export interface TaggingOptions {
  /** Document creation time: the ISO day in the document's own offset. Without it only self-contained expressions get values. */
  readonly dct?: string;
  /** BCP 47 primary tag; default `en`. */
  readonly language?: string;
  /** Overrules the decision between news (anchor = DCT) and narrative (anchor = the text), which is otherwise read from the text. */
  readonly domain?: 'news' | 'narrative';
}
