import type { DateForms } from '../events/dates/date-forms.ts';
import type { CivilDay } from '../time/day.ts';
import { centuryWords, decadeWords, yearWords } from './words/de.ts';

const SEASONS: Readonly<Record<number, string>> = { 3: 'Frühjahr', 6: 'Sommer', 9: 'Herbst', 12: 'Winter' };
const PARTS = { early: 'Anfang', mid: 'Mitte', late: 'Ende' } as const;

const months = new Intl.DateTimeFormat('de', { month: 'long', timeZone: 'UTC' });

const month = (of: CivilDay, withYear = true): string =>
  `${months.format(Date.UTC(2000, of.month - 1))}${withYear ? ` ${yearWords(of.year)}` : ''}`;
const day = (of: CivilDay, withYear = true): string => `${of.day}. ${month(of, withYear)}`;
/** A year within the numbered century or millennium. */
const within = (n: number, length: number, isBeforeChrist: boolean): number =>
  isBeforeChrist ? 1 - n * length : n * length;

/** Dates in German: "4. Juni 1989", "Mitte 2012", "Winter 2008/09", "um 1850". */
export const GERMAN_DATES: DateForms = {
  year: yearWords,
  month,
  day,
  week: (first) => `Woche ab ${day(first)}`,
  season: ({ month: of, year }) =>
    of === 12 && year > 0
      ? `Winter ${year}/${String((year + 1) % 100).padStart(2, '0')}`
      : `${SEASONS[of] ?? ''} ${yearWords(year)}`,
  quarter: (n, year) => `${n}. Quartal ${yearWords(year)}`,
  half: (n, year) => `${n}. Halbjahr ${yearWords(year)}`,
  decade: decadeWords,
  part: (part, of) => `${PARTS[part]} ${of}`,
  partOfDecade: (part, first) => `${PARTS[part]} der ${decadeWords(first)}`,
  century: (n, isBeforeChrist) => centuryWords(within(n, 100, isBeforeChrist)),
  millennium: (n, isBeforeChrist) => `${n}. Jahrtausend${isBeforeChrist ? ' v. Chr.' : ''}`,
  about: (words) => `um ${words}`,
};
