import type { Expression, Lean } from '../../../grammar/expression.ts';
import type { Part } from '../../../grammar/part.ts';
import { UNITS, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const YEAR = UNITS.indexOf('year');

/** A year that is stated, or named by its place: "last year", "of that year"; with the token after it. */
export interface YearFields {
  readonly year: number | undefined;
  readonly yearShift: number | undefined;
  /** `this`: from the year of writing; `same`: from the year the text spoke of. */
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
