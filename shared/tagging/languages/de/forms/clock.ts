import { twoDigits } from '../../../../time/day.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { dayMonth } from './day-month.ts';
import { dottedDate } from './dotted-date.ts';
import { weekday } from './weekday.ts';

const DAYS = tabulate([dottedDate, dayMonth, weekday]);

/** "halb neun", "viertel nach acht", "Viertel vor neun am 3. Mai", "Mitternacht". */
function readSpoken(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.ClockWord))
    return t.value(i) === 24 && t.is(i - 1, W.Preposition) ? onDay(t, 'T24:00', i + 1) : undefined;
  const isHalf = t.isWord(i, 'halb');
  const side = isHalf || t.isWord(i + 1, 'vor') ? -1 : t.isWord(i + 1, 'nach') ? 1 : 0;
  const j = isHalf ? i + 1 : i + 2;
  const named = t.is(j, W.NumberWord) || (t.is(j, W.Number) && t.digits(j) <= 2 && t.digits(j) > 0);
  if (
    side === 0 ||
    !named ||
    t.value(j) < 1 ||
    t.value(j) > 12 ||
    t.is(j + 1, W.Unit) ||
    (t.is(j + 1, W.Dot) && t.is(j + 2, W.Month))
  )
    return undefined;
  // "halb neun" is half an hour before nine.
  const hour = side < 0 ? t.value(j) - 1 || 12 : t.value(j);
  const minute = side < 0 ? 60 - t.value(i) : t.value(i);
  return onDay(t, `T${twoDigits(hour)}:${twoDigits(minute)}`, t.is(j + 1, W.ClockWord) ? j + 2 : j + 1);
}

function onDay(t: TokenWindow, value: string, upTo: number): Expression {
  const day = longestAt(DAYS, t, t.isWord(upTo, 'am') ? upTo + 1 : upTo);
  if (day?.unit === 'day' && !day.also) return { ...day, type: 'TIME', clock: value };
  return { ...BLANK, kind: 'shift', type: 'TIME', step: 'day', amount: 0, anchor: 'text', clock: value, upTo };
}

/** "15 Uhr", "15.30 Uhr", "15:30 Uhr", "15 Uhr am 3. Mai". */
export const clock: Form = {
  name: 'clock',
  starts: [W.Number, W.UnitKind, W.ClockWord],
  read: (t, i) => {
    if (!t.is(i, W.Number)) return readSpoken(t, i);
    const hour = t.value(i);
    if (t.digits(i) < 1 || t.digits(i) > 2 || hour > 24) return undefined;
    const minutes = (t.is(i + 1, W.Colon) || t.is(i + 1, W.Dot)) && t.is(i + 2, W.Number) && !t.spaced(i + 2);
    const j = minutes ? i + 3 : i + 1;
    const minute = minutes ? t.value(i + 2) : 0;
    if (minute > 59 || !t.is(j, W.ClockWord)) return undefined;
    const value = `T${twoDigits(hour)}:${twoDigits(minute)}`;
    return onDay(t, value, j + 1);
  },
};
