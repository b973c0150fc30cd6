import { civilDay, dayNumberOf, daysInMonth, isoDay } from '../time/day.ts';
import { mondayOfWeek, weeksInYear } from '../time/partial-date.ts';
import { monthNumber } from './month-names.ts';
import { type NumberOrder, writtenDates } from './written-date.ts';

/**
 * RFC 822 §5 and further names that publishers use. Minutes east of Greenwich. The obsolete military letters are
 * ignored, since they were never used correctly.
 */
const ZONES: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    bst: 60,
    west: 60,
    cet: 60,
    met: 60,
    cest: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    ist: 330,
  },
  ...{
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
  },
  ...{
    ast: -240,
    adt: -180,
    nst: -210,
    ndt: -150,
    brt: -180,
    jst: 540,
    kst: 540,
    hkt: 480,
    sgt: 480,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
  },
};

const ZONE = String.raw`z|[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[a-z]{2,5}(?:[+-]\d{1,4})?`;
/** A time, or an hour of twelve ("11 a.m."), of which only the day counts. */
const TIME = String.raw`(?:[T ,]+\d{1,2} ?[ap]\.?m\b.*|[T ,:]+(?:at |à |um |kl\.? )?(\d{1,2})[:h](\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(${ZONE})?.*)?`;
/** A weekday, or the remains of one in a broken template ("005,", "%a,"). */
const WEEKDAY = String.raw`(?:\S{0,15}[\s,]+)?`;

/** Written forms of dates, with named groups for their parts. */
const FORMS: readonly RegExp[] = [
  // 2014-03-30T05:51:00+08:00, 2014/3/30 5:51, 2014. 03. 30.
  new RegExp(String.raw`^(?<year>\d{4})([-/]|\. ?)(?<month>\d{1,2})\2(?<day>\d{1,2})\.?(?<time>${TIME})$`, 'is'),
  // 2014年3月30日, 2014년 3월 30일 오후 11:23: the half of the day precedes the hour, so only the day is used.
  /^(?<year>\d{4})[年년] ?(?<month>\d{1,2})[月월] ?(?<day>\d{1,2})[日일](?!\d).*$/su,
  // 2014-Mar-30, 2014-március-30T9:15
  new RegExp(String.raw`^(?<year>\d{4})([-/ ])(?<name>\p{L}{3,12})\.?\2(?<day>\d{1,2})(?<time>${TIME})$`, 'isu'),
  // 20140330T055100+0800
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T?(?<basicTime>\d{4}(?:\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d{4})?))?$/i,
  // Sun, 30 Mar 2014 05:51:00 GMT; ven., 12 févr. 21
  new RegExp(
    String.raw`^${WEEKDAY}(?<day>\d{1,2})(?:st|nd|rd|th|er|\.)?[\s/-]+(?:de |of )?(?<name>\p{L}{3,12})\.?,?[\s/-]+(?:de )?(?<year>\d{4}|\d{2})(?<time>${TIME})$`,
    'isu',
  ),
  // Sun, Mar 30 2014 5:51 pm
  new RegExp(
    String.raw`^${WEEKDAY}(?<name>\p{L}{3,12})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?<time>${TIME})$`,
    'isu',
  ),
  // Sun Mar 30 05:51:00 GMT 2014, as C's asctime and Unix's date write it
  new RegExp(
    String.raw`^${WEEKDAY}(?<name>\p{L}{3,12})\.?\s+(?<day>\d{1,2}),?(?<time> \d{1,2}:\d{1,2}(?::\d{1,2})?)(?: (?<zone>${ZONE}))? (?<year>\d{4})$`,
    'isu',
  ),
];
const CLOCK = new RegExp(`^${TIME}$`, 'is');

/** Longer texts are not dates. */
const LONGEST_DATE = 100;

/** Values that content management systems write for a missing date: zero of a calendar or clock, in UTC or in the machine's zone. */
const PLACEHOLDERS =
  /^(?:000[01]|1753-01-01|1899-12-3[01]|1900-01-01|1970-01-01(?:$|T00:00)|1969-12-31(?:$|T(?:1[6-9]|2\d):)|9999)/;

/** Seconds or milliseconds since 1970, from September 2001 on: numbers with fewer digits are ambiguous. */
const EPOCH = /^1\d{9}(?:\d{3})?$/;

/**
 * Parses a stated date as an ISO day or date-time **in the publisher's own offset**, so that the day is the publisher's
 * day: for items of feeds and attributes of pages. Accepts RFC 822 and W3C date-times and common deviations: missing or
 * wrong weekdays, month names of other languages, two-digit years, named zones, missing zones (then only the day is
 * kept), am and pm.
 *
 * @param order How to read `3/4/2021`; if unknown, such a date is rejected.
 * @returns `undefined` for other texts, for days that do not exist, and for placeholders such as 1 January 1970.
 */
export function readStatedDate(raw: string | undefined, order?: NumberOrder): string | undefined {
  const text = raw?.slice(0, LONGEST_DATE).replace(/\s+/g, ' ').trim() ?? '';
  const date = EPOCH.test(text)
    ? new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().replace('.000Z', 'Z')
    : (fromForms(text) ?? ofYearsDays(text) ?? numbersOnly(text, order));
  return date === undefined || PLACEHOLDERS.test(date) ? undefined : date;
}

function fromForms(text: string): string | undefined {
  for (const form of FORMS) {
    const fields = form.exec(text)?.groups;
    if (fields === undefined) continue;
    const { year = '', month, name, day = '', time = '', basicTime, zone } = fields;
    const number = name === undefined ? Number(month) : (monthNumber(name) ?? 0);
    const clock = basicTime === undefined ? CLOCK.exec(time)?.slice(1) : basicClock(basicTime);
    const date = dateTime(
      fourDigits(year),
      number,
      Number(day),
      zone === undefined ? (clock ?? []) : [...(clock ?? []).slice(0, 4), zone],
    );
    if (date !== undefined) return date;
  }
  return undefined;
}

/** 2014-089 and 2014-W13-7: the day of a year, and of a week (ISO 8601-1 §5.2.3, §5.2.4). */
function ofYearsDays(text: string): string | undefined {
  const [, year = '', week, weekday, ordinal] = /^(\d{4})-(?:W(\d\d)-([1-7])|(\d{3}))(?:T.*)?$/.exec(text) ?? [];
  if (year === '') return undefined;
  if (ordinal === undefined) {
    if (Number(week) < 1 || Number(week) > weeksInYear(Number(year))) return undefined;
    return isoDay(mondayOfWeek(Number(year), Number(week)) + Number(weekday) - 1);
  }
  const day = civilDay(dayNumberOf(Number(year), 1, 1) + Number(ordinal) - 1);
  return Number(ordinal) > 0 && day.year === Number(year) ? dateTime(day.year, day.month, day.day, []) : undefined;
}

function basicClock(text: string): readonly (string | undefined)[] {
  const [, hours, minutes, seconds, zone] = /^(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?(Z|[+-]\d{4})?$/i.exec(text) ?? [];
  return [hours, minutes, seconds, undefined, zone];
}

/** 30/03/2014 14:00, 30.03.2014: only the day, since such dates state no offset. */
function numbersOnly(text: string, order: NumberOrder | undefined): string | undefined {
  return /^\d{1,2}([./-]) ?\d{1,2}\1 ?\d{4}(?:$|[ ,T])/.test(text) ? writtenDates(text, order)[0]?.day : undefined;
}

function dateTime(year: number, month: number, day: number, time: readonly (string | undefined)[]): string | undefined {
  if (!isMonth(month) || day < 1 || day > daysInMonth(year, month)) return undefined;
  const date = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  const [hours, minutes, seconds = '0', half, zone] = time;
  const offset = offsetOf(zone);
  if (hours === undefined || minutes === undefined || offset === undefined) return date;
  const hour = (Number(hours) % (half === undefined ? 24 : 12)) + (/^p/i.test(half ?? '') ? 12 : 0);
  if (Number(hours) > 24 || Number(minutes) > 59) return date;
  return `${date}T${pad(hour)}:${pad(Number(minutes))}:${pad(Math.min(Number(seconds), 59))}${offset}`;
}

function offsetOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  const numeric = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (numeric !== null) {
    const [, sign = '+', hours = '0', minutes = '00'] = numeric;
    return Number(hours) > 14 || Number(minutes) > 59 ? undefined : `${sign}${pad(Number(hours))}:${minutes}`;
  }
  const minutes = ZONES[zone.toLowerCase()];
  if (minutes === undefined) return undefined;
  if (minutes === 0) return 'Z';
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
}

/** RFC 2822 §4.3: 00…49 are 2000…2049, 50…99 are 1950…1999. */
function fourDigits(year: string): number {
  const number = Number(year);
  if (year.length === 4) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const pad = (number: number): string => String(number).padStart(2, '0');
