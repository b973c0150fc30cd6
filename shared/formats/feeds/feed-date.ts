import { daysInMonth } from '../../time/day.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * RFC 822 §5 and what publishers write besides. Minutes east of Greenwich. Military letters are obsolete and were never used
 * right.
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

const TIME = String.raw`(?:[T ,]+(?:at )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[a-z]{2,5}(?:[+-]\d{1,4})?)?.*)?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?${TIME}$`, 'is');
const SLASHED = new RegExp(String.raw`^(\d{4})/(\d{1,2})/(\d{1,2})${TIME}$`, 'is');
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})${TIME}$`,
  'is',
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[a-z]+,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  'is',
);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/i;

/** What is longer is no date. */
const LONGEST_DATE = 100;

/** What content systems write where nobody set a date. */
const PLACEHOLDERS = /^(0000|0001-01-01|1970-01-01T00:00|1969-12-31T(16|19|2\d):)/;

/**
 * The date of an item as an ISO day or date-time **in the publisher's own offset**, so that the day is the publisher's day.
 * Reads RFC 822 and W3C date-times and the ways they are miswritten: no weekday, a wrong weekday, two-digit years, named zones,
 * no zone (then no offset is invented and only the day stays), am and pm.
 *
 * @returns `undefined` for what is no date, for days that do not exist, and for placeholders such as 1 January 1970.
 */
export function readFeedDate(raw: string | undefined): string | undefined {
  const text = raw?.slice(0, LONGEST_DATE).replace(/\s+/g, ' ').trim() ?? '';
  const date = fromNumbers(ISO.exec(text) ?? SLASHED.exec(text) ?? COMPACT.exec(text), text) ?? fromWords(text);
  return date === undefined || PLACEHOLDERS.test(date) ? undefined : date;
}

function fromNumbers(match: RegExpExecArray | null, text: string): string | undefined {
  if (match === null) return undefined;
  const [, year = '', month = '', day] = match;
  if (COMPACT.test(text))
    return dateTime(Number(year), Number(month), Number(day), [match[4], match[5], match[6], undefined, match[7]]);
  // A month alone dates no article: nobody knows which day "yesterday" was.
  if (day === undefined) return undefined;
  return dateTime(Number(year), Number(month), Number(day), match.slice(4));
}

function fromWords(text: string): string | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = dayFirst === null ? MONTH_FIRST.exec(text) : null;
  const match = dayFirst ?? monthFirst;
  if (match === null) return undefined;
  const [, first = '', second = '', year = ''] = match;
  const [day, name] = dayFirst === null ? [second, first] : [first, second];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return dateTime(fourDigits(year), month, Number(day), match.slice(4));
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
    return Number(hours) > 14 ? undefined : `${sign}${pad(Number(hours))}:${minutes}`;
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
