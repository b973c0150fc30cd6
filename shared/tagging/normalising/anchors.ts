import type { IsoDay } from '../../time/date-span.ts';
import { type CivilDay, civilDay, dayNumber } from '../../time/day.ts';
import { boundsOf, type CalendarUnit, type PartialDate, unitOf } from '../../time/partial-date.ts';
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
  /** First day of the last date that was finer than a year. */
  private fine: number | undefined;
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
   */
  note(date: PartialDate): void {
    if (date.unit === 'century' || date.unit === 'millennium') return;
    const { first } = boundsOf(date);
    this.lastDay = first;
    if (date.unit === 'day') this.lastExactDay = first;
    if (date.unit === 'decade') return;
    this.lastYear = date.year;
    if (FINE.has(date.unit)) this.fine = first;
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
}

/** Days from the beginning of a quarter to the last reports on it. */
const LONGEST_REPORT_DELAY = 330;

/** Lengths of a report's other columns: six or nine months, a year. */
const LONG = /^P(?:1Y|6M|9M|12M)$/;
