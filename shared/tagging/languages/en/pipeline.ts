import { isoDate } from '../../forms/iso-date.ts';
import { slashDate } from '../../forms/slash-date.ts';
import type { Form } from '../../grammar/form.ts';
import { aboutDate } from './forms/about-date.ts';
import { attackDate } from './forms/attack-date.ts';
import { away } from './forms/away.ts';
import { bareUnits } from './forms/bare-units.ts';
import { betweenLengths } from './forms/between-lengths.ts';
import { century } from './forms/century.ts';
import { clock } from './forms/clock.ts';
import { clockRange } from './forms/clock-range.ts';
import { dayAndClock } from './forms/day-and-clock.ts';
import { dayFirst } from './forms/day-first.ts';
import { dayPart } from './forms/day-part.ts';
import { decade } from './forms/decade.ts';
import { deicticDay } from './forms/deictic-day.ts';
import { deicticUnit } from './forms/deictic-unit.ts';
import { dottedDate } from './forms/dotted-date.ts';
import { duration } from './forms/duration.ts';
import { fiscalPeriod } from './forms/fiscal-period.ts';
import { frequency } from './forms/frequency.ts';
import { gluedDate } from './forms/glued-date.ts';
import { hourInPartOfDay } from './forms/hour-in-part-of-day.ts';
import { monthFirst } from './forms/month-first.ts';
import { namedDayForm } from './forms/named-day.ts';
import { namedPeriod } from './forms/named-period.ts';
import { nthDay } from './forms/nth-day.ts';
import { offsetFrom } from './forms/offset-from.ts';
import { partOf } from './forms/part-of.ts';
import { periodCode } from './forms/period-code.ts';
import { quarter } from './forms/quarter.ts';
import { quarterCentury } from './forms/quarter-century.ts';
import { reference } from './forms/reference.ts';
import { sameUnit } from './forms/same-unit.ts';
import { season } from './forms/season.ts';
import { someDay } from './forms/some-day.ts';
import { stage } from './forms/stage.ts';
import { weekOf } from './forms/week-of.ts';
import { weekOn } from './forms/week-on.ts';
import { weekday } from './forms/weekday.ts';
import { weekdaySet } from './forms/weekday-set.ts';
import { year } from './forms/year.ts';
import { yearCode } from './forms/year-code.ts';
import { yearEnd } from './forms/year-end.ts';
import { yearFirst } from './forms/year-first.ts';

/** English forms in order. The longest match at a word wins; order decides between equals. */
export const pipeline: readonly Form[] = [
  isoDate,
  slashDate('month-first'),
  dottedDate,
  attackDate,
  periodCode,
  gluedDate,
  yearCode,
  clock,
  clockRange,
  hourInPartOfDay,
  dayAndClock,
  dayPart,
  stage,
  namedDayForm,
  namedPeriod,
  monthFirst,
  dayFirst,
  yearFirst,
  aboutDate,
  yearEnd,
  partOf,
  offsetFrom,
  weekOn,
  nthDay,
  weekOf,
  weekdaySet,
  weekday,
  season,
  quarterCentury,
  quarter,
  decade,
  century,
  year,
  deicticDay,
  sameUnit,
  fiscalPeriod,
  away,
  deicticUnit,
  someDay,
  betweenLengths,
  duration,
  bareUnits,
  frequency,
  reference,
];
