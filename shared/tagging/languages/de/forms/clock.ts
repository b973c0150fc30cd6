import { twoDigits } from '../../../../time/day.ts';
import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';

/** "15 Uhr", "15.30 Uhr", "15:30 Uhr". */
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
    return { ...BLANK, kind: 'shift', type: 'TIME', step: 'day', amount: 0, anchor: 'text', clock: value, upTo: j + 1 };
  },
};
