import { BLANK, type Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readHalf } from './clock.ts';
import { dayFirst } from './day-first.ts';
import { dayPart } from './day-part.ts';
import { deicticDay } from './deictic-day.ts';
import { monthFirst } from './month-first.ts';
import { clockIn, readHalfKnown, readSpokenClock } from './time-of-day-words.ts';
import { weekday } from './weekday.ts';

/** "5.45 this morning", "half past eight", "at nine on Friday night". */
export const hourInPartOfDay: Form = {
  name: 'hour-in-part-of-day',
  starts: [W.Number, W.Decimal, W.NumberWord, W.Half, W.Unit, W.A],
  read: readHourInPartOfDay,
};

/** A cheap check first: most numbers and articles begin no time of day. "past", "to" or a part of a day must follow. */
function mayBeHour(t: TokenWindow, i: number): boolean {
  const cls = t.cls(i);
  if (cls === W.A) return t.isWord(i + 1, 'quarter');
  if (cls === W.Unit) return t.isWord(i, 'quarter');
  if (cls === W.Half) return t.isWord(i + 1, 'past');
  if (t.value(i) >= 30) return false;
  switch (t.cls(i + 1)) {
    case W.Colon:
    case W.Which:
    case W.Deictic:
    case W.Weekday:
    case W.To:
    case W.Hyphen:
    case W.Comma:
      return true;
    case W.Unit:
      return t.isWord(i + 1, 'minutes');
    case W.Preposition:
      return t.isWord(i + 1, 'on') || t.isWord(i + 1, 'in');
    default:
      return false;
  }
}

/** Parts of the day that show whether an hour is before or after noon. */
const PARTS = tabulate([dayPart, deicticDay]);
/** Dates that a time in digits may stand before with no more than "on". */
const DATES = tabulate([weekday, monthFirst, dayFirst]);

/**
 * "5.45 this morning", "half past eight yesterday evening", "at nine tonight", "quarter to five on 3 May": the half of the day that no "a.m."
 * tells. A spoken time may stand alone.
 */
function readHourInPartOfDay(t: TokenWindow, i: number): Expression | undefined {
  if (!mayBeHour(t, i)) return undefined;
  const spoken = readSpokenClock(t, i);
  const time = spoken ?? readHalfKnown(t, i);
  if (!time || t.is(i - 1, W.Money)) return undefined;
  const half = readHalf(t, time.upTo);
  const part = half?.value === 12 ? 'TAF' : half ? 'TMO' : undefined;
  const end = half?.upTo ?? time.upTo;
  const on = t.is(end, W.Comma) || t.isWord(end, 'on') ? end + 1 : end;
  const day = longestAt(PARTS, t, on);
  if (day && isOneDay(day) && day.clock?.length === PART_LENGTH)
    return { ...day, type: 'TIME', clock: clockIn(time, part ?? day.clock), mod: undefined };
  // "at 20.30 on Friday"; "1.5 on 3 May" is no time.
  const isTime = spoken !== undefined || (t.isWord(i - 1, 'at') && t.isWord(end, 'on'));
  if (!isTime) return undefined;
  const date = longestAt(DATES, t, on) ?? day;
  if (date && isOneDay(date)) return { ...date, type: 'TIME', clock: clockIn(time, part) };
  if (!spoken) return undefined;
  const sameDay = { ...BLANK, kind: 'shift', type: 'TIME', step: 'day', amount: 0, anchor: 'text' } as const;
  return { ...sameDay, clock: clockIn(time, part), upTo: end };
}

/** Code units of "TMO". */
const PART_LENGTH = 3;

const isOneDay = (e: Expression): boolean =>
  (e.kind === 'calendar' && e.unit === 'day') || (e.kind === 'shift' && e.step === 'day');
