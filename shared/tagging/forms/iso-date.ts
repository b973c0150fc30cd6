import { civilDay } from '../../time/day.ts';
import { mondayOfWeek, weeksInYear } from '../../time/partial-date.ts';
import { readDigitalClock } from '../grammar/digital-clock.ts';
import { BLANK, type Expression } from '../grammar/expression.ts';
import type { Form } from '../grammar/form.ts';
import { W } from '../grammar/word.ts';
import type { TokenWindow } from '../scanning/token-window.ts';

/** "2013-05-06", "2013-05", "2014/10", "2013-05-06T10:30:00Z", "2013/05/06": dates as machines write them, in any language. */
export const isoDate: Form = { name: 'iso-date', starts: [W.Number], read: readIsoDate };

function readIsoDate(t: TokenWindow, i: number): Expression | undefined {
  if (t.digits(i) !== 4 || isInsideNumeral(t, i)) return undefined;
  const sign = t.cls(i + 1);
  if ((sign !== W.Hyphen && sign !== W.Slash) || t.spaced(i + 1)) return undefined;
  const week = sign === W.Hyphen ? readWeek(t, i) : undefined;
  if (week) return week;
  const month = twoDigits(t, i + 2);
  if (month < 1 || month > 12) return undefined;
  const year = t.value(i);
  if (!t.is(i + 3, sign) || t.spaced(i + 3)) {
    // "2013-05" could be a season or a pair of years; only a month beyond doubt is one.
    // "2012/13" is a season, "2014/10" is not.
    const plain = !t.is(i + 3, W.Number) && month <= 12 && year % 100 > month;
    return plain && year >= 1900 && year <= 2100
      ? { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'month', year, part: month, upTo: i + 3 }
      : undefined;
  }
  const day = twoDigits(t, i + 4);
  if (day < 1 || day > 31) return undefined;
  const clock =
    readClockAfter(t, i + 4) ?? (t.is(i + 5, W.Number) && t.spaced(i + 5) ? readDigitalClock(t, i + 5) : undefined);
  // "2010-01-14T99:99": the letters directly after the day are not a time.
  const upTo = clock?.upTo ?? i + 5;
  return {
    ...BLANK,
    kind: 'calendar',
    type: clock ? 'TIME' : 'DATE',
    unit: 'day',
    year,
    part: month,
    day,
    clock: clock?.value,
    upTo,
  };
}

/** "2012-W10", "2012-W10-3": weeks of ISO 8601, and the days of them. */
function readWeek(t: TokenWindow, i: number): Expression | undefined {
  if (!t.is(i + 2, W.Unknown) || t.spaced(i + 2)) return undefined;
  const found = /^W(\d\d)$/.exec(t.text.slice(t.start(i + 2), t.end(i + 2)));
  const [year, part] = [t.value(i), Number(found?.[1])];
  if (!found || part < 1 || part > weeksInYear(year)) return undefined;
  const week: Expression = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'week', year, part, upTo: i + 3 };
  const dashed = t.is(i + 3, W.Hyphen) && !t.spaced(i + 3) && t.is(i + 4, W.Number) && !t.spaced(i + 4);
  const weekday = dashed && t.digits(i + 4) === 1 ? t.value(i + 4) : 0;
  if (weekday < 1 || weekday > 7) return dashed ? undefined : week;
  const { year: own, month, day } = civilDay(mondayOfWeek(year, part) + weekday - 1);
  return { ...week, unit: 'day', year: own, part: month, day, upTo: i + 5 };
}

const twoDigits = (t: TokenWindow, i: number): number =>
  (t.is(i, W.Number) || t.is(i, W.Unknown)) && !t.spaced(i) ? leading(t, i) : 0;

/** The two digits a token begins with; "06T10" is one token. */
function leading(t: TokenWindow, i: number): number {
  const digits = t.text.slice(t.start(i), t.start(i) + 2);
  return /^\d\d$/.test(digits) && (t.is(i, W.Unknown) || t.digits(i) === 2) ? Number(digits) : 0;
}

/** Latest minute and second; a leap second is the sixtieth. */
const LAST_HOUR = 24;
const LAST_MINUTE = 59;
const LAST_SECOND = 60;

/** "06T10:30", "06T10:30:15Z", "06T10:30:15.250+01:00": the day's token holds the hour, the last one may hold the zone. */
function readClockAfter(t: TokenWindow, i: number): { value: string; upTo: number } | undefined {
  if (!t.is(i, W.Unknown)) return undefined;
  const hour = /^\d\dT(\d\d)$/i.exec(t.text.slice(t.start(i), t.end(i)))?.[1];
  const minute = readSixtieth(t, i + 1, LAST_MINUTE);
  if (hour === undefined || Number(hour) > LAST_HOUR || !minute) return undefined;
  const second = minute.zone ? undefined : readSixtieth(t, minute.upTo, LAST_SECOND);
  const last = second ?? minute;
  return { value: `T${hour}:${minute.digits}${last.zone}`, upTo: last.zone ? last.upTo : skipOffset(t, last.upTo) };
}

interface Sixtieth {
  readonly digits: string;
  /** `Z` if the token ends in one. */
  readonly zone: '' | 'Z';
  readonly upTo: number;
}

/** A colon and two digits that touch it, with a fraction or a `Z` after them. */
function readSixtieth(t: TokenWindow, i: number, highest: number): Sixtieth | undefined {
  if (!t.is(i, W.Colon) || t.spaced(i) || t.is(i + 1, W.None) || t.spaced(i + 1)) return undefined;
  const found = /^(\d\d)(?:\.\d+)?(Z?)$/i.exec(t.text.slice(t.start(i + 1), t.end(i + 1)));
  const digits = found?.[1];
  if (digits === undefined || Number(digits) > highest) return undefined;
  // The Z after a fraction is a token of its own.
  const apart = t.isWord(i + 2, 'z') && !t.spaced(i + 2);
  return { digits, zone: found?.[2] || apart ? 'Z' : '', upTo: apart ? i + 3 : i + 2 };
}

/** "+01:00", "-0500": the offset belongs to the time and moves no day, since the day is the writer's own. */
function skipOffset(t: TokenWindow, i: number): number {
  const signed = (t.is(i, W.OtherSign) && t.value(i) === 0x2b) || t.is(i, W.Hyphen);
  if (!signed || t.spaced(i) || !t.is(i + 1, W.Number) || t.spaced(i + 1)) return i;
  if (t.digits(i + 1) === 4) return i + 2;
  const colon = t.digits(i + 1) === 2 && t.is(i + 2, W.Colon) && !t.spaced(i + 2) && t.is(i + 3, W.Number);
  return colon && !t.spaced(i + 3) && t.digits(i + 3) === 2 ? i + 4 : i;
}

/** True if a sign ties the digits to something before them: a path, a number, a name. */
export function isInsideNumeral(t: TokenWindow, i: number): boolean {
  if (t.spaced(i)) return false;
  const before = t.cls(i - 1);
  return (
    before === W.Slash ||
    before === W.Colon ||
    before === W.Money ||
    before === W.Dot ||
    before === W.Hyphen ||
    before === W.Unknown
  );
}
