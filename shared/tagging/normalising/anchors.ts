import type { IsoDay } from '../../time/date-span.ts';
import { type CivilDay, civilDay, dayNumber } from '../../time/day.ts';
import { boundsOf, type CalendarUnit, type PartialDate, unitOf } from '../../time/partial-date.ts';
import { shiftUnit } from './shift.ts';

/** Units precise enough to place a narrative within a year. */
const FINE: ReadonlySet<CalendarUnit> = new Set(['day', 'week', 'weekend', 'month', 'season', 'quarter']);

/**
 * The reference points of incomplete expressions: the day of writing, and the last dates mentioned. The only state of normalisation; it moves
 * forward with the text.
 */
export class Anchors {
  /** Day number of the document's creation; undefined if unknown. */
  readonly speech: number | undefined;
  readonly speechDay: CivilDay | undefined;
  /** True where years come from the text and not from the day of writing. */
  readonly narrative: boolean;
  /** First day of the last calendar date mentioned, and its year. */
  lastDay: number | undefined;
  lastYear: number | undefined;
  /** The last date that was a single day: the reference point of "the next day" and "at noon". */
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
   * Remembers a date as the last one mentioned.
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
   * Remembers a quarter that the text has named, if it is the reported one. An earlier one after it is a comparison ("after a weak
   * second quarter"), unless it is another company's own ("the fiscal first quarter").
   *
   * @param told Returns whether the sentence is in the past tense: then a quarter that is not over by the calendar is a fiscal one that is.
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

  /** A quarter that was over when the text was written, and too recent to be a comparison. */
  private isReported(date: PartialDate): boolean {
    if (this.speech === undefined) return false;
    const { first, last } = boundsOf(date);
    return last < this.speech && this.speech - first < LONGEST_REPORT_DELAY;
  }

  /** Remembers that the text now reports figures of a year or of nine months instead of a quarter, or a quarter again. */
  noteLength(value: string): void {
    if (this.lastReported && LONG.test(value)) this.reportsYears = true;
  }

  /** The meaning of "a year ago" in a company report: the reported quarter a year earlier, or the year before, after figures for a year. */
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
   * The reported quarter, otherwise the last one that was over when the text was written.
   *
   * @param loosely True if a year is accepted, too: after figures of a year or nine months it is the year.
   */
  reported(loosely: boolean): PartialDate | undefined {
    if (this.lastReported) {
      return loosely && this.reportsYears ? unitOf('year', this.lastReported.year) : this.lastReported;
    }
    if (!this.speechDay) return undefined;
    return shiftUnit(unitOf('quarter', this.speechDay.year, Math.ceil(this.speechDay.month / 3)), -1);
  }

  /** First day of the last date finer than a year; mentions of its year alone are skipped. */
  lastFineDay(): number | undefined {
    return this.fine !== undefined && civilDay(this.fine).year === this.lastYear ? this.fine : undefined;
  }

  /** The current day of the text: the last day mentioned in a narrative, otherwise the day of writing. */
  here(): number | undefined {
    return this.narrative ? (this.lastDay ?? this.speech) : this.speech;
  }
}

/** Days from the beginning of a quarter to the last reports on it. */
const LONGEST_REPORT_DELAY = 330;

/** Lengths of a report's other columns: six or nine months, a year. */
const LONG = /^P(?:1Y|6M|9M|12M)$/;
