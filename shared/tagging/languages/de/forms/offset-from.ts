import { readCount } from '../../../grammar/count.ts';
import type { Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { Away, UNITS, type UnitName, W } from '../../../grammar/word.ts';
import { dayMonth } from './day-month.ts';
import { namedDay } from './named-day.ts';

const DAYS = tabulate([namedDay, dayMonth]);
const DAY = UNITS.indexOf('day');

/** "drei Tage nach Ostern 2012", "zwei Wochen vor dem 4. Juni 1989". */
export const offsetFrom: Form = {
  name: 'offset-from',
  starts: [W.Number, W.NumberWord, W.A, W.Unit],
  read: (t, i): Expression | undefined => {
    // "am Tag nach Weihnachten".
    const count = t.is(i, W.Unit) && !t.plural(i) ? { value: 1, upTo: i } : readCount(t, i);
    if (!count || !Number.isInteger(count.value) || !t.is(count.upTo, W.Unit) || t.value(count.upTo) < DAY)
      return undefined;
    const away = count.upTo + 1;
    const side = !t.is(away, W.Away) ? 0 : t.value(away) === Away.After ? 1 : t.value(away) === Away.Ago ? -1 : 0;
    const day = side === 0 ? undefined : longestAt(DAYS, t, t.is(away + 1, W.The) ? away + 2 : away + 1);
    if (day?.unit !== 'day' || day.also) return undefined;
    const step = UNITS[t.value(count.upTo)] as UnitName;
    return { ...day, pick: { of: 'offset', amount: side * count.value, step } };
  },
};
