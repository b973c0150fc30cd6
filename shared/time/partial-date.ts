import { dayNumberOf, daysInMonth, FIRST_YEAR, isRealDay, LAST_YEAR, weekdayOf } from './day.ts';

/** The calendar unit a partial date is stated in. `weekend` is the Saturday and Sunday of an ISO week. */
export type CalendarUnit =
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

/**
 * A calendar stretch with exactly the fields that are known. One flat shape for every unit, so that it is cheap to build and compare.
 *
 * `year` is astronomical (0 is 1 BCE). It is the ISO week-year for weeks, the first year for a decade (1990; -478 for the 470s BC),
 * and the signed ordinal for a century or a millennium (19 for the 19th century CE, -4 for the 4th century BCE).
 * `part` is the month 1…12, ISO week 1…53, quarter 1…4, half 1…2, or season 1 spring … 4 winter; 0 for units that have none.
 * `day` is 1…31 for days, else 0.
 */
export interface PartialDate {
  readonly unit: CalendarUnit;
  readonly year: number;
  readonly part: number;
  readonly day: number;
}

/** Inclusive day numbers (days since 1970-01-01). */
export interface DayInterval {
  readonly first: number;
  readonly last: number;
}

export const dayOf = (year: number, month: number, day: number): PartialDate => ({
  unit: 'day',
  year,
  part: month,
  day,
});
export const monthOf = (year: number, month: number): PartialDate => ({ unit: 'month', year, part: month, day: 0 });
export const yearOf = (year: number): PartialDate => ({ unit: 'year', year, part: 0, day: 0 });
export const unitOf = (unit: CalendarUnit, year: number, part = 0): PartialDate => ({ unit, year, part, day: 0 });

/** The decade a year lies in. Decades BCE count by the written year: 479–470 BC are the 470s. */
export function decadeOf(year: number): PartialDate {
  if (year > 0) return unitOf('decade', Math.floor(year / 10) * 10);
  const written = 1 - year;
  return unitOf('decade', 1 - (Math.floor(written / 10) * 10 + 9));
}

/** The century a year lies in: 1801…1900 is the 19th, 400…301 BC is the 4th BCE (-4). */
export const centuryOf = (year: number): PartialDate =>
  unitOf('century', year > 0 ? Math.ceil(year / 100) : -Math.ceil((1 - year) / 100));

/** Day number of the Monday that begins an ISO week. */
export function mondayOfWeek(weekYear: number, week: number): number {
  const fourth = dayNumberOf(weekYear, 1, 4);
  return fourth - (weekdayOf(fourth) - 1) + (week - 1) * 7;
}

/** How many ISO weeks a year has: 52 or 53. */
export const weeksInYear = (year: number): number => (mondayOfWeek(year + 1, 1) - mondayOfWeek(year, 1)) / 7;

const lastOfMonth = (year: number, month: number): number => dayNumberOf(year, month, daysInMonth(year, month));

const between = (firstYear: number, lastYear: number): DayInterval => ({
  first: dayNumberOf(firstYear, 1, 1),
  last: dayNumberOf(lastYear, 12, 31),
});

/** The months of a season in the northern hemisphere; winter begins in December of its year and ends in February of the next. */
function seasonBounds(year: number, season: number): DayInterval {
  if (season === 4) return { first: dayNumberOf(year, 12, 1), last: lastOfMonth(year + 1, 2) };
  return { first: dayNumberOf(year, season * 3, 1), last: lastOfMonth(year, season * 3 + 2) };
}

/** Years of a century or a millennium by its signed ordinal: there is no year zero, so 1801…1900 and 400…301 BCE. */
function yearsOfOrdinal(ordinal: number, length: number): DayInterval {
  return ordinal > 0
    ? between((ordinal - 1) * length + 1, ordinal * length)
    : between(1 + ordinal * length, (ordinal + 1) * length);
}

/**
 * The whole stretch of days a partial date may refer to: "March 1815" is the 31 days of that March, not its first.
 *
 * @throws RangeError if a stated field names no real day (31 April): recognisers must reject such text before building the value.
 * @see ISO 8601-2:2019 §4.4.
 */
export function boundsOf(date: PartialDate): DayInterval {
  if (!isRealPartialDate(date)) throw new RangeError(`no such ${date.unit}: ${date.year} ${date.part} ${date.day}`);
  const { unit, year, part, day } = date;
  switch (unit) {
    case 'day': {
      const n = dayNumberOf(year, part, day);
      return { first: n, last: n };
    }
    case 'month':
      return { first: dayNumberOf(year, part, 1), last: lastOfMonth(year, part) };
    case 'year':
      return between(year, year);
    case 'week': {
      const monday = mondayOfWeek(year, part);
      return { first: monday, last: monday + 6 };
    }
    case 'weekend': {
      const monday = mondayOfWeek(year, part);
      return { first: monday + 5, last: monday + 6 };
    }
    case 'quarter':
      return { first: dayNumberOf(year, part * 3 - 2, 1), last: lastOfMonth(year, part * 3) };
    case 'half':
      return { first: dayNumberOf(year, part * 6 - 5, 1), last: lastOfMonth(year, part * 6) };
    case 'season':
      return seasonBounds(year, part);
    case 'decade':
      return between(year, year + 9);
    case 'century':
      return yearsOfOrdinal(year, 100);
    case 'millennium':
      return yearsOfOrdinal(year, 1000);
  }
}

const YEARS_OF: Readonly<Record<string, number>> = { century: 100, millennium: 1000 };
const PARTS: Readonly<Record<string, number>> = { month: 12, season: 4, quarter: 4, half: 2 };

/** True if every stated field exists and the whole stretch lies within the supported years -9999…9999. */
export function isRealPartialDate({ unit, year, part, day }: PartialDate): boolean {
  if (unit === 'day') return isRealDay(year, part, day);
  if (unit === 'century' || unit === 'millennium') {
    const length = YEARS_OF[unit] ?? 1;
    return year !== 0 && Math.abs(year) * length <= LAST_YEAR;
  }
  // A winter or the first and last week may reach into the neighbouring year.
  const reach = unit === 'decade' ? 9 : 1;
  if (!(year > FIRST_YEAR && year + reach <= LAST_YEAR)) return false;
  if (unit === 'year' || unit === 'decade') return true;
  if (unit === 'week' || unit === 'weekend') return part >= 1 && part <= weeksInYear(year);
  return part >= 1 && part <= (PARTS[unit] ?? 0);
}
