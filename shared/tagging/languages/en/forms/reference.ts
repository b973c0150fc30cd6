import type { Form } from '../../../grammar/form.ts';
import { REFERENCES } from '../../../grammar/reference.ts';
import { W, Which } from '../../../grammar/word.ts';

/** "now", "recently", "soon", "the past", "the future", "current". */
export const reference: Form = {
  name: 'reference',
  starts: [W.Reference, W.The, W.Which],
  read: (t, i) => {
    if (t.is(i, W.Reference))
      return { kind: 'fixed', type: 'DATE', value: REFERENCES[t.value(i)] ?? 'PRESENT_REF', upTo: i + 1 };
    const j = t.is(i, W.The) ? i + 1 : i;
    if (!t.is(j, W.Which)) return undefined;
    const definite = j > i;
    switch (t.value(j)) {
      case Which.Past:
        return definite && !t.is(j + 1, W.Unit)
          ? { kind: 'fixed', type: 'DATE', value: 'PAST_REF', upTo: j + 1 }
          : undefined;
      case Which.Future:
        return { kind: 'fixed', type: 'DATE', value: 'FUTURE_REF', upTo: j + 1 };
      case Which.Recent:
        return {
          kind: 'fixed',
          type: 'DATE',
          value: 'PAST_REF',
          from: j,
          upTo: t.is(j + 1, W.Unit) && t.plural(j + 1) ? j + 2 : j + 1,
        };
      case Which.Current:
        return { kind: 'fixed', type: 'DATE', value: 'PRESENT_REF', from: j, upTo: j + 1 };
      default:
        return undefined;
    }
  },
};
