import type { Expression } from '../../../grammar/expression.ts';
import { UNITS, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const YEAR = UNITS.indexOf('year');

/** Where the year of a date lies from an anchor's, and the token after. */
type YearPhrase = Required<Pick<Expression, 'yearShift' | 'lean' | 'upTo'>>;

/** Reads "letzten Jahres", "des vergangenen Jahres", "dieses Jahres", "desselben Jahres" after a month or a season. */
export function readYearPhrase(t: TokenWindow, i: number): YearPhrase | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  if (!t.is(j, W.Which) || !t.is(j + 1, W.Unit) || t.value(j + 1) !== YEAR || t.plural(j + 1)) return undefined;
  const upTo = j + 2;
  switch (t.value(j)) {
    case Which.This:
      return { yearShift: 0, lean: 'this', upTo };
    case Which.Last:
      return { yearShift: -1, lean: 'this', upTo };
    case Which.Next:
      return { yearShift: 1, lean: 'this', upTo };
    case Which.Following:
      return { yearShift: 1, lean: 'same', upTo };
    default:
      return { yearShift: 0, lean: 'same', upTo };
  }
}

/** A date in such a year. */
export const inYear = (date: Expression | Omit<Expression, 'upTo'>, phrase: YearPhrase): Expression => ({
  ...date,
  ...phrase,
});
