import type { TokenWindow } from '../scanning/token-window.ts';
import type { Part } from './part.ts';
import { W } from './word.ts';

/** Reads a year as it is spoken: "nineteen ninety-six", "eighteen sixty", "nineteen oh five" is not read. */
export function readSpelledYear(t: TokenWindow, i: number): Part | undefined {
  if (!t.is(i, W.NumberWord) || t.value(i) < 16 || t.value(i) > 20 || !t.is(i + 1, W.NumberWord) || !t.spaced(i + 1))
    return undefined;
  const tens = t.value(i + 1);
  if (tens < 10 || tens > 90) return undefined;
  const century = t.value(i) * 100;
  if (tens < 20) return { value: century + tens, upTo: i + 2 };
  const j = t.is(i + 2, W.Hyphen) ? i + 3 : i + 2;
  if (t.is(j, W.NumberWord) && t.value(j) < 10) return { value: century + tens + t.value(j), upTo: j + 1 };
  return { value: century + tens, upTo: i + 2 };
}
