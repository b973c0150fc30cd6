import type { TokenWindow } from '../scanning/token-window.ts';
import type { Part } from './part.ts';
import { readSpelledYear } from './spelled-year.ts';
import { W } from './word.ts';

/** Years that four digits alone may mean. Earlier years need an era or a preposition; later numbers are quantities. */
const PLAIN_YEARS = { from: 1800, to: 2060 };

/** True if four digits may be a year without other evidence. */
export const looksLikeYear = (n: number): boolean => n >= PLAIN_YEARS.from && n <= PLAIN_YEARS.to;

/** "AD" and "CE", not "Ad" or "Ce": two letters must both be capitals. */
const isEra = (t: TokenWindow, i: number): boolean =>
  t.end(i) - t.start(i) > 2 || t.text.charCodeAt(t.start(i) + 1) < 0x5b;

/** "2200 GMT", "1425 local time", "1830 hours": four digits that are a time of day. */
export const isClock = (t: TokenWindow, i: number): boolean =>
  t.is(i + 1, W.Zone) ||
  t.isWord(i + 1, 'hrs') ||
  // "May 31, 2009 local time" is a year.
  (t.isWord(i + 1, 'local') && t.isWord(i + 2, 'time') && !looksLikeYear(t.value(i))) ||
  (t.is(i + 1, W.Unit) && t.isWord(i + 1, 'hours'));

const SMUDGED = /^(?:[1lI][89]|20)[\dOolI]{2}$/;

/** "19O5", "l912": a year in which OCR read one or two digits as letters. */
export function readSmudgedYear(t: TokenWindow, i: number): Part | undefined {
  if (!t.is(i, W.PeriodCode) || t.end(i) - t.start(i) !== 4) return undefined;
  const code = t.text.slice(t.start(i), t.end(i));
  if (!SMUDGED.test(code)) return undefined;
  return { value: Number(code.replace(/[lI]/g, '1').replace(/[Oo]/g, '0')), upTo: i + 1 };
}

/** A year after a month or a day: four digits, perhaps with an era. Astronomical. */
export function readYear(t: TokenWindow, i: number): Part | undefined {
  if (t.cls(i) === W.Era && t.value(i) > 0 && t.is(i + 1, W.Number) && t.digits(i + 1) > 0 && isEra(t, i))
    return { value: t.value(i + 1), upTo: i + 2 };
  if (t.is(i, W.NumberWord)) return readSpelledYear(t, i);
  if (t.is(i, W.PeriodCode)) return readSmudgedYear(t, i);
  if (!t.is(i, W.Number) || t.digits(i) === 0) return undefined;
  const n = t.value(i);
  if (t.is(i + 1, W.Era) && n > 0 && n < 10_000) {
    // "in 43 AM": only era words reach here; lower-case "ad" and "ce" are other words.
    if (isEra(t, i + 1)) return { value: t.value(i + 1) < 0 ? 1 - n : n, upTo: i + 2 };
  }
  if (t.digits(i) !== 4 || n < 1000 || n > 2999 || isClock(t, i)) return undefined;
  return { value: n, upTo: i + 1 };
}

/** "31 December 9999": four digits mean a year this far ahead only directly after a day and its month, and not before a noun that they could count. */
export function readFarYear(t: TokenWindow, i: number): Part | undefined {
  const after = t.cls(i + 1);
  const ends = after === W.None || after === W.Dot || after === W.Comma || after === W.Close || after === W.Preposition;
  return t.is(i, W.Number) && t.digits(i) === 4 && t.value(i) > 2999 && ends
    ? { value: t.value(i), upTo: i + 1 }
    : undefined;
}

/** Months that belong to two different years by two calendars: the English year began on 25 March until 1752. */
const LAST_DUAL_MONTH = 3;

/**
 * "2 February 1688/9", "12 March 1701/02": the year by Old Style and by New Style. Historians mean the second.
 *
 * @param month Of the date: later ones have one year.
 */
export function readDualYear(t: TokenWindow, i: number, month: number): Part | undefined {
  if (!t.is(i, W.Number) || t.digits(i) !== 4 || !t.is(i + 1, W.Slash) || t.spaced(i + 1) || !t.is(i + 2, W.Number))
    return undefined;
  const next = t.value(i) + 1;
  const digits = t.digits(i + 2);
  const agrees = digits > 0 && digits <= 2 && t.value(i + 2) === next % 10 ** digits;
  return agrees && month <= LAST_DUAL_MONTH && next > 1000 ? { value: next, upTo: i + 3 } : undefined;
}

/** Two-digit years below this are of this century, the others of the last. */
const PIVOT = 50;

/** The year that two digits mean. */
export const yearOfTwoDigits = (n: number): number => n + (n < PIVOT ? 2000 : 1900);

/** "'11": an apostrophe and two digits. */
export const readShortYear = (t: TokenWindow, i: number): Part | undefined =>
  t.is(i, W.Apostrophe) && t.is(i + 1, W.Number) && t.digits(i + 1) === 2 && !t.spaced(i + 1)
    ? { value: yearOfTwoDigits(t.value(i + 1)), upTo: i + 2 }
    : undefined;

/** A day of the month: "4", "4th", "fourth", "twenty-first". The normaliser checks that the month has this day, so that "February 30" is not read as "February". */
export function readDay(t: TokenWindow, i: number): Part | undefined {
  const cls = t.cls(i);
  if (cls === W.NumberWord) return readSpelledDay(t, i);
  if (cls !== W.Number && cls !== W.Ordinal) return undefined;
  const n = t.value(i);
  if (cls === W.Number && (t.digits(i) === 0 || t.digits(i) > 2)) return undefined;
  if (n < 1 || n > 31) return undefined;
  return { value: n, upTo: i + 1 };
}

/** "twenty-first", "thirty first". */
function readSpelledDay(t: TokenWindow, i: number): Part | undefined {
  const tens = t.value(i);
  if (tens !== 20 && tens !== 30) return undefined;
  const j = t.is(i + 1, W.Hyphen) ? i + 2 : i + 1;
  // "twenty 1st": digits are no part of a word.
  if (!t.is(j, W.Ordinal) || t.digits(j) > 0 || t.value(j) > 9) return undefined;
  const value = tens + t.value(j);
  return value <= 31 ? { value, upTo: j + 1 } : undefined;
}
