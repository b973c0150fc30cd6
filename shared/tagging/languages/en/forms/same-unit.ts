import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Away, UNITS, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const YEAR = UNITS.indexOf('year');

/** "the same month a year ago", "the same week last year", "that month a year earlier": the one spoken of, a year before. */
export const sameUnit: Form = {
  name: 'same-unit',
  starts: [W.The, W.Which],
  read: (t, i) => {
    const j = t.is(i, W.The) ? i + 1 : i;
    if (!t.is(j, W.Which) || (t.value(j) !== Which.Same && t.value(j) !== Which.That)) return undefined;
    const unit = t.is(j + 1, W.Unit) && !t.plural(j + 1) ? UNITS[t.value(j + 1)] : undefined;
    if (unit !== 'day' && unit !== 'week' && unit !== 'month' && unit !== 'quarter') return undefined;
    const upTo = readYearBefore(t, t.is(j + 2, W.Of) ? j + 3 : j + 2);
    return upTo < 0
      ? undefined
      : { ...BLANK, kind: 'shift', type: 'DATE', step: 'year', amount: -1, unit, anchor: 'text', upTo };
  },
};

/** "a year ago", "a year earlier", "last year", "the previous year". Answers with the token after, or -1. */
function readYearBefore(t: TokenWindow, i: number): number {
  const isYear = (k: number): boolean => t.is(k, W.Unit) && t.value(k) === YEAR && !t.plural(k);
  if (t.is(i, W.A) && isYear(i + 1) && t.is(i + 2, W.Away))
    return t.value(i + 2) === Away.Ago || t.value(i + 2) === Away.Earlier || t.value(i + 2) === Away.Before
      ? i + 3
      : -1;
  const j = t.is(i, W.The) ? i + 1 : i;
  const last = t.is(j, W.Which) && (t.value(j) === Which.Last || t.value(j) === Which.Previous);
  return last && isYear(j + 1) ? j + 2 : -1;
}
