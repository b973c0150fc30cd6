import type { CivilDay } from '../../time/day.ts';

/** How a language writes each kind of date. Years are astronomical; `withYear` is true unless it is given. */
export interface DateForms {
  readonly year: (year: number) => string;
  readonly month: (of: CivilDay, withYear?: boolean) => string;
  readonly day: (of: CivilDay, withYear?: boolean) => string;
  /** The week that begins on a day. */
  readonly week: (first: CivilDay) => string;
  /** The season that begins in a month: 3, 6, 9 or 12. */
  readonly season: (first: CivilDay) => string;
  readonly quarter: (n: number, year: number) => string;
  readonly half: (n: 1 | 2, year: number) => string;
  /** The decade that begins with a year of our era. */
  readonly decade: (first: number) => string;
  /** A part of a month or a year, which is given in words. */
  readonly part: (part: 'early' | 'mid' | 'late', of: string) => string;
  readonly partOfDecade: (part: 'early' | 'mid' | 'late', first: number) => string;
  readonly century: (n: number, isBeforeChrist: boolean) => string;
  readonly millennium: (n: number, isBeforeChrist: boolean) => string;
  readonly about: (words: string) => string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SEASONS: Readonly<Record<number, string>> = { 3: 'spring', 6: 'summer', 9: 'autumn', 12: 'winter' };

const year = (of: number): string => (of <= 0 ? `${1 - of} BC` : String(of));
const month = (of: CivilDay, withYear = true): string =>
  `${MONTHS[of.month - 1]}${withYear ? ` ${year(of.year)}` : ''}`;
const day = (of: CivilDay, withYear = true): string =>
  `${MONTHS[of.month - 1]} ${of.day}${withYear ? `, ${year(of.year)}` : ''}`;
const ordinal = (n: number): string =>
  `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
const bc = (isBeforeChrist: boolean): string => (isBeforeChrist ? ' BC' : '');
const part = (of: 'early' | 'mid' | 'late', words: string): string => `${of}${of === 'mid' ? '-' : ' '}${words}`;

/** English dates, as in stored events: "June 4, 1989". */
export const ENGLISH_DATES: DateForms = {
  year,
  month,
  day,
  week: (first) => `week of ${day(first)}`,
  season: (first) => `${SEASONS[first.month] ?? month(first, false)} ${year(first.year)}`,
  quarter: (n, of) => `Q${n} ${year(of)}`,
  half: (n, of) => `${n === 1 ? 'first' : 'second'} half of ${year(of)}`,
  decade: (first) => `${first}s`,
  part,
  partOfDecade: (of, first) => part(of, `${first}s`),
  century: (n, isBc) => `${ordinal(n)} century${bc(isBc)}`,
  millennium: (n, isBc) => `${ordinal(n)} millennium${bc(isBc)}`,
  about: (words) => `about ${words}`,
};
