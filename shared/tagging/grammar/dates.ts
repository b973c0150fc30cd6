import type { TokenWindow } from '../scanning/token-window.ts';
import { readSpelledYear } from './spelled-year.ts';
import { W } from './word.ts';

/** A part of an expression and the token after it. */
export interface Part {
  readonly value: number;
  readonly upTo: number;
}

/** Years that digits alone may mean. Earlier ones want an era or a preposition; later ones are quantities. */
const PLAIN_YEARS = { from: 1800, to: 2060 };

/** True if four digits may be a year with nothing else to say so. */
export const looksLikeYear = (n: number): boolean => n >= PLAIN_YEARS.from && n <= PLAIN_YEARS.to;

/** Words that may stand before a year with a hyphen between: "mid-1990", "post-1959"; not "F-1990". */
const BEFORE_YEAR = /^(?:mid|pre|post|early|late|un?til|anti)$/i;

/** True if what stands beside the numeral says that it is no year: money, a path, a telephone or model number, things counted. */
export function countsSomething(t: TokenWindow, i: number): boolean {
  const before = t.cls(i - 1);
  // "page 1999".
  if (before === W.Counted && t.value(i - 1) === 1) return true;
  if (!t.spaced(i)) {
    if (before === W.Money || before === W.Colon || before === W.Dot || before === W.Slash) return true;
    if (before === W.Unknown || before === W.OtherSign) return true;
    if (before === W.Hyphen && !t.spaced(i - 1) && isCode(t, i - 2)) return true;
  }
  const after = t.cls(i + 1);
  if (after === W.Money && !t.spaced(i + 1)) return true;
  if (after === W.Counted && t.value(i + 1) === 0) return before !== W.Preposition && before !== W.The;
  return after === W.Unit && t.plural(i + 1);
}

/** "555-1987", "F-1990": what stands before the hyphen is no word that goes with a year. */
function isCode(t: TokenWindow, i: number): boolean {
  if (t.is(i, W.Number)) return t.digits(i) < 3 || t.digits(i) > 4 || (t.digits(i) === 3 && t.value(i) < 1000);
  return t.is(i, W.Unknown) && !BEFORE_YEAR.test(t.text.slice(t.start(i), t.end(i)));
}

/** "AD" and "CE", not "Ad" or "Ce": two letters must both be capitals. */
const isEra = (t: TokenWindow, i: number): boolean =>
  t.end(i) - t.start(i) > 2 || t.text.charCodeAt(t.start(i) + 1) < 0x5b;

/** A year after a month or a day: four digits, perhaps with an era. Astronomical. */
export function readYear(t: TokenWindow, i: number): Part | undefined {
  if (t.cls(i) === W.Era && t.value(i) > 0 && t.is(i + 1, W.Number) && t.digits(i + 1) > 0 && isEra(t, i))
    return { value: t.value(i + 1), upTo: i + 2 };
  if (t.is(i, W.NumberWord)) return readSpelledYear(t, i);
  if (!t.is(i, W.Number) || t.digits(i) === 0) return undefined;
  const n = t.value(i);
  if (t.is(i + 1, W.Era) && n > 0 && n < 10_000) {
    // "in 43 AM": only era words reach here; lower-case "ad" and "ce" are other words.
    if (isEra(t, i + 1)) return { value: t.value(i + 1) < 0 ? 1 - n : n, upTo: i + 2 };
  }
  if (t.digits(i) !== 4 || n < 1000 || n > 2999) return undefined;
  return { value: n, upTo: i + 1 };
}

/** A day of the month: "4", "4th", "fourth". Whether the month has it is for the normaliser to say, so that "February 30" is not read as "February". */
export function readDay(t: TokenWindow, i: number): Part | undefined {
  const cls = t.cls(i);
  if (cls !== W.Number && cls !== W.Ordinal) return undefined;
  const n = t.value(i);
  if (cls === W.Number && (t.digits(i) === 0 || t.digits(i) > 2)) return undefined;
  if (n < 1 || n > 31) return undefined;
  return { value: n, upTo: i + 1 };
}
