import type { IsoDay } from './date-span.ts';

/** First and last supported year, astronomical (0 is 1 BCE). */
export const FIRST_YEAR = -9999;
export const LAST_YEAR = 9999;

/** A real day of the proleptic Gregorian calendar. */
export interface CivilDay {
  readonly year: number;
  /** 1…12. */
  readonly month: number;
  /** 1…31. */
  readonly day: number;
}

/** True for leap years of the proleptic Gregorian calendar, BCE included (0 is one). */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * How many days a month has.
 *
 * @param month 1…12.
 * @throws RangeError for any other month.
 */
export function daysInMonth(year: number, month: number): number {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) throw new RangeError(`no month ${month}`);
  return month === 2 && isLeapYear(year) ? 29 : length;
}

/** True if the three numbers name a day that exists and lies within the supported years. */
export const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= FIRST_YEAR &&
  year <= LAST_YEAR &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= 31 &&
  day <= daysInMonth(year, month);

/**
 * Days since 1970-01-01 of a civil day; negative before it. Fields are not checked.
 *
 * @see Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The civil day of a day number.
 *
 * @param n Days since 1970-01-01.
 * @see Howard Hinnant, civil_from_days.
 */
export function civilDay(n: number): CivilDay {
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** A year as ISO days and EDTF write it: four digits, signed when BCE (`1989`, `0079`, `-0043`). */
export function isoYear(year: number): string {
  if (year >= 1000) return String(year);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : digits;
}

/** Two digits: `04`. */
export const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** A year-month as ISO writes it: `1989-06`. */
export const isoMonth = (year: number, month: number): string => `${isoYear(year)}-${twoDigits(month)}`;

/** A civil day as ISO writes it, fields unchecked: `1989-06-04`, `-0043-03-15`. */
export const isoDayOf = (year: number, month: number, day: number): IsoDay =>
  `${isoYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;

/**
 * The ISO day of a day number.
 *
 * @throws RangeError outside the years -9999…9999.
 */
export function isoDay(n: number): IsoDay {
  const { year, month, day } = civilDay(n);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new RangeError(`day ${n} lies outside the supported years`);
  return isoDayOf(year, month, day);
}

/** The ISO day some days after a day, or before it (negative); `undefined` outside the years -9999…9999. */
export function addDays(day: IsoDay, days: number): IsoDay | undefined {
  const { year, month, day: ofMonth } = civilDay(dayNumber(day) + days);
  return isRealDay(year, month, ofMonth) ? isoDayOf(year, month, ofMonth) : undefined;
}

/**
 * The ISO day some months after a day, or before it (negative), no later than the month's last day; `undefined` outside the years
 * -9999…9999.
 */
export function addMonths(day: IsoDay, months: number): IsoDay | undefined {
  const civil = civilDayOf(day);
  if (!civil) return undefined;
  const index = civil.year * 12 + civil.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return undefined;
  return isoDayOf(year, month, Math.min(civil.day, daysInMonth(year, month)));
}

const ISO_DAY = /^(-?)(\d{4})-(\d\d)-(\d\d)$/;

/** The fields of a well-formed ISO day that exists; `undefined` for anything else (`2023-02-29`, `-0000-01-01`, a date-time). */
export function civilDayOf(text: string): CivilDay | undefined {
  const found = ISO_DAY.exec(text);
  if (!found) return undefined;
  const year = Number(found[2]) * (found[1] ? -1 : 1);
  if (found[1] && year === 0) return undefined;
  const month = Number(found[3]);
  const day = Number(found[4]);
  return isRealDay(year, month, day) ? { year, month, day } : undefined;
}

/** The text itself if it is a well-formed ISO day that exists, else `undefined`. */
export const parseIsoDay = (text: string): IsoDay | undefined => (civilDayOf(text) ? text : undefined);

/**
 * Days since 1970-01-01 of an ISO day.
 *
 * @throws RangeError if the text is no ISO day that exists; check foreign text with `parseIsoDay` first.
 */
export function dayNumber(iso: IsoDay): number {
  const found = civilDayOf(iso);
  if (!found) throw new RangeError(`no such ISO day: ${iso}`);
  return dayNumberOf(found.year, found.month, found.day);
}

/** Day of the week of a day number: 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1;
