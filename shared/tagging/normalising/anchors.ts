import type { IsoDay } from '../../time/date-span.ts';
import { type CivilDay, civilDay, dayNumber } from '../../time/day.ts';
import { boundsOf, type PartialDate } from '../../time/partial-date.ts';

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
  lastQuarter: PartialDate | undefined;
  lastYear: number | undefined;

  constructor(dct: IsoDay | undefined, narrative: boolean) {
    this.speech = dct === undefined ? undefined : dayNumber(dct);
    this.speechDay = this.speech === undefined ? undefined : civilDay(this.speech);
    this.narrative = narrative;
  }

  /** Remembers a date the text has just spoken of. */
  note(date: PartialDate): void {
    this.last = date;
    if (date.unit === 'quarter') this.lastQuarter = date;
    if (date.unit === 'century' || date.unit === 'millennium' || date.unit === 'decade') return;
    this.lastYear = date.year;
    this.lastDay = boundsOf(date).first;
  }

  /** The day a bare shift starts from: the text's in a narrative, else the day of writing. */
  now(): number | undefined {
    return this.narrative ? (this.lastDay ?? this.speech) : this.speech;
  }
}
