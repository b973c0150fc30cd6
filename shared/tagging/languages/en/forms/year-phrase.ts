import type { Expression, Lean } from '../../../grammar/expression.ts';
import type { Part } from '../../../grammar/part.ts';
import { UNITS, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const YEAR = UNITS.indexOf('year');

/** A year in digits, or a relative one ("last year", "of that year"); with the token after it. */
export interface YearFields {
  readonly year: number | undefined;
  readonly yearShift: number | undefined;
  /** `this`: from the year of writing; `same`: from the last year mentioned. */
  readonly lean: Lean | undefined;
  readonly upTo: number;
}

/** A year that digits state. */
export const statedYear = ({ value, upTo }: Part): YearFields => ({
  year: value,
  yearShift: undefined,
  lean: undefined,
  upTo,
});

/** "in the year 1821", "in the year of our Lord 1349" after a day or a month. Answers with the token of the year, or `i` where no such words stand. */
export function skipToYear(t: TokenWindow, i: number): number {
  if (!t.isWord(i, 'in') || !t.is(i + 1, W.The) || !t.is(i + 2, W.Unit) || t.value(i + 2) !== YEAR) return i;
  if (!t.is(i + 3, W.Of)) return i + 3;
  if (t.isWord(i + 4, 'grace')) return i + 5;
  return t.isWord(i + 4, 'our') && t.isWord(i + 5, 'lord') ? i + 6 : i;
}

/** A date with its year. */
export const inYear = (date: Expression, { year, yearShift, lean, upTo }: YearFields): Expression => ({
  ...date,
  year,
  yearShift,
  lean,
  upTo,
});

/** Reads "this year", "last year", "next year", "that year", "the same year", "the previous year", "the following year". */
export function readYearPhrase(t: TokenWindow, i: number): YearFields | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  if (!t.is(j, W.Which) || !t.is(j + 1, W.Unit) || t.value(j + 1) !== YEAR || t.plural(j + 1)) return undefined;
  const upTo = j + 2;
  switch (t.value(j)) {
    case Which.This:
    case Which.Current:
      return { year: undefined, yearShift: 0, lean: 'this', upTo };
    case Which.Last:
      return { year: undefined, yearShift: -1, lean: 'this', upTo };
    case Which.Next:
      return { year: undefined, yearShift: 1, lean: j > i ? 'same' : 'this', upTo };
    case Which.Same:
    case Which.That:
      return { year: undefined, yearShift: 0, lean: 'same', upTo };
    case Which.Previous:
      return { year: undefined, yearShift: -1, lean: 'same', upTo };
    case Which.Following:
      return { year: undefined, yearShift: 1, lean: 'same', upTo };
    default:
      return undefined;
  }
}
