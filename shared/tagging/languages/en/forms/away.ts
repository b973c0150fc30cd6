import { readCount } from '../../../grammar/count.ts';
import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { partOfDay } from '../../../grammar/part-of-day.ts';
import { Away, UNITS, type UnitName, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readModifier } from './modifier.ts';
import { weekdaysAway } from './weekday.ts';

/** "two years ago", "nearly four years ago", "three days later", "a year earlier", "a week or so ago", "several years ago", "weeks later". */
export const away: Form = {
  name: 'away',
  starts: [W.Number, W.NumberWord, W.Decimal, W.A, W.Several, W.Half, W.Approx, W.More, W.Unit, W.Preposition],
  read: readAway,
};

const HOUR = UNITS.indexOf('hour');

function readAway(t: TokenWindow, i: number): Expression | undefined {
  const modifier = readModifier(t, i);
  if (modifier) {
    const inner = readCounted(t, modifier.upTo);
    return inner && { ...inner, mod: modifier.mod, approximate: true };
  }
  if (t.is(i, W.Unit)) return t.plural(i) ? readDistance(t, i, Number.NaN) : undefined;
  return t.is(i, W.Preposition) || t.is(i, W.More) ? undefined : readCounted(t, i);
}

function readCounted(t: TokenWindow, i: number): Expression | undefined {
  const count = readCount(t, i);
  // "two Fridays ago", "two nights ago".
  if (count && t.plural(count.upTo) && t.is(count.upTo + 1, W.Away) && t.value(count.upTo + 1) === Away.Ago) {
    const named = readNamedAgo(t, count.upTo, count.value);
    if (named) return named;
  }
  if (!count || !t.is(count.upTo, W.Unit)) return undefined;
  // "a year and a half ago".
  const days = t.value(count.upTo) > HOUR;
  const half = days && t.is(count.upTo + 1, W.And) && t.is(count.upTo + 2, W.A) && t.is(count.upTo + 3, W.Half);
  return half
    ? readDistance(t, count.upTo, count.value + 0.5, count.upTo + 4)
    : readDistance(t, count.upTo, count.value);
}

function readNamedAgo(t: TokenWindow, i: number, count: number): Expression | undefined {
  if (!Number.isInteger(count) || count < 1 || count > MOST_NAMED) return undefined;
  if (t.is(i, W.Weekday)) return weekdaysAway(-count, t.value(i), i + 2);
  if (t.is(i, W.Season))
    return {
      ...BLANK,
      kind: 'calendar',
      type: 'DATE',
      unit: 'season',
      part: t.value(i),
      lean: 'last',
      amount: -count,
      upTo: i + 2,
    };
  if (!t.is(i, W.DayPart)) return undefined;
  const day = { ...BLANK, kind: 'shift', type: 'TIME', step: 'day', amount: -count, anchor: 'speech' } as const;
  return { ...day, clock: partOfDay(t.value(i)), upTo: i + 2 };
}

/** Most weekdays that are counted: "five Fridays ago". */
const MOST_NAMED = 10;

/** The unit, and the word that gives the direction. */
function readDistance(t: TokenWindow, i: number, count: number, after = i + 1): Expression | undefined {
  const step = UNITS[t.value(i)] as UnitName;
  let j = after;
  if (t.is(j, W.Or) && t.isWord(j + 1, 'so')) j += 2;
  // "two weeks from now", "a year from today".
  if (
    t.isWord(j, 'from') &&
    (t.isWord(j + 1, 'now') || t.isWord(j + 1, 'today')) &&
    !Number.isNaN(count) &&
    t.value(i) > HOUR
  )
    return { ...BLANK, kind: 'shift', type: 'DATE', step, amount: count, anchor: 'speech', upTo: j + 2 };
  if (!t.is(j, W.Away)) return undefined;
  const way = t.value(j);
  const back = way === Away.Ago || way === Away.Earlier;
  if (!back && way !== Away.Later && way !== Away.Hence) return undefined;
  // "a month earlier than usual": a difference, no date.
  if ((way === Away.Earlier || way === Away.Later) && t.is(j + 1, W.Than))
    return { ...BLANK, kind: 'fixed', type: 'DURATION', value: durationValue(count, step), upTo: j };
  const anchor = way === Away.Ago || way === Away.Hence ? 'speech' : 'text';
  if (Number.isNaN(count))
    return { ...BLANK, kind: 'fixed', type: 'DATE', value: back ? 'PAST_REF' : 'FUTURE_REF', upTo: j + 1 };
  // Hours and minutes do not change the day, so they are durations.
  if (t.value(i) <= HOUR)
    return { ...BLANK, kind: 'fixed', type: 'DURATION', value: durationValue(count, step), upTo: j + 1 };
  const day = anchor === 'speech' && back ? readSameDay(t, j + 1, step, count) : undefined;
  if (day) return day;
  // "two decades ago" means twenty years ago, not a decade of the calendar; "half a century ago" likewise.
  const years = step === 'decade' ? 10 : step === 'century' && !Number.isInteger(count) ? 100 : 0;
  if (years > 0)
    return {
      ...BLANK,
      kind: 'shift',
      type: 'DATE',
      step: 'year',
      amount: (back ? -years : years) * count,
      anchor,
      upTo: j + 1,
    };
  return {
    ...BLANK,
    kind: 'shift',
    type: 'DATE',
    step,
    amount: back ? -count : count,
    anchor,
    compares: back && count === 1,
    approximate: step === 'year' && !Number.isInteger(count),
    upTo: j + 1,
  };
}

/** "fifty years ago today", "two centuries ago tonight", "a year ago this week": the very day, or its week or month. */
function readSameDay(t: TokenWindow, i: number, step: UnitName, count: number): Expression | undefined {
  const shift = { ...BLANK, kind: 'shift', type: 'DATE', step, amount: -count, anchor: 'speech' } as const;
  if (t.is(i, W.Deictic) && t.value(i) === 0)
    return t.isWord(i, 'tonight')
      ? { ...shift, type: 'TIME', unit: 'day', clock: 'TNI', upTo: i + 1 }
      : { ...shift, unit: 'day', upTo: i + 1 };
  if (!t.isWord(i, 'this') || !t.is(i + 1, W.Unit)) return undefined;
  const unit = UNITS[t.value(i + 1)];
  return unit === 'week' || unit === 'month' ? { ...shift, unit, upTo: i + 2 } : undefined;
}
