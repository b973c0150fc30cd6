import { BASE, GERUND, PARTICIPLE, PAST, THIRD } from '../lexicon/verb-forms.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

const MODAL_OF: Readonly<Record<string, string>> = {
  wo: 'will',
  "won't": 'will',
  "'ll": 'will',
  "i'll": 'will',
  "he'll": 'will',
  "she'll": 'will',
  "we'll": 'will',
  "they'll": 'will',
  "it'll": 'will',
  "you'll": 'will',
  "wouldn't": 'would',
  "'d": 'would',
  "i'd": 'would',
  "he'd": 'would',
  "she'd": 'would',
  "we'd": 'would',
  "they'd": 'would',
  "it'd": 'would',
  "you'd": 'would',
  "shouldn't": 'should',
  "can't": 'can',
  cannot: 'can',
  ca: 'can',
  "couldn't": 'could',
  "mightn't": 'might',
  "mustn't": 'must',
  "shan't": 'shall',
  "needn't": 'must',
};

interface Draft {
  first: number;
  head: number;
  last: number;
  modal?: string;
  negated: boolean;
  have: string | undefined;
  be: string | undefined;
  done: string | undefined;
  to: boolean;
}

export function readGroup(words: readonly Word[], start: number): VerbGroup {
  const draft: Draft = {
    first: start,
    head: start,
    last: start,
    negated: false,
    have: undefined,
    be: undefined,
    done: undefined,
    to: false,
  };
  // "never formally joined", "no longer accepts": what stands just before belongs to it
  for (let k = start - 1; k >= 0 && k >= start - 3; k--) {
    const word = words[k] as Word;
    if (word.tag === 'negation' || isShortOf(word, words[k + 1]) || word.lower === 'hardly' || word.lower === 'neither')
      draft.negated = true;
    else if (word.tag !== 'adverb') break;
  }
  let i = start;
  let main: Word | undefined;
  for (; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.tag === 'modal') {
      if (draft.modal || draft.have || draft.be || draft.done) break;
      draft.modal = MODAL_OF[word.lower] ?? word.lower;
      if (/n't$|^cannot$/.test(word.lower)) draft.negated = true;
    } else if (word.tag === 'have' || word.tag === 'be' || word.tag === 'do') {
      if (/n't$/.test(word.lower)) draft.negated = true;
      if (word.tag === 'have') {
        if (draft.have || draft.be) break;
        draft.have = word.lower;
      } else if (word.tag === 'be') {
        if (draft.be && word.lower !== 'being' && word.lower !== 'been') break;
        draft.be = draft.be ? `${draft.be}` : word.lower;
      } else {
        if (draft.done || draft.be) break;
        draft.done = word.lower;
      }
    } else if (word.tag === 'to') {
      if (i !== start) break;
      draft.to = true;
      continue;
    } else if (word.tag === 'negation') {
      draft.negated = true;
      continue;
    } else if (word.tag === 'adverb') {
      if (words[i + 1]?.tag === 'verb' && isShortOf(word, words[i + 1])) draft.negated = true;
      continue;
    } else if (word.tag === 'time' && i > start && words[i - 1]?.tag !== 'mark') continue;
    else if (
      i > start &&
      i < start + 5 &&
      /^(?:``|''|"|“|”)$/.test(word.text) &&
      words[i + 1]?.tag === 'verb' &&
      (draft.modal || draft.be || draft.have)
    )
      continue;
    else if (word.tag === 'verb') {
      main = word;
      draft.head = i;
      draft.last = i;
      break;
    } else {
      // an inverted question or "Had China lost": the subject stands between; at most six words of it
      break;
    }
    draft.head = i;
    draft.last = i;
  }
  const head = words[draft.head] as Word;
  const aux =
    draft.modal !== undefined || draft.have !== undefined || draft.be !== undefined || draft.done !== undefined;
  const forms = main?.form?.forms ?? 0;
  let kind: VerbGroup['kind'];
  let tense: VerbGroup['tense'] = 'none';
  let ambiguous = false;
  if (draft.to) kind = 'infinitive';
  else if (draft.modal) {
    kind = 'finite';
    tense = 'present';
  } else if (aux) {
    const first =
      words.slice(draft.first, draft.last + 1).find((w) => w.tag === 'have' || w.tag === 'be' || w.tag === 'do')
        ?.lower ?? '';
    kind =
      first === 'having' || first === 'being' || first === 'doing'
        ? 'gerund'
        : first === 'been' || first === 'done' || first === 'be'
          ? 'participle'
          : 'finite';
    if (kind === 'finite')
      tense = /^(?:was|were|had|did|wasn't|weren't|hadn't|didn't)$/.test(first) ? 'past' : 'present';
  } else if (forms & PAST || forms & PARTICIPLE) {
    if (forms & PAST) {
      kind = 'finite';
      tense = 'past';
      ambiguous = (forms & PARTICIPLE) !== 0;
    } else kind = 'participle';
  } else if (forms & GERUND) kind = 'gerund';
  else if (forms & (THIRD | BASE)) {
    kind = 'finite';
    tense = 'present';
  } else kind = 'finite';
  const mainIsParticiple = main !== undefined && (forms & PARTICIPLE) !== 0 && !(forms & GERUND);
  return {
    first: draft.first,
    last: draft.last,
    head: draft.head,
    lemma:
      main?.form?.lemma ??
      (head.tag === 'be' ? 'be' : head.tag === 'have' ? 'have' : head.tag === 'do' ? 'do' : head.lower),
    kind,
    tense,
    ...(draft.modal === undefined ? {} : { modal: draft.modal }),
    negated: draft.negated,
    perfect: draft.have !== undefined && (main !== undefined || draft.be !== undefined),
    passive: draft.be !== undefined && mainIsParticiple,
    progressive: draft.be !== undefined && main !== undefined && (forms & GERUND) !== 0,
    ambiguous,
  };
} /** Verbs of an amount: "almost doubled" tells roughly how much, "almost sank" that it did not happen. */
const OF_AMOUNT = /^(?:doubl|tripl|trebl|quadrupl|halv)(?:e|ed|es|ing)$/;

const isShortOf = (word: Word, next: Word | undefined): boolean =>
  /^(?:almost|nearly)$/.test(word.lower) && !OF_AMOUNT.test(next?.lower ?? '');
