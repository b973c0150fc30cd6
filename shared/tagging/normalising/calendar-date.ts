import { dayOf, monthOf, type PartialDate, unitOf } from '../../time/partial-date.ts';
import { namedDay } from '../gazetteer/days.ts';
import type { Expression } from '../grammar/expression.ts';
import { unitAround } from './shift.ts';

/**
 * The date that an expression's fields name in one year. It may not exist (31 April): ask `isRealPartialDate` before its bounds.
 *
 * @param year Astronomical.
 */
export function calendarDate({ named, unit = 'day', part = 0, day = 0 }: Expression, year: number): PartialDate {
  if (named) return namedDayIn(named, year);
  if (unit === 'day') return dayOf(year, part, day);
  return unit === 'month' ? monthOf(year, part) : unitOf(unit, year, part);
}

/** The first day of a named day in a year; a day that does not exist where the year has none. */
function namedDayIn(key: string, year: number): PartialDate {
  const first = namedDay(key).firstDay(year);
  return first === undefined ? dayOf(year, 0, 0) : unitAround(first, 'day');
}
