import type { Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { UNITS, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { deicticUnit } from './deictic-unit.ts';
import { monthFirst } from './month-first.ts';
import { year } from './year.ts';

/** Stretches that have a first Monday and a last day. */
const WHOLES = tabulate([monthFirst, year, deicticUnit]);
const DAY = UNITS.indexOf('day');
const LAST = -1;

/** "the first Monday in March", "the last Friday of November 2013", "the first day of the month", "the last day of 1999". */
export const nthDay: Form = { name: 'nth-day', starts: [W.The, W.Ordinal], read: readNthDay };

function readNthDay(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  const last = t.is(j, W.Which) && (t.value(j) === Which.Last || t.value(j) === Which.Final);
  if (!last && !t.is(j, W.Ordinal)) return undefined;
  const nth = last ? LAST : t.value(j);
  const isDay = t.is(j + 1, W.Unit) && t.value(j + 1) === DAY && !t.plural(j + 1);
  if (!isDay && !(t.is(j + 1, W.Weekday) && !t.plural(j + 1))) return undefined;
  if (!t.is(j + 2, W.Of) && !t.isWord(j + 2, 'in')) return undefined;
  // "the first day of the week" has no place among weeks that begin on Sunday or Monday.
  const whole = longestAt(WHOLES, t, j + 3);
  const unit = whole?.kind === 'shift' ? whole.step : whole?.unit;
  if (!whole || whole.mod || whole.also || (unit !== 'month' && unit !== 'year') || nth > (isDay ? 31 : 5))
    return undefined;
  return { ...whole, pick: { of: 'day', nth, weekday: isDay ? 0 : t.value(j + 1) } };
}
