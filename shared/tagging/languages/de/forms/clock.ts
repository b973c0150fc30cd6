import { twoDigits } from '../../../../time/day.ts';
import { BLANK } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import { dayMonth } from './day-month.ts';

const DAYS = tabulate([dayMonth]);

/** "15 Uhr", "15.30 Uhr", "15:30 Uhr", "15 Uhr am 3. Mai". */
export const clock: Form = {
  name: 'clock',
  starts: [W.Number],
  read: (t, i) => {
    const hour = t.value(i);
    if (t.digits(i) < 1 || t.digits(i) > 2 || hour > 24) return undefined;
    const minutes = (t.is(i + 1, W.Colon) || t.is(i + 1, W.Dot)) && t.is(i + 2, W.Number) && !t.spaced(i + 2);
    const j = minutes ? i + 3 : i + 1;
    const minute = minutes ? t.value(i + 2) : 0;
    if (minute > 59 || !t.is(j, W.ClockWord)) return undefined;
    const value = `T${twoDigits(hour)}:${twoDigits(minute)}`;
    const day = longestAt(DAYS, t, t.isWord(j + 1, 'am') ? j + 2 : j + 1);
    if (day?.unit === 'day' && !day.also) return { ...day, type: 'TIME', clock: value };
    return { ...BLANK, kind: 'shift', type: 'TIME', step: 'day', amount: 0, anchor: 'text', clock: value, upTo: j + 1 };
  },
};
