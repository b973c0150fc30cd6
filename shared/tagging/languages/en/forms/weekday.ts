import { BLANK, type Expression, type Lean } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { Away, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { dayFirst } from './day-first.ts';
import { deicticUnit } from './deictic-unit.ts';
import { monthFirst } from './month-first.ts';
import { isWeekdayName } from './weekday-name.ts';

/** "Friday", "last Friday", "the previous Friday", "Friday, Oct. 23, 1998". */
export const weekday: Form = { name: 'weekday', starts: [W.Weekday, W.Which, W.The], read: readWeekday };

/** "Monday last", "Tuesday next"; but "Monday last week" belongs to that week, and "Tuesday next to" is neither. */
function leanBehind(t: TokenWindow, i: number): Lean | undefined {
  if (!t.is(i, W.Which) || (t.value(i) !== Which.Last && t.value(i) !== Which.Next)) return undefined;
  const after = t.cls(i + 1);
  const ends = after === W.None || after === W.Dot || after === W.Comma || after === W.Preposition || after === W.And;
  return ends ? LEANS[t.value(i)] : undefined;
}

/** "the Friday after next", "the Monday before last": the second one on that side of the day of writing. */
function readBeyond(t: TokenWindow, i: number, j: number, weekdayNumber: number): Expression | undefined {
  if (!t.is(i, W.The) || j !== i + 1 || !t.is(j + 1, W.Away) || !t.is(j + 2, W.Which)) return undefined;
  const isAfterNext = t.value(j + 1) === Away.After && t.value(j + 2) === Which.Next;
  const isBeforeLast = t.value(j + 1) === Away.Before && t.value(j + 2) === Which.Last;
  return isAfterNext || isBeforeLast ? weekdaysAway(isAfterNext ? 2 : -2, weekdayNumber, j + 3) : undefined;
}

/** The nth such weekday from the day of writing, which itself does not count. */
export const weekdaysAway = (amount: number, weekdayNumber: number, upTo: number): Expression => ({
  ...BLANK,
  kind: 'shift',
  type: 'DATE',
  step: 'day',
  amount: 0,
  anchor: 'speech',
  pick: { of: 'offset', amount, step: 'day', weekday: weekdayNumber },
  upTo,
});

/** "Friday of last week", "Monday of that week". */
function readWeekdayOfWeek(t: TokenWindow, i: number, weekdayNumber: number): Expression | undefined {
  const week = deicticUnit.read(t, i);
  return week?.kind === 'shift' && week.step === 'week' && !week.mod && !week.pick && week.type === 'DATE'
    ? { ...week, pick: { of: 'day', nth: 1, weekday: weekdayNumber } }
    : undefined;
}

function readWeekday(t: TokenWindow, i: number): Expression | undefined {
  let j = t.is(i, W.The) ? i + 1 : i;
  let lean: Lean = 'nearest';
  if (t.is(j, W.Which)) {
    const pointing = t.value(j) === Which.This || t.value(j) === Which.That;
    // "this coming Sunday".
    if (pointing && t.is(j + 1, W.Which)) j++;
    // "came following Tuesday's storm": a preposition; "the following Tuesday's vote" has its article.
    if (t.value(j) === Which.Following && j === i && t.is(j + 2, W.Possessive)) return undefined;
    lean = LEANS[t.value(j)] ?? 'nearest';
    j++;
  }
  if (!t.is(j, W.Weekday) || t.plural(j)) return undefined;
  const weekdayNumber = t.value(j);
  if (t.is(i, W.The) && j === i + 1) return readBeyond(t, i, j, weekdayNumber);
  if (isWeekdayName(t, j)) return undefined;
  const k = t.is(j + 1, W.Comma) ? j + 2 : j + 1;
  const date = t.is(k, W.Month) ? monthFirst.read(t, k) : dayFirst.read(t, k);
  if (date?.day) return { ...date, weekday: weekdayNumber };
  // "Tuesday 19th", "Tuesday the 19th": of the month that has it on that day.
  const nth = t.is(k, W.The) ? k + 1 : k;
  // "On Thursday, the 5th Circuit Court ruled": the number of a court.
  const isCourt = nth > k && k > j + 1 && t.capital(nth + 1);
  if (
    !isCourt &&
    t.is(nth, W.Ordinal) &&
    t.digits(nth) > 0 &&
    t.value(nth) <= 31 &&
    lean === 'nearest' &&
    !t.is(nth + 1, W.Unit)
  )
    return {
      ...BLANK,
      kind: 'calendar',
      type: 'DATE',
      unit: 'day',
      weekday: weekdayNumber,
      day: t.value(nth),
      lean,
      upTo: nth + 1,
    };
  const ofWeek = lean === 'nearest' && t.is(j + 1, W.Of) ? readWeekdayOfWeek(t, j + 2, weekdayNumber) : undefined;
  if (ofWeek) return ofWeek;
  const behind = lean === 'nearest' ? leanBehind(t, j + 1) : undefined;
  const upTo = behind ? j + 2 : j + 1;
  return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', weekday: weekdayNumber, lean: behind ?? lean, upTo };
}
