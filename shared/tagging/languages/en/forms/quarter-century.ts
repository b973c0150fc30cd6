import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Away, UNITS, W } from '../../../grammar/word.ts';

const QUARTER = UNITS.indexOf('quarter');
const CENTURY = UNITS.indexOf('century');
const YEARS = 25;

/** "a quarter century", "the past quarter-century", "a quarter of a century ago": twenty-five years, not a quarter of a year. */
export const quarterCentury: Form = {
  name: 'quarter-century',
  starts: [W.A, W.The, W.Which],
  read: (t, i) => {
    const j = t.is(i + 1, W.Which) ? i + 2 : i + 1;
    if (!t.is(j, W.Unit) || t.value(j) !== QUARTER || t.plural(j)) return undefined;
    const k = t.is(j + 1, W.Of) && t.is(j + 2, W.A) ? j + 3 : t.is(j + 1, W.Hyphen) ? j + 2 : j + 1;
    if (!t.is(k, W.Unit) || t.value(k) !== CENTURY || t.plural(k)) return undefined;
    if (t.is(i, W.A) && t.is(k + 1, W.Away) && t.value(k + 1) === Away.Ago)
      return {
        ...BLANK,
        kind: 'shift',
        type: 'DATE',
        step: 'year',
        amount: -YEARS,
        anchor: 'speech',
        upTo: k + 2,
      };
    return { ...BLANK, kind: 'fixed', type: 'DURATION', value: `P${YEARS}Y`, upTo: k + 1 };
  },
};
