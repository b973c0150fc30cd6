import { dayNumber, dayNumberOf, daysInMonth, isoDay, weekdayOf } from '../../time/day.ts';
import { KISLEV, LUNAR_NEW_YEAR, NISAN, RAMADAN, SACRIFICE, SHAWWAL, TISHRI } from './lunar-tables.ts';
import type { NamedDay } from './named-day.ts';

const CIVIL = 'fixed day of the civil calendar';
const US_LAW = '5 U.S.C. § 6103';
const COMPUTUS = 'Gregorian computus (Meeus/Jones/Butcher); until 1582 the Julian one';
const UMM_AL_QURA = 'Umm al-Qura calendar, ICU 78.2';
const HEBREW = 'Hebrew calendar, ICU 78.2';

const fixed = (key: string, month: number, day: number, source = CIVIL): NamedDay => ({
  key,
  firstDay: (year) => dayNumberOf(year, month, day),
  days: 1,
  source,
});

/** The nth weekday (1 Monday … 7 Sunday) of a month; -1 the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = dayNumberOf(year, month, 1);
  if (nth > 0) return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  const last = dayNumberOf(year, month, daysInMonth(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

const nth = (key: string, month: number, weekday: number, n: number, source = US_LAW): NamedDay => ({
  key,
  firstDay: (year) => nthWeekday(year, month, weekday, n),
  days: 1,
  source,
});

/**
 * Easter Sunday of the Western churches, as a day number.
 *
 * @see Jean Meeus, "Astronomical Algorithms" (1991), chapter 8: the anonymous Gregorian algorithm of Nature, 1876.
 */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumberOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The first whole year of the Gregorian calendar, and the first in which Easter was kept by the rule of Nicaea. */
const FIRST_GREGORIAN = 1583;
const FIRST_JULIAN = 326;

/**
 * A day counted from the Easter of the Julian calendar, under the name that it had in that calendar, as texts of the time have it.
 *
 * @see Jean Meeus, "Astronomical Algorithms" (1991), chapter 8.
 */
function fromJulianEaster(year: number, days: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const day = dayNumberOf(year, Math.floor((d + e + 114) / 31), ((d + e + 114) % 31) + 1) + days;
  // The Julian February of 1500 had a day more.
  const isLeapThereOnly = year % 100 === 0 && year % 400 !== 0;
  return isLeapThereOnly && day < dayNumberOf(year, 3, 1) ? day + 1 : day;
}

const fromEaster = (key: string, days: number): NamedDay => ({
  key,
  firstDay: (year) =>
    year >= FIRST_GREGORIAN ? easter(year) + days : year >= FIRST_JULIAN ? fromJulianEaster(year, days) : undefined,
  days: 1,
  source: COMPUTUS,
});

/** Days of a table by year, moved by `shift`. Where a year has two (Ramadan 2030), the first. */
function tabled(key: string, table: string, days: number, source: string, shift = 0): NamedDay {
  let byYear: Map<number, number> | undefined;
  return {
    key,
    days,
    source,
    firstDay: (year) => {
      byYear ??= new Map(
        table
          .trim()
          .split(/\s+/)
          .reverse()
          .map((iso) => [Number(iso.slice(0, 4)), dayNumber(iso) + shift]),
      );
      return byYear.get(year);
    },
  };
}

const afterThanksgiving = (key: string, days: number): NamedDay => ({
  key,
  firstDay: (year) => nthWeekday(year, 11, 4, 4) + days,
  days: 1,
  source: `${US_LAW}; counted from Thanksgiving`,
});

/** An anniversary whose name without a year means the first of them: "V-E Day". */
const historic = (key: string, year: number, month: number, day: number, source: string): NamedDay => ({
  ...fixed(key, month, day, source),
  historicYear: year,
});

/** A single day named after its event: "Black Wednesday". */
const once = (key: string, year: number, month: number, day: number, source: string): NamedDay => ({
  ...historic(key, year, month, day, source),
  firstDay: (asked) => (asked === year ? dayNumberOf(year, month, day) : undefined),
});

const electionDay = (year: number): number | undefined => (year % 2 === 0 ? nthWeekday(year, 11, 1, 1) + 1 : undefined);

/** Named days of the year, each with its rule and where the rule comes from. */
export const NAMED_DAYS: readonly NamedDay[] = [
  fixed('new-year', 1, 1),
  fixed('new-year-eve', 12, 31),
  fixed('epiphany', 1, 6),
  fixed('valentine', 2, 14),
  fixed('st-patrick', 3, 17),
  fixed('april-fools', 4, 1),
  fixed('may-day', 5, 1),
  fixed('independence-us', 7, 4, US_LAW),
  fixed('bastille', 7, 14, 'loi du 6 juillet 1880'),
  fixed('halloween', 10, 31),
  fixed('all-saints', 11, 1),
  fixed('all-souls', 11, 2),
  fixed('guy-fawkes', 11, 5),
  fixed('armistice', 11, 11),
  fixed('veterans', 11, 11, US_LAW),
  fixed('christmas', 12, 25),
  fixed('christmas-eve', 12, 24),
  fixed('boxing', 12, 26),
  fixed('burns-night', 1, 25),
  fixed('australia-day', 1, 26),
  fixed('candlemas', 2, 2),
  fixed('holocaust-memorial', 1, 27, 'UN General Assembly resolution 60/7'),
  fixed('waitangi', 2, 6),
  fixed('walpurgis', 4, 30),
  fixed('lammas', 8, 1),
  fixed('reformation', 10, 31),
  fixed('nikolaus', 12, 6),
  fixed('st-david', 3, 1),
  fixed('womens-day', 3, 8, 'UN General Assembly resolution 32/142'),
  fixed('lady-day', 3, 25),
  fixed('earth-day', 4, 22),
  fixed('st-george', 4, 23),
  fixed('anzac', 4, 25),
  fixed('juneteenth', 6, 19, US_LAW),
  fixed('midsummer-day', 6, 24),
  fixed('canada-day', 7, 1),
  fixed('michaelmas', 9, 29),
  fixed('martinmas', 11, 11),
  fixed('st-andrew', 11, 30),
  historic('d-day', 1944, 6, 6, 'Allied landings in Normandy'),
  historic('ve-day', 1945, 5, 8, 'German surrender'),
  historic('vj-day', 1945, 8, 15, 'Japanese surrender as announced'),
  once('black-thursday', 1929, 10, 24, 'New York Stock Exchange'),
  once('black-tuesday', 1929, 10, 29, 'New York Stock Exchange'),
  once('black-monday', 1987, 10, 19, 'New York Stock Exchange'),
  once('black-wednesday', 1992, 9, 16, 'sterling leaves the European Exchange Rate Mechanism'),
  afterThanksgiving('black-friday', 1),
  afterThanksgiving('cyber-monday', 4),
  fixed('german-unity', 10, 3, 'Einigungsvertrag, Art. 2 (1990)'),
  nth('martin-luther-king', 1, 1, 3),
  nth('presidents', 2, 1, 3),
  nth('memorial', 5, 1, -1),
  nth('patriots', 4, 1, 3, 'Massachusetts General Laws, ch. 4 § 7'),
  nth('labor', 9, 1, 1),
  nth('columbus', 10, 1, 2),
  nth('thanksgiving', 11, 4, 4),
  nth('mothers', 5, 7, 2, '36 U.S.C. § 117'),
  nth('fathers', 6, 7, 3, '36 U.S.C. § 109'),
  { key: 'election', firstDay: electionDay, days: 1, source: '2 U.S.C. § 7' },
  fromEaster('rosenmontag', -48),
  fromEaster('shrove-tuesday', -47),
  fromEaster('ash-wednesday', -46),
  fromEaster('mothering-sunday', -21),
  fromEaster('palm-sunday', -7),
  fromEaster('maundy-thursday', -3),
  fromEaster('good-friday', -2),
  fromEaster('holy-saturday', -1),
  fromEaster('easter', 0),
  fromEaster('easter-monday', 1),
  fromEaster('ascension', 39),
  fromEaster('pentecost', 49),
  fromEaster('whit-monday', 50),
  fromEaster('trinity-sunday', 56),
  fromEaster('corpus-christi', 60),
  tabled('ramadan', RAMADAN, 30, UMM_AL_QURA),
  tabled('eid-al-fitr', SHAWWAL, 1, UMM_AL_QURA),
  tabled('eid-al-adha', SACRIFICE, 1, UMM_AL_QURA),
  tabled('rosh-hashanah', TISHRI, 2, HEBREW),
  tabled('yom-kippur', TISHRI, 1, HEBREW, 9),
  tabled('passover', NISAN, 7, HEBREW),
  tabled('hanukkah', KISLEV, 8, HEBREW),
  tabled('lunar-new-year', LUNAR_NEW_YEAR, 1, 'Chinese calendar, ICU 78.2'),
];

const byKey = new Map(NAMED_DAYS.map((day) => [day.key, day]));

/** The named day of a key. @throws RangeError if no day has it: languages may name only what is here. */
export function namedDay(key: string): NamedDay {
  const found = byKey.get(key);
  if (!found) throw new RangeError(`no named day "${key}"`);
  return found;
}

/** How long it lasts in a year. Ramadan has 29 or 30 days: it ends before the first of Shawwal. */
export function lengthOf(day: NamedDay, first: number): number {
  if (day.key !== 'ramadan') return day.days;
  return SHAWWAL.includes(isoDay(first + 29)) ? 29 : 30;
}
