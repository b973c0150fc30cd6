import { readCount } from '../../../grammar/count.ts';
import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { partOfDay } from '../../../grammar/part-of-day.ts';
import { UNITS, type UnitName, W } from '../../../grammar/word.ts';

const ofSet = (value: string, upTo: number): Expression => ({ ...BLANK, kind: 'fixed', type: 'SET', value, upTo });

/** "täglich", "jeden Freitag", "jedes Jahr", "freitags". */
export const frequency: Form = {
  name: 'frequency',
  starts: [W.Frequency, W.Every, W.Weekday],
  read: (t, i) => {
    if (t.is(i, W.Frequency)) return ofSet(durationValue(1, UNITS[t.value(i)] as UnitName), i + 1);
    if (t.is(i, W.Weekday)) return t.plural(i) ? ofSet(`XXXX-WXX-${t.value(i)}`, i + 1) : undefined;
    if (t.is(i + 1, W.Weekday)) return ofSet(`XXXX-WXX-${t.value(i + 1)}`, i + 2);
    // "jeden Morgen": the noun.
    if (t.isWord(i + 1, 'morgen') && t.capital(i + 1)) return ofSet(`XXXX-XX-XX${partOfDay(0)}`, i + 2);
    if (t.is(i + 1, W.DayPart)) return ofSet(`XXXX-XX-XX${partOfDay(t.value(i + 1))}`, i + 2);
    // "alle zwei Wochen".
    const count = t.isWord(i, 'alle') ? readCount(t, i + 1) : undefined;
    if (count && t.is(count.upTo, W.Unit) && Number.isInteger(count.value))
      return ofSet(durationValue(count.value, UNITS[t.value(count.upTo)] as UnitName), count.upTo + 1);
    if (t.isWord(i, 'alle')) return undefined;
    return t.is(i + 1, W.Unit) ? ofSet(durationValue(1, UNITS[t.value(i + 1)] as UnitName), i + 2) : undefined;
  },
};
