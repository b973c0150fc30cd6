import type { TokenWindow } from '../scanning/token-window.ts';
import { W } from './word.ts';

/** How many of a unit: `value` is NaN for "several", and may have a fraction. */
export interface Count {
  readonly value: number;
  readonly upTo: number;
}

const VAGUE = Number.NaN;

/**
 * Reads a count before a unit: "5", "1,500", "2 1/2", "twenty-five", "two hundred", "a", "a few", "several", "a couple of", "half a".
 * A range ("two to three", "12 or 18") counts as its first number.
 */
export function readCount(t: TokenWindow, i: number): Count | undefined {
  const first = readOne(t, i);
  if (!first) return undefined;
  // "two and a half years".
  if (t.is(first.upTo, W.And) && t.is(first.upTo + 1, W.A) && t.is(first.upTo + 2, W.Half))
    return { value: first.value + 0.5, upTo: first.upTo + 3 };
  // "thirty (30) days", as contracts have it.
  if (
    t.is(first.upTo, W.Open) &&
    t.is(first.upTo + 1, W.Number) &&
    t.value(first.upTo + 1) === first.value &&
    t.is(first.upTo + 2, W.Close)
  )
    return { value: first.value, upTo: first.upTo + 3 };
  const join = t.cls(first.upTo);
  const isRange =
    join === W.To || join === W.Or || ((join === W.Hyphen || join === W.Dash) && t.is(first.upTo + 1, W.Number));
  if (isRange) {
    const second = readOne(t, first.upTo + 1);
    if (second && second.value > first.value) return { value: first.value, upTo: second.upTo };
  }
  return first;
}

function readOne(t: TokenWindow, i: number): Count | undefined {
  switch (t.cls(i)) {
    case W.Number:
      return readNumeral(t, i);
    case W.Decimal:
      return { value: t.value(i), upTo: i + 1 };
    case W.NumberWord:
      return readWords(t, i);
    case W.Several:
      if (t.isWord(i, 'couple')) return { value: 2, upTo: t.is(i + 1, W.Of) ? i + 2 : i + 1 };
      // "several hundred years", "hundreds of years".
      if (t.is(i + 1, W.NumberWord) && t.value(i + 1) >= 100) return { value: VAGUE, upTo: i + 2 };
      return { value: VAGUE, upTo: t.is(i + 1, W.Of) && t.is(i + 2, W.Unit) ? i + 2 : i + 1 };
    case W.Half:
      return t.is(i + 1, W.A) ? { value: 0.5, upTo: i + 2 } : undefined;
    case W.A:
      return readAfterArticle(t, i);
    default:
      return undefined;
  }
}

/** "a", "a few", "a couple of", "a hundred", "a half". */
function readAfterArticle(t: TokenWindow, i: number): Count {
  const cls = t.cls(i + 1);
  if (cls === W.Several) {
    const inner = readOne(t, i + 1);
    if (inner) return inner;
  }
  if (cls === W.NumberWord && (t.value(i + 1) >= 100 || t.isWord(i + 1, 'dozen'))) {
    const inner = readWords(t, i + 1);
    return { value: inner.value, upTo: inner.upTo };
  }
  if (cls === W.Half) return { value: 0.5, upTo: i + 2 };
  return { value: 1, upTo: i + 1 };
}

/** Digits, with a common fraction after them: "2 1/2". */
function readNumeral(t: TokenWindow, i: number): Count {
  const value = t.value(i);
  let j = i + 1;
  if (t.is(j, W.Hyphen) && t.is(j + 1, W.Number) && slashAt(t, j + 2) > 0) j++;
  const slash = t.is(j, W.Number) ? slashAt(t, j + 1) : 0;
  if (slash > 0 && t.is(slash + 1, W.Number) && t.value(j) < t.value(slash + 1))
    return { value: value + t.value(j) / t.value(slash + 1), upTo: slash + 2 };
  if (t.is(i + 1, W.NumberWord) && t.value(i + 1) >= 100) return { value: value * t.value(i + 1), upTo: i + 2 };
  return { value, upTo: i + 1 };
}

/** The token of a slash, which scans of agencies escape ("4-1\\/2 years"); 0 if there is none. */
const slashAt = (t: TokenWindow, i: number): number => (!t.is(i, W.Slash) ? 0 : t.is(i + 1, W.Slash) ? i + 1 : i);

/** Number words: tens and units add, "hundred" and "thousand" multiply. */
function readWords(t: TokenWindow, i: number): Count {
  let total = 0;
  let current = t.value(i);
  let j = i + 1;
  for (;;) {
    const k =
      t.is(j, W.Hyphen) && t.is(j + 1, W.NumberWord) && !t.spaced(j)
        ? j + 1
        : t.is(j, W.And) && current >= 100
          ? j + 1
          : j;
    if (!t.is(k, W.NumberWord)) break;
    const value = t.value(k);
    if (value === 1000) {
      total = (total + current) * 1000;
      current = 0;
    } else if (value === 100) current *= 100;
    else if (value < 10 && current % 100 >= 20 && current % 10 === 0) current += value;
    else if (value < 100 && current >= 100 && current % 100 === 0) current += value;
    else if (value < 1000 && current === 0 && total > 0) current = value;
    else break;
    j = k + 1;
  }
  return { value: total + current, upTo: j };
}
