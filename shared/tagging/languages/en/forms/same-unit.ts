import { readCount } from '../../../grammar/count.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Away, UNITS, type UnitName, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const YEAR = UNITS.indexOf('year');

/** "the same month a year ago", "the same week last year", "that month a year earlier": the last one mentioned, a year earlier. */
export const sameUnit: Form = {
  name: 'same-unit',
  starts: [W.The, W.Which],
  read: (t, i) => {
    const j = t.is(i, W.The) ? i + 1 : i;
    const shifted = readShiftedDay(t, j);
    if (shifted) return shifted;
    if (!t.is(j, W.Which) || (t.value(j) !== Which.Same && t.value(j) !== Which.That)) return undefined;
    const unit = t.is(j + 1, W.Unit) && !t.plural(j + 1) ? UNITS[t.value(j + 1)] : undefined;
    if (unit !== 'day' && unit !== 'week' && unit !== 'month' && unit !== 'quarter') return undefined;
    const upTo = readYearBefore(t, t.is(j + 2, W.Of) ? j + 3 : j + 2);
    return upTo < 0
      ? undefined
      : { ...BLANK, kind: 'shift', type: 'DATE', step: 'year', amount: -1, unit, anchor: 'text', upTo };
  },
};

const DAY = UNITS.indexOf('day');

/** "the same day two years ago", "this day next week", "that day last month": today's date at that distance. */
function readShiftedDay(t: TokenWindow, j: number): Expression | undefined {
  const points =
    t.is(j, W.Which) && (t.value(j) === Which.Same || t.value(j) === Which.This || t.value(j) === Which.That);
  if (!points || !t.is(j + 1, W.Unit) || t.value(j + 1) !== DAY || t.plural(j + 1)) return undefined;
  const shift = (amount: number, step: UnitName, upTo: number): Expression | undefined =>
    UNITS.indexOf(step) > DAY
      ? { ...BLANK, kind: 'shift', type: 'DATE', step, amount, unit: 'day', anchor: 'speech', upTo }
      : undefined;
  const k = j + 2;
  if (t.is(k, W.Which) && t.is(k + 1, W.Unit) && !t.plural(k + 1)) {
    const amount = t.value(k) === Which.Last ? -1 : t.value(k) === Which.Next ? 1 : 0;
    return amount === 0 ? undefined : shift(amount, UNITS[t.value(k + 1)] as UnitName, k + 2);
  }
  const count = readCount(t, k);
  const ago = count && t.is(count.upTo, W.Unit) && t.is(count.upTo + 1, W.Away) && t.value(count.upTo + 1) === Away.Ago;
  return ago && Number.isInteger(count.value)
    ? shift(-count.value, UNITS[t.value(count.upTo)] as UnitName, count.upTo + 2)
    : undefined;
}

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
