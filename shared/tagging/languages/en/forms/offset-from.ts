import { readCount } from '../../../grammar/count.ts';
import type { DateOffset, Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { Away, UNITS, type UnitName, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { attackDate } from './attack-date.ts';
import { dayFirst } from './day-first.ts';
import { deicticDay } from './deictic-day.ts';
import { monthFirst } from './month-first.ts';
import { namedDayForm } from './named-day.ts';
import { weekday } from './weekday.ts';
import { year } from './year.ts';

const BASES = tabulate([attackDate, namedDayForm, monthFirst, dayFirst, weekday, deicticDay, year]);

/**
 * "three days after Easter 2012", "two weeks before 4 June 1989", "the Thursday before Christmas 2011", "the day after Thanksgiving", "the
 * eve of 4 July", "two years after 1945": a date at a distance from a stated one.
 */
export const offsetFrom: Form = {
  name: 'offset-from',
  starts: [W.Number, W.NumberWord, W.A, W.The, W.Unit, W.Weekday],
  read: readOffset,
};

const DAY = UNITS.indexOf('day');
const MONTH = UNITS.indexOf('month');
const YEAR = UNITS.indexOf('year');

function readOffset(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  if (t.is(j, W.Weekday)) {
    const side = sideOf(t, j + 1);
    return side && !t.plural(j)
      ? offset(t, j + 2, { of: 'offset', amount: side, step: 'day', weekday: t.value(j) })
      : undefined;
  }
  // "the day after Christmas", "the week before 4 June".
  if (t.is(j, W.Unit)) {
    const side = sideOf(t, j + 1);
    const step = UNITS[t.value(j)] as UnitName;
    return side && !t.plural(j) ? offset(t, j + 2, { of: 'offset', amount: side, step, whole: true }) : undefined;
  }
  if (t.is(i, W.A) && !t.is(i + 1, W.Unit)) return undefined;
  const count = j === i ? readCount(t, i) : undefined;
  if (!count || !Number.isInteger(count.value) || !t.is(count.upTo, W.Unit)) return undefined;
  const side = sideOf(t, count.upTo + 1);
  const step = UNITS[t.value(count.upTo)] as UnitName;
  return side ? offset(t, count.upTo + 2, { of: 'offset', amount: side * count.value, step }) : undefined;
}

const sideOf = (t: TokenWindow, i: number): number =>
  !t.is(i, W.Away) ? 0 : t.value(i) === Away.Before ? -1 : t.value(i) === Away.After ? 1 : 0;

/** The base, if it is as precise as the step: "three days after March" names no day. */
function offset(t: TokenWindow, i: number, by: DateOffset): Expression | undefined {
  if (UNITS.indexOf(by.step) < DAY) return undefined;
  const base = longestAt(BASES, t, i);
  if (!base || base.kind === 'fixed' || base.mod || base.also || base.clock) return undefined;
  const isDay = base.kind === 'shift' ? base.step === 'day' : base.unit === 'day';
  const step = UNITS.indexOf(by.step);
  const fits = isDay || (base.unit === 'month' && step >= MONTH && !by.whole) || (base.unit === 'year' && step >= YEAR);
  return fits ? { ...base, type: 'DATE', pick: by } : undefined;
}
