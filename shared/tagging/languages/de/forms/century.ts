import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';

const CENTURY = UNITS.indexOf('century');

/** "im 19. Jahrhundert", "4. Jahrhundert v. Chr.". */
export const century: Form = {
  name: 'century',
  starts: [W.Number],
  read: (t, i) => {
    if (!t.is(i + 1, W.Dot) || !t.is(i + 2, W.Unit) || t.value(i + 2) !== CENTURY || t.plural(i + 2)) return undefined;
    const n = t.value(i);
    if (n < 1 || n > 30) return undefined;
    const era = t.is(i + 3, W.Join) && t.is(i + 4, W.Era) ? t.value(i + 3) : 0;
    return {
      ...BLANK,
      kind: 'calendar',
      type: 'DATE',
      unit: 'century',
      year: era < 0 ? -n : n,
      upTo: era === 0 ? i + 3 : i + 5,
    };
  },
};
