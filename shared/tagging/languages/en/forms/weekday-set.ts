import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { partOfDay } from '../../../grammar/part-of-day.ts';
import { W } from '../../../grammar/word.ts';
import { isWeekdayName } from './weekday-name.ts';

/** "Tuesdays", "Tuesday nights": every one of them. */
export const weekdaySet: Form = {
  name: 'weekday-set',
  starts: [W.Weekday],
  read: (t, i) => {
    // "two Mondays ago" counts them.
    const before = t.cls(i - 1);
    if (before === W.Number || before === W.NumberWord || before === W.Several) return undefined;
    if (isWeekdayName(t, i)) return undefined;
    const value = `XXXX-WXX-${t.value(i)}`;
    if (t.is(i + 1, W.DayPart) && t.plural(i + 1))
      return { ...BLANK, kind: 'fixed', type: 'SET', value: value + partOfDay(t.value(i + 1)), upTo: i + 2 };
    return t.plural(i) ? { ...BLANK, kind: 'fixed', type: 'SET', value, upTo: i + 1 } : undefined;
  },
};
