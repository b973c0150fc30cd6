import {
  readDay,
  readDualYear,
  readFarYear,
  readShortYear,
  readYear,
  yearOfTwoDigits,
} from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { isStreet } from '../../../grammar/no-year.ts';
import { UNITS, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readDaysBefore } from './day-list.ts';
import { readBracketDay } from './second-day.ts';
import { inYear, readYearPhrase, skipToYear } from './year-phrase.ts';

/** "4 June 1989", "the 4th of June", "the twenty-first of June", "4 June", "3-4 May 1904", "07-Mar-1996", "the 20th of last month". */
export const dayFirst: Form = {
  name: 'day-first',
  starts: [W.Number, W.Ordinal, W.NumberWord, W.The],
  read: readDayFirst,
};

function readDayFirst(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  if (t.is(j - 1, W.Money)) return undefined;
  // "the twenty-first of June": no "first of June".
  if (t.is(j, W.Ordinal) && t.is(j - 1, W.Hyphen) && t.is(j - 2, W.NumberWord)) return undefined;
  return (
    readSigned(t, j) ??
    readDayMonth(t, j) ??
    readDaysBefore(t, j, readDayMonth) ??
    readTwoCalendars(t, j) ??
    readOfMonth(t, j)
  );
}

const ENDINGS = ['th', 'st', 'nd', 'rd'] as const;

function readDayMonth(t: TokenWindow, j: number): Expression | undefined {
  const day = readDay(t, j);
  if (!day) return undefined;
  // "4 th June", "4th. June", as scanners and printers set it.
  const apart =
    t.digits(j) > 0 &&
    (ENDINGS.some((ending) => t.isWord(day.upTo, ending)) || (t.is(j, W.Ordinal) && t.is(day.upTo, W.Dot)));
  const after = apart ? day.upTo + 1 : day.upTo;
  return readMonthAfter(t, day.value, t.is(after, W.Of) ? after + 1 : after);
}

/** "11 (23) March 1801": one day by two calendars, the other one in a bracket. */
function readTwoCalendars(t: TokenWindow, j: number): Expression | undefined {
  const day = readDay(t, j);
  const other = day && readBracketDay(t, day.upTo);
  const date = other && readMonthAfter(t, other.value, other.upTo);
  return date && { ...date, day: day.value, upTo: day.upTo, also: { ...date, from: other.from } };
}

function readMonthAfter(t: TokenWindow, day: number, month: number): Expression | undefined {
  // "14 June Street".
  if (!t.is(month, W.Month) || isStreet(t, month + 1)) return undefined;
  // "3 May., 1998".
  const end = t.is(month + 1, W.Dot) && t.is(month + 2, W.Comma) ? month + 2 : month + 1;
  const date = {
    ...BLANK,
    kind: 'calendar',
    type: 'DATE',
    unit: 'day',
    part: t.value(month),
    day,
  } as const;
  const comma = t.is(end, W.Comma) ? end + 1 : end;
  const named = skipToYear(t, comma);
  const k = named > comma ? named : t.isWord(end, 'in') ? end + 1 : comma;
  const year = readDualYear(t, k, date.part) ?? readYear(t, k) ?? readShortYear(t, k) ?? readFarYear(t, k);
  if (year) return { ...date, year: year.value, upTo: year.upTo };
  const phrase = readYearPhrase(t, t.is(end, W.Of) ? end + 1 : end);
  return phrase ? inYear(date, phrase) : { ...date, lean: 'nearest', upTo: month + 1 };
}

/** "07-Mar-1996", "5/Aug/2010", "19-Nov-12". */
function readSigned(t: TokenWindow, j: number): Expression | undefined {
  const dotted = readDotted(t, j);
  if (dotted) return dotted;
  const sign = t.cls(j + 1);
  if ((sign !== W.Hyphen && sign !== W.Slash && sign !== W.Dash) || !t.is(j, W.Number)) return undefined;
  if (!t.is(j + 2, W.Month) || !t.is(j + 3, sign) || !t.is(j + 4, W.Number)) return undefined;
  if (t.spaced(j + 1) || t.spaced(j + 2) || t.spaced(j + 3) || t.spaced(j + 4)) return undefined;
  const day = readDay(t, j);
  const digits = t.digits(j + 4);
  if (!day || (digits !== 2 && digits !== 4)) return undefined;
  const year = digits === 2 ? yearOfTwoDigits(t.value(j + 4)) : t.value(j + 4);
  const date = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day' } as const;
  return { ...date, year, part: t.value(j + 2), day: day.value, short: digits === 2, upTo: j + 5 };
}

/** "19.Nov.2012", "3.May.1998": the dot after a short month belongs to it. */
function readDotted(t: TokenWindow, j: number): Expression | undefined {
  if (!t.is(j, W.Number) || !t.is(j + 1, W.Dot) || t.spaced(j + 1) || !t.is(j + 2, W.Month) || t.spaced(j + 2))
    return undefined;
  const k = t.is(j + 3, W.Dot) && !t.spaced(j + 3) ? j + 4 : j + 3;
  const day = readDay(t, j);
  if (!day || !t.is(k, W.Number) || t.spaced(k) || t.digits(k) !== 4 || t.text.charCodeAt(t.start(k) - 1) !== DOT)
    return undefined;
  const date = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day' } as const;
  return { ...date, year: t.value(k), part: t.value(j + 2), day: day.value, upTo: k + 1 };
}

const DOT = 0x2e;
/** Value of "ult.", before that of "inst.". */
const ULTIMO = 99;
const MONTH = UNITS.indexOf('month');

/** "the 20th of last month", "the 5th of this month", "the 12th of the same month". */
function readOfMonth(t: TokenWindow, j: number): Expression | undefined {
  const day = t.is(j, W.Ordinal) || t.is(j, W.NumberWord) ? readDay(t, j) : undefined;
  // "the 5th inst.", "the 12th ult.".
  if (day && t.is(day.upTo, W.Named) && t.value(day.upTo) >= ULTIMO) {
    const amount = t.value(day.upTo) - ULTIMO - 1;
    const month = { ...BLANK, kind: 'shift', type: 'DATE', step: 'month', amount, anchor: 'speech' } as const;
    return { ...month, pick: { of: 'day', nth: day.value, weekday: 0 }, upTo: day.upTo + 1 };
  }
  if (!day || !t.is(day.upTo, W.Of)) return undefined;
  const which = t.is(day.upTo + 1, W.The) ? day.upTo + 2 : day.upTo + 1;
  const lean = t.is(which, W.Which) ? (t.value(which) === Which.Current ? 'this' : LEANS[t.value(which)]) : undefined;
  if (!lean || !t.is(which + 1, W.Unit) || t.value(which + 1) !== MONTH || t.plural(which + 1)) return undefined;
  const amount = lean === 'last' || lean === 'previous' ? -1 : lean === 'next' || lean === 'following' ? 1 : 0;
  const anchor = lean === 'this' || lean === 'last' || lean === 'next' ? 'speech' : 'text';
  const month = { ...BLANK, kind: 'shift', type: 'DATE', step: 'month', amount, anchor } as const;
  return { ...month, pick: { of: 'day', nth: day.value, weekday: 0 }, upTo: which + 2 };
}
