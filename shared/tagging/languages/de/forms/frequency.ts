import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
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
    return t.is(i + 1, W.Unit) ? ofSet(durationValue(1, UNITS[t.value(i + 1)] as UnitName), i + 2) : undefined;
  },
};
