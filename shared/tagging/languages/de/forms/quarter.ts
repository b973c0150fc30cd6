import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import { readYear } from './year.ts';

const QUARTER = UNITS.indexOf('quarter');

/** "dritten Quartal 2013", "das 3. Quartal". */
export const quarter: Form = {
  name: 'quarter',
  starts: [W.The, W.Ordinal, W.Number],
  read: (t, i) => {
    const j = t.is(i, W.The) ? i + 1 : i;
    const k = t.is(j, W.Number) && t.is(j + 1, W.Dot) ? j + 2 : t.is(j, W.Ordinal) ? j + 1 : -1;
    if (k < 0 || !t.is(k, W.Unit) || t.value(k) !== QUARTER || t.plural(k)) return undefined;
    const part = t.value(j);
    if (part < 1 || part > 4) return undefined;
    const base = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'quarter', part } as const;
    const year = readYear(t, k + 1);
    return year ? { ...base, year: year.value, upTo: year.upTo } : { ...base, lean: 'nearest', upTo: k + 1 };
  },
};
