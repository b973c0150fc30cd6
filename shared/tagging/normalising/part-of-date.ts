import { civilDay, dayNumberOf, weekdayOf } from '../../time/day.ts';
import { boundsOf, type DayInterval, decadeOf, monthOf, type PartialDate, unitOf } from '../../time/partial-date.ts';
import type { DateOffset, Expression } from '../grammar/expression.ts';
import { calendarStep, shiftDay, shiftUnit, unitAround } from './shift.ts';

type PickOf<Kind> = Extract<Expression['pick'], { readonly of: Kind }>;
type CountedUnit = PickOf<'unit'>['unit'];
export type Fraction = PickOf<'fraction'>;

/**
 * The part of a resolved date that an expression means: its third week, its last Friday, the week around it, the Thursday before it. Undefined
 * if the date has not that many parts.
 */
export function partOfDate(pick: Expression['pick'], date: PartialDate): PartialDate | undefined {
  switch (pick?.of) {
    case 'around':
      return unitAround(boundsOf(date).first, pick.unit);
    case 'offset':
      return offsetFrom(date, pick);
    case 'unit':
      return nthUnit(date, pick.nth, pick.unit);
    case 'day':
      return nthDay(date, pick.nth, pick.weekday);
    default:
      return date;
  }
}

/** The nth day or weekday of a stretch, counted from its end if negative; undefined if it has not that many. */
function nthDay(whole: PartialDate, nth: number, weekday: number): PartialDate | undefined {
  const { first, last } = boundsOf(whole);
  const step = weekday === 0 ? 1 : 7;
  const start = nth > 0 ? first : last;
  const toWeekday =
    weekday === 0 ? 0 : nth > 0 ? (weekday - weekdayOf(start) + 7) % 7 : -((weekdayOf(start) - weekday + 7) % 7);
  const day = start + toWeekday + (nth > 0 ? nth - 1 : nth + 1) * step;
  return day >= first && day <= last ? unitAround(day, 'day') : undefined;
}

const SATURDAY = 6;
/** The middle of a week lies three days from either end. */
const MIDWEEK = 3;

/** The nth week, month, quarter or decade of a stretch. A month's nth week is the ISO week in which most of its nth seven days lie. */
function nthUnit(whole: PartialDate, nth: number, unit: CountedUnit): PartialDate | undefined {
  const { first, last } = boundsOf(whole);
  const { year, month } = civilDay(first);
  const parts = (of: number): number => (nth > 0 ? nth - 1 : of + nth);
  switch (unit) {
    case 'week': {
      const day = nth > 0 ? first + (nth - 1) * 7 + MIDWEEK : last + (nth + 1) * 7 - MIDWEEK;
      return day >= first && day <= last ? unitAround(day, 'week') : undefined;
    }
    case 'weekend': {
      // A month's weekends are those whose Saturday lies in it.
      const saturday = nthDay(whole, nth, SATURDAY);
      return saturday && unitAround(boundsOf(saturday).first, 'weekend');
    }
    case 'month': {
      const months = whole.unit === 'year' ? 12 : 3;
      return shiftUnit(monthOf(year, month), parts(months));
    }
    case 'quarter':
      return unitOf('quarter', year, parts(4) + 1);
    case 'decade':
      // The first decade of the 20th century is the 1900s.
      return shiftUnit(decadeOf(year > 0 ? year - 1 || 1 : year), parts(10));
  }
}

/** The date at a distance from another: in days from a day, in years from a year. */
function offsetFrom(date: PartialDate, { amount, step, weekday, whole }: DateOffset): PartialDate | undefined {
  const base = boundsOf(date).first;
  if (weekday !== undefined) {
    const on = (weekday - weekdayOf(base) + 7) % 7 || 7;
    const back = (weekdayOf(base) - weekday + 7) % 7 || 7;
    const more = (Math.abs(amount) - 1) * 7;
    return unitAround(amount < 0 ? base - back - more : base + on + more, 'day');
  }
  const stepped = calendarStep(step);
  if (!stepped) return undefined;
  const [unit, each] = stepped;
  // The weekend after a Thursday belongs to the same week.
  if (unit === 'weekend')
    return shiftUnit(unitAround(base, unit), amount > 0 && weekdayOf(base) < SATURDAY ? amount - 1 : amount);
  // "a year after June 1989" is a month.
  if (date.unit === 'month' && !whole) return unitAround(shiftDay(base, unit, amount * each), 'month');
  if (date.unit === 'day' && !whole) return unitAround(shiftDay(base, unit, amount * each), 'day');
  return shiftUnit(unitAround(base, unit), amount * each);
}

/**
 * The days of a half, a third or a quarter of a stretch. From decades on they are whole years: the last quarter of the 14th century is
 * 1376–1400; months are halved after the 15th.
 */
export function fractionOf(whole: PartialDate, { part, parts: of }: Fraction): DayInterval {
  const { first, last } = boundsOf(whole);
  const nth = part < 0 ? of + part : part - 1;
  const [from, to] = [civilDay(first).year, civilDay(last).year];
  if (to - from >= of) {
    const years = (to - from + 1) / of;
    const begin = from + Math.floor(years * nth);
    return { first: dayNumberOf(begin, 1, 1), last: dayNumberOf(from + Math.floor(years * (nth + 1)), 1, 1) - 1 };
  }
  const days = (last - first + 1) / of;
  return { first: first + Math.floor(days * nth), last: first + Math.floor(days * (nth + 1)) - 1 };
}
