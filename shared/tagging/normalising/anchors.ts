import type { IsoDay } from '../../time/date-span.ts';
import { type CivilDay, civilDay, dayNumber } from '../../time/day.ts';
import { boundsOf, type CalendarUnit, isRealPartialDate, type PartialDate, unitOf } from '../../time/partial-date.ts';
import { shiftUnit } from './shift.ts';

/** Units fine enough to say where in the year a narrative has come to. */
const FINE: ReadonlySet<CalendarUnit> = new Set(['day', 'week', 'weekend', 'month', 'season', 'quarter']);

/**
 * What expressions that state too little lean on: the day of writing, and what the text spoke of last. The only state of normalisation;
 * it moves forward with the text.
 */
export class Anchors {
  /** Day number of the document's creation; undefined if nobody knows it. */
  readonly speech: number | undefined;
  readonly speechDay: CivilDay | undefined;
  /** True where years come from the text and not from the day of writing. */
  readonly narrative: boolean;
  /** First day of the last calendar date the text spoke of, and its year. */
  lastDay: number | undefined;
  lastYear: number | undefined;
  /** The last date that was a single day: what "the next day" and "at noon" start from. */
  lastExactDay: number | undefined;
  /** First day of the last date that was finer than a year; and whether a bare year has been named since. */
  private fine: number | undefined;
  private yearSince = false;
  /** True if the text has just spoken of its own present: "today", "this year". */
  present = false;
  /** The quarter a company report is about: the latest one named, not the ones it is compared with. */
  lastReported: PartialDate | undefined;
  private reportsYears = false;

  constructor(dct: IsoDay | undefined, narrative: boolean) {
    this.speech = dct === undefined ? undefined : dayNumber(dct);
    this.speechDay = this.speech === undefined ? undefined : civilDay(this.speech);
    this.narrative = narrative;
  }

  /**
   * Remembers a date the text has just spoken of.
   *
   * @param aside True if the clause points ahead or aside ("planned for 1976"), so that what follows goes on from before.
   */
  note(date: PartialDate, aside = false): void {
    if (date.unit === 'century' || date.unit === 'millennium' || aside) return;
    this.present = false;
    const { first } = boundsOf(date);
    this.lastDay = first;
    if (date.unit === 'day') this.lastExactDay = first;
    if (date.unit === 'decade') return;
    this.lastYear = date.year;
    if (FINE.has(date.unit)) this.fine = first;
    this.yearSince = !FINE.has(date.unit);
  }

  /**
   * Remembers a quarter the text has named, if it is the one reported. An earlier one after it is there for comparison ("after a weak
   * second quarter"), unless it is another company's own ("the fiscal first quarter").
   *
   * @param told Asks whether the sentence tells of the quarter as past: then a first one that is not over yet is a fiscal one that is.
   */
  noteQuarter(date: PartialDate, fiscal: boolean, told: () => boolean): void {
    const last = this.lastReported;
    if (last && !fiscal && date.year === last.year && date.part < last.part) return;
    if (!this.isReported(date) && (last || !this.isCurrent(date) || !told())) return;
    this.lastReported = date;
    this.reportsYears = false;
  }

  private isCurrent(date: PartialDate): boolean {
    if (this.speech === undefined) return false;
    const { first, last } = boundsOf(date);
    return first <= this.speech && this.speech <= last;
  }

  /** A quarter that was over when the text was written, and not so long before that it is there for comparison. */
  private isReported(date: PartialDate): boolean {
    if (this.speech === undefined) return false;
    const { first, last } = boundsOf(date);
    return last < this.speech && this.speech - first < LONGEST_REPORT_DELAY;
  }

  /** Remembers that the text has gone from quarters to a year's or nine months' figures, or back. */
  noteLength(value: string): void {
    if (this.lastReported && LONG.test(value)) this.reportsYears = true;
  }

  /** What "a year ago" is in a company's report: the quarter spoken of a year before, or the year, after figures for a year. */
  yearBeforeReported(): PartialDate | undefined {
    if (!this.lastReported || this.narrative) return undefined;
    const { year } = this.lastReported;
    return this.reportsYears ? unitOf('year', year - 1) : { ...this.lastReported, year: year - 1 };
  }

  /** The year before the one of writing. */
  yearBeforeSpeech(): PartialDate | undefined {
    return this.speechDay && unitOf('year', this.speechDay.year - 1);
  }

  /**
   * The quarter spoken of, else the last one that was over when the text was written.
   *
   * @param loosely True if what is asked for need be no quarter: after a year's or nine months' figures it is the year.
   */
  reported(loosely: boolean): PartialDate | undefined {
    if (this.lastReported) {
      return loosely && this.reportsYears ? unitOf('year', this.lastReported.year) : this.lastReported;
    }
    if (!this.speechDay) return undefined;
    return shiftUnit(unitOf('quarter', this.speechDay.year, Math.ceil(this.speechDay.month / 3)), -1);
  }

  /** First day of the last date, if it was finer than a year; of the one before where only its year was named since. */
  lastFineDay(): number | undefined {
    return this.fine !== undefined && civilDay(this.fine).year === this.lastYear ? this.fine : undefined;
  }

  /** Where the telling has come to: the text's last day in a narrative, else the day of writing. */
  here(): number | undefined {
    return this.narrative ? (this.lastDay ?? this.speech) : this.speech;
  }

  /** What "today" and "ago" start from: the day of writing; only if nobody knows it, where the telling has come to. */
  now(): number | undefined {
    return this.speech ?? this.lastDay;
  }

  /**
   * A month or day of a narrative without its year. It goes on from the last date the text told of, mostly forward: after December comes
   * January of the next year. A year named since then is where it goes on instead, if it is not far off.
   */
  narrated(build: (year: number) => PartialDate): PartialDate | undefined {
    const year = this.lastYear ?? this.speechDay?.year;
    if (year === undefined) return undefined;
    if (this.fine === undefined || this.yearSince) {
      return realOne(build, [year, year + 1, year - 1, year + 2, year - 2, year + 3]);
    }
    const from = this.fine;
    let best: PartialDate | undefined;
    let cost = Number.POSITIVE_INFINITY;
    for (const candidate of [build(year), build(year + 1), build(year - 1)]) {
      if (!isRealPartialDate(candidate)) continue;
      const { first, last } = boundsOf(candidate);
      const distance = first > from ? first - from : last < from ? (from - last) * BACK : 0;
      if (distance < cost) {
        cost = distance;
        best = candidate;
      }
    }
    return best ?? realOne(build, [year + 2, year - 2, year + 3]);
  }
}

/** Days from the beginning of a quarter to the last reports on it. */
const LONGEST_REPORT_DELAY = 330;

/** Lengths of a report's other columns: six or nine months, a year. */
const LONG = /^P(?:1Y|6M|9M|12M)$/;

/** A step back in a narrative is as unlikely as one this many times as long forward. */
const BACK = 1.3;
/** The first of the years in which the date exists (29 February). */
const realOne = (build: (year: number) => PartialDate, years: readonly number[]): PartialDate | undefined =>
  years.map(build).find(isRealPartialDate);
