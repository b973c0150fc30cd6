import { civilDay, dayNumberOf, daysInMonth, weekdayOf } from '../../time/day.ts';
import {
  boundsOf,
  type CalendarUnit,
  centuryOf,
  dayOf,
  decadeOf,
  mondayOfWeek,
  monthOf,
  type PartialDate,
  unitOf,
  weeksInYear,
  yearOf,
} from '../../time/partial-date.ts';
import type { UnitName } from '../grammar/word.ts';

/** The ISO week a day lies in. */
export function weekOf(day: number): PartialDate {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civilDay(thursday);
  return unitOf('week', year, Math.floor((thursday - dayNumberOf(year, 1, 1)) / 7) + 1);
}

/** The unit that a day lies in: its week, its month, its decade. Winter's January and February belong to the winter before. */
export function unitAround(day: number, unit: CalendarUnit): PartialDate {
  const { year, month, day: d } = civilDay(day);
  switch (unit) {
    case 'day':
      return dayOf(year, month, d);
    case 'week':
      return weekOf(day);
    case 'weekend':
      return { ...weekOf(day), unit: 'weekend' };
    case 'month':
      return monthOf(year, month);
    case 'quarter':
      return unitOf('quarter', year, Math.ceil(month / 3));
    case 'half':
      return unitOf('half', year, Math.ceil(month / 6));
    case 'season':
      return month <= 2 ? unitOf('season', year - 1, 4) : unitOf('season', year, Math.floor(month / 3));
    case 'year':
      return yearOf(year);
    case 'decade':
      return decadeOf(year);
    case 'century':
      return centuryOf(year);
    case 'millennium':
      return unitOf('millennium', year > 0 ? Math.ceil(year / 1000) : -Math.ceil((1 - year) / 1000));
  }
}

/** The same unit, `amount` units later or earlier, across the ends of years and of the era. */
export function shiftUnit(date: PartialDate, amount: number): PartialDate {
  const { unit, year, part } = date;
  const overParts = (parts: number): PartialDate => {
    const n = year * parts + part - 1 + amount;
    return { ...date, year: Math.floor(n / parts), part: (((n % parts) + parts) % parts) + 1 };
  };
  switch (unit) {
    case 'day': {
      const moved = civilDay(boundsOf(date).first + amount);
      return dayOf(moved.year, moved.month, moved.day);
    }
    case 'week':
    case 'weekend':
      return { ...weekOf(mondayOfWeek(year, Math.min(part, weeksInYear(year))) + amount * 7), unit };
    case 'month':
      return overParts(12);
    case 'quarter':
    case 'season':
      return overParts(4);
    case 'half':
      return overParts(2);
    case 'year':
      return { ...date, year: year + amount };
    case 'decade':
      return { ...date, year: year + amount * 10 };
    default: {
      const moved = year + amount;
      return { ...date, year: year > 0 && moved <= 0 ? moved - 1 : year < 0 && moved >= 0 ? moved + 1 : moved };
    }
  }
}

const CALENDAR: Partial<Readonly<Record<UnitName, readonly [CalendarUnit, number]>>> = {
  day: ['day', 1],
  weekend: ['weekend', 1],
  week: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  quarter: ['quarter', 1],
  half: ['half', 1],
  season: ['season', 1],
  year: ['year', 1],
  decade: ['decade', 1],
  century: ['century', 1],
  millennium: ['millennium', 1],
};

/** The calendar unit a step moves by, and how many of them one step is. Hours and shorter have none. */
export const calendarStep = (step: UnitName): readonly [CalendarUnit, number] | undefined => CALENDAR[step];

const MONTHS: Partial<Readonly<Record<CalendarUnit, number>>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12_000,
};

/** The same day so many units away: fifty years before 20 July 2019 is 20 July 1969. */
export function shiftDay(day: number, unit: CalendarUnit, amount: number): number {
  const months = MONTHS[unit];
  if (months !== undefined) return shiftMonths(day, months * amount);
  return day + (unit === 'day' ? amount : amount * 7);
}

/** A day `months` months away: 31 January and one month is the last of February. */
function shiftMonths(day: number, months: number): number {
  const { year, month, day: d } = civilDay(day);
  const n = year * 12 + month - 1 + months;
  const y = Math.floor(n / 12);
  const m = (((n % 12) + 12) % 12) + 1;
  return dayNumberOf(y, m, Math.min(d, daysInMonth(y, m)));
}
