import type { CalendarUnit } from '../../time/partial-date.ts';
import type { TimexMod, TimexType } from '../timex.ts';
import type { UnitName } from './word.ts';

/** The reference point of an expression that lacks a field. */
export type Lean =
  /** Nearest in the direction of the sentence's tense. */
  | 'nearest'
  | 'this'
  | 'last'
  | 'next'
  /** The last one mentioned: "that year", "the same month". */
  | 'same'
  /** The one before or after the last one mentioned: "the previous year", "the following day". */
  | 'previous'
  | 'following';

/**
 * A reading that the article may overrule: four digits by themselves, read as a year or as a time of day; a year before 1800 that only
 * stands beside a noun ("the 1745 campaign") and counts if years near it are stated; a numeric date by which of its numbers was read as the
 * day, `perhaps` where both could be ("05/06/2012").
 */
export type OpenReading =
  | 'year'
  | 'doubtful-year'
  | 'clock'
  | 'day-first'
  | 'month-first'
  | 'perhaps-day-first'
  | 'perhaps-month-first';

/** The part of a stated date that is meant, or its neighbour. Counts are negative from the end. */
export type Pick =
  /** The nth day (weekday 0) or the nth such weekday: 1 Monday … 7 Sunday. */
  | { readonly of: 'day'; readonly nth: number; readonly weekday: number }
  /** "the third week of June", "the second month of 2020". */
  | { readonly of: 'unit'; readonly nth: number; readonly unit: 'week' | 'weekend' | 'month' | 'quarter' | 'decade' }
  /** The unit around the day that is stated: "the week of March 6". */
  | { readonly of: 'around'; readonly unit: CalendarUnit }
  /** A part that is no unit of the calendar: "the second half of March" is part 2 of 2. */
  | { readonly of: 'fraction'; readonly part: number; readonly parts: number }
  | DateOffset;

/** A distance from a stated date; negative is before it: "three days after Easter", "the Thursday before Christmas". */
export interface DateOffset {
  readonly of: 'offset';
  readonly amount: number;
  readonly step: UnitName;
  /** The nearest such day on that side: 1 Monday … 7 Sunday. */
  readonly weekday?: number;
  /** "the week after", "the weekend before": the unit itself, and no day so far away. */
  readonly whole?: boolean;
}

/**
 * The content of an expression, before the document creation time is applied: the grammar's output and the normaliser's
 * input. Three kinds: a place on the calendar, a shift from an anchor, and a value that needs no anchor.
 */
export interface Expression {
  readonly kind: 'calendar' | 'shift' | 'fixed' | 'clock';
  readonly type: TimexType;
  /** Token after the last one. */
  readonly upTo: number;
  /** Token at which the span begins, if not the one the form was tried at. */
  readonly from?: number | undefined;
  readonly mod?: TimexMod | undefined;
  readonly approximate?: boolean | undefined;
  /** calendar: the unit of the value; shift: the unit of the answer's granularity, if not `step`. */
  readonly unit?: CalendarUnit | undefined;
  /** Astronomical year; for decades and centuries as in `PartialDate`. */
  readonly year?: number | undefined;
  /** Three digits that are a year only near other years of three digits: "in 216" after "218 BC". */
  readonly ancient?: boolean | undefined;
  /** A property that only the whole article can decide. */
  readonly open?: OpenReading | undefined;
  /** A year of two digits. */
  readonly short?: boolean | undefined;
  readonly part?: number | undefined;
  readonly day?: number | undefined;
  /** 1 Monday … 7 Sunday. */
  readonly weekday?: number | undefined;
  readonly lean?: Lean | undefined;
  /** "July last year": how far the year is from the anchor's, with `lean` telling which anchor. */
  readonly yearShift?: number | undefined;
  /** shift: how far, in `step`s; negative is the past. */
  readonly amount?: number | undefined;
  readonly step?: UnitName | undefined;
  /**
   * shift: from the day of writing; from the last date mentioned; from the current day of the text, which is the one in news and the other
   * in histories ("the end of the year"); or from the period that a company report covers.
   */
  readonly anchor?: 'speech' | 'text' | 'here' | 'report' | undefined;
  /** shift: "a year ago" in a company's report means its quarter a year ago; "last year" never does. */
  readonly compares?: boolean | undefined;
  /** A report's quarter, of which only the last month is stated: "the quarter ended July 31"; 0 is December. */
  readonly lastMonth?: number | undefined;
  /** A quarter said to be a company's own: "the fiscal first quarter". */
  readonly fiscal?: boolean | undefined;
  /** fixed: the TIMEX3 value; and the one in histories, where they are annotated otherwise. */
  readonly value?: string | undefined;
  readonly narrativeValue?: string | undefined;
  /** The part after the day: `T19:15`, `TMO`. */
  readonly clock?: string | undefined;
  /** The part of the stated date that is meant, if not all of it. */
  readonly pick?: Pick | undefined;
  /** A named day or event, by its name in the gazetteer. */
  readonly named?: string | undefined;
  /** A second expression in the same words: the "5" of "May 4 and 5", the "59" of "1958-59". */
  readonly also?: Expression | undefined;
  /** shift: only if the sentence points ahead ("will resume in three weeks"); otherwise the value below ("built in three weeks" is a duration). */
  readonly unlessAhead?: Expression | undefined;
  /** Counts only if the sentence points ahead: "will soon begin", not "soon became". */
  readonly onlyAhead?: boolean | undefined;
  /** Counts only in texts of one kind: "former" is a time in histories and a title in news. */
  readonly only?: 'news' | 'narrative' | undefined;
}

/**
 * Every field, unstated; 33 fields at most, since V8 (Node 20) copies objects of more with `...` fifteen times more slowly. Forms begin each expression with `...BLANK`, so that all are of one shape: what is read over and over in the
 * normaliser is then read several times faster than objects of many shapes are.
 */
export const BLANK: Expression = {
  kind: 'fixed',
  type: 'DATE',
  upTo: 0,
  from: undefined,
  mod: undefined,
  approximate: undefined,
  unit: undefined,
  year: undefined,
  ancient: undefined,
  short: undefined,
  part: undefined,
  day: undefined,
  weekday: undefined,
  lean: undefined,
  yearShift: undefined,
  amount: undefined,
  step: undefined,
  anchor: undefined,
  compares: undefined,
  lastMonth: undefined,
  fiscal: undefined,
  value: undefined,
  narrativeValue: undefined,
  clock: undefined,
  open: undefined,
  pick: undefined,
  named: undefined,
  also: undefined,
  unlessAhead: undefined,
  onlyAhead: undefined,
  only: undefined,
};
