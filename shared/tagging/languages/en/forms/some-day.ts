import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';

const DAY = UNITS.indexOf('day');
const MODALS = ['will', 'would', 'may', 'might', 'could', 'should', 'to'] as const;

/** "will one day be", "to one day return": no length of a day, but some day or other. */
export const someDay: Form = {
  name: 'some-day',
  starts: [W.NumberWord],
  read: (t, i) => {
    if (t.value(i) !== 1 || !t.is(i + 1, W.Unit) || t.value(i + 1) !== DAY || t.plural(i + 1)) return undefined;
    if (!MODALS.some((modal) => t.isWord(i - 1, modal))) return undefined;
    return { ...BLANK, kind: 'fixed', type: 'DATE', value: 'FUTURE_REF', upTo: i + 2 };
  },
};
