import { isoDate } from '../../forms/iso-date.ts';
import { slashDate } from '../../forms/slash-date.ts';
import type { Form } from '../../grammar/form.ts';
import { away } from './forms/away.ts';
import { century } from './forms/century.ts';
import { clock } from './forms/clock.ts';
import { dayMonth } from './forms/day-month.ts';
import { decade } from './forms/decade.ts';
import { deictic } from './forms/deictic.ts';
import { dottedDate } from './forms/dotted-date.ts';
import { duration } from './forms/duration.ts';
import { frequency } from './forms/frequency.ts';
import { half } from './forms/half.ts';
import { namedDay } from './forms/named-day.ts';
import { offsetFrom } from './forms/offset-from.ts';
import { partOf } from './forms/part-of.ts';
import { quarter } from './forms/quarter.ts';
import { reference } from './forms/reference.ts';
import { season } from './forms/season.ts';
import { stage } from './forms/stage.ts';
import { weekday } from './forms/weekday.ts';
import { year } from './forms/year.ts';

/** German forms in order. The longest match at a word wins; order decides between equals. */
export const pipeline: readonly Form[] = [
  // Formats written by machines come first: no other form matches as far.
  isoDate,
  slashDate('day-first'),
  dottedDate,
  clock,
  // Parts of dates before the dates they are parts of.
  stage,
  partOf,
  namedDay,
  dayMonth,
  weekday,
  season,
  half,
  offsetFrom,
  quarter,
  decade,
  century,
  year,
  // Dates relative to the day of writing.
  deictic,
  away,
  duration,
  frequency,
  reference,
];
