import { twoDigits } from '../../../../time/day.ts';
import { looksLikeYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { Approx, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { dayFirst } from './day-first.ts';
import { dayPart } from './day-part.ts';
import { deicticDay } from './deictic-day.ts';
import { deicticUnit } from './deictic-unit.ts';
import { monthFirst } from './month-first.ts';
import { weekday } from './weekday.ts';

/** Days that a time of day may be followed by. */
const DAYS = tabulate([dayPart, weekday, monthFirst, dayFirst, deicticDay, deicticUnit]);

/** "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "10:35 a.m.", "noon Thursday", "midnight", "4 in the morning", "around 7:15 p.m.". */
export const clock: Form = {
  name: 'clock',
  starts: [W.Number, W.Decimal, W.NumberWord, W.ClockWord, W.Approx],
  read: readClock,
};

export interface Time {
  readonly value: string;
  readonly upTo: number;
  /** Without "a.m.", "p.m." or a zone that would show the half of the day. */
  readonly lacksHalf?: boolean;
  /** Four digits without a colon. */
  readonly fourDigits?: boolean;
}

/** A time of day by itself: "10pm", "7.30am". */
export const readTimeOfDay = (t: TokenWindow, i: number): Time | undefined =>
  t.is(i, W.Number) || t.is(i, W.Decimal) ? readTime(t, i) : undefined;

function readClock(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Approx)) {
    const inner = t.value(i) === Approx.About && t.isWord(i, 'around') ? readClock(t, i + 1) : undefined;
    return inner && { ...inner, mod: 'APPROX' };
  }
  const time = readTime(t, i);
  if (!time) return undefined;
  let j = time.upTo;
  // TIMEX3 writes UTC with a Z and omits other zones.
  const universal = UNIVERSAL.some((zone) => t.isWord(j, zone) || t.isWord(j - 1, zone));
  const clockValue = universal && !time.value.endsWith('Z') ? `${time.value}Z` : time.value;
  if (t.is(j, W.Zone)) j++;
  const offset = j > time.upTo || universal ? skipOffset(t, j) : j;
  // "10:15 UTC+2" is not universal time.
  const written = offset > j ? time.value : clockValue;
  j = offset;
  const twice = readTwoClocks(t, time, j);
  if (twice) return twice;
  const placed = readPlacedClock(t, time, written, j);
  if (placed) return placed;
  const on = t.is(j, W.Comma) || (t.is(j, W.Preposition) && t.isWord(j, 'on')) ? j + 1 : j;
  const day = longestAt(DAYS, t, on);
  const open = time.fourDigits ? 'clock' : undefined;
  // "at 6:20 yesterday evening".
  if (time.lacksHalf && day?.clock) return undefined;
  if (day && isOneDay(day)) return { ...day, type: 'TIME', clock: written, open };
  const sameDay = { ...BLANK, kind: 'shift', type: 'TIME', step: 'day', amount: 0, anchor: 'text' } as const;
  return { ...sameDay, clock: written, open, upTo: j };
}

/** "5:34 a.m. local time on March 20, 2003": the time belongs to that day. The words in between belong to neither. */
function readPlacedClock(t: TokenWindow, time: Time, clock: string, j: number): Expression | undefined {
  if (!t.isWord(j + 1, 'time') || !(t.isWord(j, 'local') || t.capital(j))) return undefined;
  const from = t.isWord(j + 2, 'on') || t.is(j + 2, W.Comma) ? j + 3 : j + 2;
  const day = longestAt(DAYS, t, from);
  if (!day || !isOneDay(day) || day.clock || day.also) return undefined;
  const open = time.fourDigits ? 'clock' : undefined;
  return { ...day, type: 'TIME', clock, open, upTo: j, also: { ...day, from } };
}

/** "1653 (2153 GMT) on Tuesday": both times belong to that day. */
function readTwoClocks(t: TokenWindow, time: Time, j: number): Expression | undefined {
  if (!t.is(j, W.Open) || !t.is(j + 1, W.Number)) return undefined;
  const other = readTime(t, j + 1);
  const zone = other && t.is(other.upTo, W.Zone) ? other.upTo : -1;
  if (!other || zone < 0 || !t.is(zone + 1, W.Close)) return undefined;
  const from = t.isWord(zone + 2, 'on') ? zone + 3 : zone + 2;
  const day = longestAt(DAYS, t, from);
  if (!day || !isOneDay(day) || day.also) return undefined;
  const universal = UNIVERSAL.some((name) => t.isWord(zone, name));
  const clock = universal && !other.value.endsWith('Z') ? `${other.value}Z` : other.value;
  const open = time.fourDigits ? 'clock' : undefined;
  const second: Expression = { ...day, type: 'TIME', clock, open, from: j + 1, upTo: zone + 1, also: { ...day, from } };
  return { ...day, type: 'TIME', clock: time.value, open, upTo: j, also: second };
}

/** "UTC+2", "GMT-05:30". Answers with the token after. */
function skipOffset(t: TokenWindow, j: number): number {
  const signed = (t.is(j, W.OtherSign) && t.value(j) === PLUS) || t.is(j, W.Hyphen);
  if (!signed || t.spaced(j) || !t.is(j + 1, W.Number) || t.spaced(j + 1)) return j;
  const minutes = t.is(j + 2, W.Colon) && !t.spaced(j + 2) && t.is(j + 3, W.Number) && !t.spaced(j + 3);
  return minutes ? j + 4 : j + 2;
}

const PLUS = 0x2b;

const UNIVERSAL = ['gmt', 'utc'] as const;

/** "at noon", "noon Thursday", "by midnight"; not "High Noon", "the midnight train". */
const governsNoon = (t: TokenWindow, i: number): boolean =>
  t.is(i - 1, W.Preposition) ||
  t.is(i - 1, W.Away) ||
  t.is(i - 1, W.Approx) ||
  t.is(i - 1, W.Between) ||
  t.is(i - 1, W.And) ||
  t.is(i + 1, W.Weekday) ||
  t.is(i + 1, W.Deictic) ||
  // "Midnight on 5 April".
  (t.isWord(i + 1, 'on') && (t.is(i + 2, W.Number) || t.is(i + 2, W.Month) || t.is(i + 2, W.Weekday)));

const isOneDay = (e: Expression): boolean =>
  (e.kind === 'calendar' && e.unit === 'day') || (e.kind === 'shift' && e.step === 'day');

function readTime(t: TokenWindow, i: number): Time | undefined {
  if (t.is(i, W.ClockWord)) {
    const hour = t.value(i);
    if (hour < 0 || !governsNoon(t, i)) return undefined;
    return { value: hour === 24 ? 'T24:00' : `T${hour}:00`, upTo: i + 1 };
  }
  if (t.is(i, W.Number) && t.digits(i) === 4) return readFourDigits(t, i);
  if (t.is(i, W.Decimal)) return readDotted(t, i);
  const hour = t.value(i);
  if (t.is(i, W.Number) && (t.digits(i) === 0 || t.digits(i) > 2)) return undefined;
  if (hour > 24 || t.is(i - 1, W.Money) || (t.is(i - 1, W.Colon) && !t.spaced(i))) return undefined;
  const minutes =
    t.is(i, W.Number) &&
    t.is(i + 1, W.Colon) &&
    !t.spaced(i + 1) &&
    t.is(i + 2, W.Number) &&
    !t.spaced(i + 2) &&
    t.digits(i + 2) === 2;
  const minute = minutes ? t.value(i + 2) : 0;
  if (minute > 59) return undefined;
  const j = minutes ? i + 3 : i + 1;
  if (minutes && t.is(j, W.Colon)) return undefined;
  const half = readHalf(t, j);
  if (half)
    return hour >= 1 && hour <= 12
      ? { value: `T${twoDigits((hour % 12) + half.value)}:${twoDigits(minute)}`, upTo: half.upTo }
      : undefined;
  // 24-hour times need minutes and a zone, or "at" before them; "3:2" and "2:30:15" are scores and durations.
  if (
    minutes &&
    t.is(i, W.Number) &&
    t.is(i - 1, W.Preposition) &&
    (t.isWord(i - 1, 'at') || t.isWord(i - 1, 'by') || t.isWord(i - 1, 'until') || t.isWord(i - 1, 'since'))
  )
    return { value: `T${twoDigits(hour)}:${twoDigits(minute)}`, upTo: j, lacksHalf: true };
  // "dep. 09:15", "KO 15:00", "(15:00)".
  const inBracket = t.is(i - 1, W.Open) && t.is(j, W.Close);
  if (minutes && t.digits(i) === 2 && hour < 24 && (inBracket || isInTimetable(t, i)))
    return { value: `T${twoDigits(hour)}:${twoDigits(minute)}`, upTo: j };
  if (minutes && t.is(j, W.Zone)) return { value: `T${twoDigits(hour)}:${twoDigits(minute)}`, upTo: j };
  if (t.is(j, W.ClockWord) && t.value(j) < 0) return { value: `T${twoDigits(hour)}:00`, upTo: j + 1 };
  return undefined;
}

const DOTTED = /^(\d{1,2})\.([0-5]\d)$/;

/** "7.30am", "10.15 p.m.": a dot for the colon, as the British write it. */
function readDotted(t: TokenWindow, i: number): Time | undefined {
  const half = readHalf(t, i + 1);
  const found = half ? DOTTED.exec(t.text.slice(t.start(i), t.end(i))) : null;
  const hour = Number(found?.[1]);
  if (!half || !found || hour < 1 || hour > 12 || t.is(i - 1, W.Money)) return undefined;
  return { value: `T${twoDigits((hour % 12) + half.value)}:${found[2]}`, upTo: half.upTo };
}

/** Words before a time of day in four digits and "hours". */
const TIMES = /^(?:at|by|until|till|from|since|and|to|before|after|around|about|between)$/i;
/** Words of timetables before a time of day. */
const TIMETABLE =
  /\b(?:dep|arr|depart(?:s|ed|ing)?|arriv(?:es?|ed|ing)|ko|kick-?off|leaves|leaving|doors|starts?|begins?)\.?:?\s$/i;
const LONGEST_TIMETABLE_WORD = 14;

const isInTimetable = (t: TokenWindow, i: number): boolean =>
  TIMETABLE.test(t.text.slice(Math.max(0, t.start(i) - LONGEST_TIMETABLE_WORD), t.start(i)));

const wordBefore = (t: TokenWindow, i: number): string =>
  t.is(i - 1, W.None) ? '' : t.text.slice(t.start(i - 1), t.end(i - 1));

/** "0600 GMT", "1425 local time", "at 1800 hours", "1653 (2153 GMT)": without the following words it is a year or a number. */
function readFourDigits(t: TokenWindow, i: number): Time | undefined {
  if (t.is(i - 1, W.Money)) return undefined;
  const apart = t.is(i + 1, W.Comma) ? i + 2 : i + 1;
  const local = t.isWord(apart, 'local') && t.isWord(apart + 1, 'time');
  const hours = (t.isWord(i + 1, 'hours') || t.isWord(i + 1, 'hrs')) && TIMES.test(wordBefore(t, i));
  const dayAfter = isDayAfter(t, i);
  const beside = t.is(i + 1, W.Open) && t.is(i + 2, W.Number) && t.digits(i + 2) === 4 && t.is(i + 3, W.Zone);
  if (!t.is(i + 1, W.Zone) && !local && !hours && !beside && !dayAfter) return undefined;
  const hour = Math.floor(t.value(i) / 100);
  const minute = t.value(i) % 100;
  if (hour > 24 || minute > 59) return undefined;
  const upTo = local ? apart + 2 : hours ? i + 2 : i + 1;
  return { value: `T${twoDigits(hour)}:${twoDigits(minute)}`, upTo, fourDigits: true };
}

/** "at 1100 on Wednesday", "by 0630 yesterday": before a weekday or a relative day four digits are not a year. */
function isDayAfter(t: TokenWindow, i: number): boolean {
  // "departs 0915".
  if (t.value(i) < 1000 && isInTimetable(t, i)) return true;
  const isLed =
    t.isWord(i - 1, 'at') || (!looksLikeYear(t.value(i)) && (t.isWord(i - 1, 'by') || t.isWord(i - 1, 'until')));
  if (!isLed) return false;
  const day = t.isWord(i + 1, 'on') ? i + 2 : i + 1;
  return t.is(day, W.Weekday) || t.is(day, W.Deictic);
}

/** "a.m.", "p.m.", "in the morning", "in the afternoon": hours to add to the twelve-hour clock. */
export function readHalf(t: TokenWindow, j: number): { value: number; upTo: number } | undefined {
  if (t.is(j, W.Meridiem)) return { value: t.value(j), upTo: j + 1 };
  const o = t.is(j, W.ClockWord) && t.value(j) < 0 ? j + 1 : j;
  if (!t.isWord(o, 'in') || !t.is(o + 1, W.The) || !t.is(o + 2, W.DayPart)) return undefined;
  return { value: t.value(o + 2) === 0 ? 0 : 12, upTo: o + 3 };
}
