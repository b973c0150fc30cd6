import type { IsoDay } from '../../time/date-span.ts';
import { type CivilDay, civilDay, dayNumber } from '../../time/day.ts';
import { boundsOf, type PartialDate, unitOf } from '../../time/partial-date.ts';
import { shiftUnit } from './shift.ts';

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
  /** The last calendar date the text spoke of. */
  last: PartialDate | undefined;
  /** The last date of each fineness: a day, a month, a year. */
  lastDay: number | undefined;
  /** The quarter a company report is about: the last one named that is not in the future and not a comparison. */
  lastReported: PartialDate | undefined;
  lastYear: number | undefined;

  constructor(dct: IsoDay | undefined, narrative: boolean) {
    this.speech = dct === undefined ? undefined : dayNumber(dct);
    this.speechDay = this.speech === undefined ? undefined : civilDay(this.speech);
    this.narrative = narrative;
  }

  /** Remembers a date the text has just spoken of. */
  note(date: PartialDate): void {
    this.last = date;
    if (date.unit === 'quarter' && (this.lastReported === undefined || date.year >= this.lastReported.year))
      this.lastReported = date;
    if (date.unit === 'century' || date.unit === 'millennium' || date.unit === 'decade') return;
    this.lastYear = date.year;
    this.lastDay = boundsOf(date).first;
  }

  /** The quarter spoken of, else the last one that was over when the text was written. */
  reported(): PartialDate | undefined {
    if (this.lastReported) return this.lastReported;
    if (!this.speechDay) return undefined;
    return shiftUnit(unitOf('quarter', this.speechDay.year, Math.ceil(this.speechDay.month / 3)), -1);
  }

  /** The day a bare shift starts from: the text's in a narrative, else the day of writing. */
  now(): number | undefined {
    return this.narrative ? (this.lastDay ?? this.speech) : this.speech;
  }
}
