import { readCount } from '../../../grammar/count.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const WEEK = UNITS.indexOf('week');
const FORTNIGHT = UNITS.indexOf('fortnight');

/** "a week on Friday", "two weeks from Monday", "Friday week", "Wednesday fortnight", "a week tomorrow": that many weeks after the next such day. */
export const weekOn: Form = { name: 'week-on', starts: [W.A, W.Number, W.NumberWord, W.Weekday], read: readWeekOn };

function readWeekOn(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Weekday)) {
    const weeks = t.plural(i) ? 0 : weeksAt(t, i + 1);
    const goesOn = t.is(i + 2, W.Hyphen) || t.is(i + 2, W.Unit) || t.is(i + 2, W.Of);
    return weeks > 0 && !t.plural(i + 1) && !goesOn ? after(ofWeekday(t.value(i), i + 2), weeks) : undefined;
  }
  if (t.is(i, W.A) && !t.is(i + 1, W.Unit)) return undefined;
  const count = readCount(t, i);
  if (!count || !Number.isInteger(count.value)) return undefined;
  const weeks = weeksAt(t, count.upTo) * count.value;
  if (weeks <= 0) return undefined;
  const j = count.upTo + 1;
  if (t.is(j, W.Deictic) && t.value(j) === 1)
    return after(
      { ...BLANK, kind: 'shift', type: 'DATE', step: 'day', amount: 1, anchor: 'speech', upTo: j + 1 },
      weeks,
    );
  const on = t.isWord(j, 'on') || t.isWord(j, 'from');
  return on && t.is(j + 1, W.Weekday) && !t.plural(j + 1) ? after(ofWeekday(t.value(j + 1), j + 2), weeks) : undefined;
}

/** How many weeks a unit is; 0 for others. */
const weeksAt = (t: TokenWindow, i: number): number =>
  !t.is(i, W.Unit) ? 0 : t.value(i) === WEEK ? 1 : t.value(i) === FORTNIGHT ? 2 : 0;

const ofWeekday = (weekday: number, upTo: number): Expression => ({
  ...BLANK,
  kind: 'calendar',
  type: 'DATE',
  unit: 'day',
  weekday,
  lean: 'next',
  upTo,
});

/** Counted in days, so that the answer is a day. */
const after = (date: Expression, weeks: number): Expression => ({
  ...date,
  pick: { of: 'offset', amount: weeks * 7, step: 'day' },
});
