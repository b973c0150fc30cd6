import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { REFERENCES } from '../../../grammar/reference.ts';
import { W, Which } from '../../../grammar/word.ts';

/** "now", "recently", "soon", "the past", "the future", "current". */
export const reference: Form = {
  name: 'reference',
  starts: [W.Reference, W.The, W.Which, W.Old],
  read: (t, i) => {
    if (t.is(i, W.Old))
      return t.isWord(i, 'right') && t.isWord(i + 1, 'now')
        ? { ...BLANK, kind: 'fixed', type: 'DATE', value: 'PRESENT_REF', upTo: i + 2 }
        : undefined;
    if (t.is(i, W.Reference))
      return { ...BLANK, kind: 'fixed', type: 'DATE', value: REFERENCES[t.value(i)] ?? 'PRESENT_REF', upTo: i + 1 };
    const j = t.is(i, W.The) ? (t.is(i + 1, W.Old) ? i + 2 : i + 1) : i;
    if (!t.is(j, W.Which)) return undefined;
    const definite = j === i + 1;
    switch (t.value(j)) {
      case Which.Past:
        return definite && !t.is(j + 1, W.Unit)
          ? { ...BLANK, kind: 'fixed', type: 'DATE', value: 'PAST_REF', upTo: j + 1 }
          : undefined;
      case Which.Future:
        return readFuture(i, j);
      case Which.Former:
        // TIMEX2 counts it, news annotators do not.
        return definite
          ? undefined
          : { ...BLANK, kind: 'fixed', type: 'DATE', value: 'PAST_REF', only: 'narrative', upTo: j + 1 };
      case Which.Recent:
        return {
          ...BLANK,
          kind: 'fixed',
          type: 'DATE',
          value: 'PAST_REF',
          from: j,
          upTo: j + 1,
        };
      case Which.Current:
        return { ...BLANK, kind: 'fixed', type: 'DATE', value: 'PRESENT_REF', from: j, upTo: j + 1 };
      default:
        return undefined;
    }
  },
};

/** "the future", "the near future"; "future" before a noun is a property of the noun, except where histories are annotated. */
function readFuture(i: number, j: number): Expression {
  const ref = { ...BLANK, kind: 'fixed', type: 'DATE', value: 'FUTURE_REF', upTo: j + 1 } as const;
  if (j > i) return ref;
  return { ...ref, only: 'narrative' };
}
