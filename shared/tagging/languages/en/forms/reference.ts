import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Future, Present, REFERENCES } from '../../../grammar/reference.ts';
import { W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "now", "recently", "soon", "the past", "the future", "current". */
export const reference: Form = {
  name: 'reference',
  starts: [W.Reference, W.The, W.Which, W.Old],
  read: (t, i) => {
    if (t.is(i, W.Old)) return t.isWord(i, 'right') && t.isWord(i + 1, 'now') ? ofReference(Present, i + 2) : undefined;
    if (t.isWord(i, 'soon')) return readSoon(t, i);
    if (t.is(i, W.Reference)) return isTurnOfPhrase(t, i) ? undefined : ofReference(t.value(i), i + 1);
    // "the near term", "the short term".
    if (t.is(i, W.The) && t.is(i + 1, W.Old) && t.isWord(i + 2, 'term')) return ofReference(Future, i + 3);
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
        // TIMEX2 annotates it, TimeML annotators of news do not.
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

const ofReference = (value: number, upTo: number): Expression => ({
  ...BLANK,
  kind: 'fixed',
  type: 'DATE',
  value: REFERENCES[value] ?? 'PRESENT_REF',
  upTo,
});

/** "soon", if it is an adverb of time in a future sentence; not "as soon as he left", "soon after the war", "sooner". */
function readSoon(t: TokenWindow, i: number): Expression | undefined {
  const compared = t.isWord(i - 1, 'as') || t.isWord(i - 1, 'how') || t.isWord(i - 1, 'too') || t.isWord(i + 1, 'as');
  if (compared || t.is(i + 1, W.Away)) return undefined;
  return { ...ofReference(Future, i + 1), only: 'news', onlyAhead: true };
}

/** "Now, he says", where "now" only opens the sentence; "as recently as 2009", "most recently last May", where a date follows. */
function isTurnOfPhrase(t: TokenWindow, i: number): boolean {
  if (t.isWord(i, 'now')) return t.capital(i) && t.is(i + 1, W.Comma);
  return t.isWord(i, 'recently') && (t.isWord(i - 1, 'as') || t.isWord(i - 1, 'most'));
}
