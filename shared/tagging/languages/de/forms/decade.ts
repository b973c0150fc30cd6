import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';

const YEAR = UNITS.indexOf('year');

/** "die 1990er Jahre", "den 80er Jahren", "der 1990er". */
export const decade: Form = {
  name: 'decade',
  starts: [W.The, W.DecadeNumeral],
  read: (t, i) => {
    const j = t.is(i, W.The) ? i + 1 : i;
    if (!t.is(j, W.DecadeNumeral) || t.value(j) % 10 !== 0) return undefined;
    const year = t.digits(j) === 2 ? 1900 + t.value(j) : t.value(j);
    const noun = t.is(j + 1, W.Hyphen) ? j + 2 : j + 1;
    const upTo = t.is(noun, W.Unit) && t.value(noun) === YEAR && t.plural(noun) ? noun + 1 : j + 1;
    return year >= 1000 && year <= 2100
      ? { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'decade', year, upTo }
      : undefined;
  },
};
