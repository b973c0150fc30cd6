import { looksLikeYear } from '../../../grammar/dates.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** The other day of "April 6-7", "May 4 and 5". */
export interface SecondDay {
  readonly value: number;
  /** The day's own token. */
  readonly from: number;
  readonly upTo: number;
}

/** Reads a sign or a word that joins two ends of a range: "-", "–", "/", "and", "to", "or", "through". Answers with the token after. */
export function readJoin(t: TokenWindow, i: number): number {
  const cls = t.cls(i);
  return cls === W.Hyphen || cls === W.Dash || cls === W.And || cls === W.To || cls === W.Or || cls === W.Slash
    ? i + 1
    : -1;
}

/** "(23)", "[O.S. 11]": the same day by another calendar. */
export function readBracketDay(t: TokenWindow, i: number): SecondDay | undefined {
  if (!t.is(i, W.Open)) return undefined;
  const j = /^[([]\s?[ON]\.?\s?S\.?\s/.test(t.text.slice(t.start(i), t.start(i) + LONGEST_STYLE))
    ? afterStyle(t, i + 1)
    : i + 1;
  if (!(t.is(j, W.Number) || t.is(j, W.Ordinal)) || t.digits(j) > 2 || !t.is(j + 1, W.Close)) return undefined;
  const value = t.value(j);
  return value >= 1 && value <= 31 ? { value, from: j, upTo: j + 2 } : undefined;
}

const LONGEST_STYLE = 8;
/** Tokens of "O.S." at most. */
const STYLE_TOKENS = 4;

function afterStyle(t: TokenWindow, i: number): number {
  let j = i;
  while (j < i + STYLE_TOKENS && !t.is(j, W.Number) && !t.is(j, W.None)) j++;
  return j;
}

const FORBIDDEN = new Set<number>([
  W.Month,
  W.Unit,
  W.Number,
  W.NumberWord,
  W.Money,
  W.Meridiem,
  W.Colon,
  W.Slash,
  W.Hyphen,
  W.Counted,
  W.More,
]);

/** A second day of the same month, later than the first. "May 4 and 5 others" is not one. */
export function readSecondDay(t: TokenWindow, i: number, first: number): SecondDay | undefined {
  // "May 3, 4 and 5": a comma joins two days where another join follows.
  const listed = t.is(i, W.Comma) && t.is(i + 1, W.Number) && (readJoin(t, i + 2) > 0 || t.is(i + 2, W.Comma));
  // "May 3, 4, and 5".
  const oxford = t.is(i, W.Comma) && t.is(i + 1, W.And);
  const joined = oxford ? i + 2 : listed ? i + 1 : readJoin(t, i);
  const j = t.is(joined, W.The) && t.is(joined + 1, W.Ordinal) ? joined + 1 : joined;
  if (j < 0 || !(t.is(j, W.Number) || t.is(j, W.Ordinal)) || t.digits(j) > 2) return undefined;
  const value = t.value(j);
  if (value <= first || value > 31) return undefined;
  const after = t.cls(j + 1);
  if (listed && !readSecondDay(t, j + 1, value)) return undefined;
  const signed = t.is(i, W.Hyphen) || t.is(i, W.Dash);
  // "May 4-5 1998", "Aug. 30/31 1999".
  const year = after === W.Number && t.digits(j + 1) === 4 && looksLikeYear(t.value(j + 1));
  if (FORBIDDEN.has(after) && !year && !(signed && after === W.Hyphen)) return undefined;
  return { value, from: j, upTo: j + 1 };
}
