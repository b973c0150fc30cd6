import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { REFERENCES } from '../../../grammar/reference.ts';
import { W } from '../../../grammar/word.ts';

/** "jetzt", "derzeit", "kürzlich". */
export const reference: Form = {
  name: 'reference',
  starts: [W.Reference],
  read: (t, i) => ({
    ...BLANK,
    kind: 'fixed',
    type: 'DATE',
    value: REFERENCES[t.value(i)] ?? 'PRESENT_REF',
    upTo: i + 1,
  }),
};
