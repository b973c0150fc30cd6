import { BASE, GERUND, PARTICIPLE, PAST, THIRD } from '../lexicon/verb-forms.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Tag, Word } from './word.ts';

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

/** The part of a group read so far. Auxiliaries as written, in lower case. */
interface Draft {
  /** Index of the last word that belongs to the group. */
  last: number;
  negated: boolean;
  to: boolean;
  modal?: string;
  have?: string;
  be?: string;
  do?: string;
  /** The verb that carries the meaning; without one, the last auxiliary. */
  main?: Word;
}

/** Reads the verb group that begins with the word at `start`: "has not yet been opened", "to open". */
export function readGroup(words: readonly Word[], start: number): VerbGroup {
  const draft: Draft = { last: start, negated: isNegatedBefore(words, start), to: false };
  for (let i = start; i < words.length && draft.main === undefined; i++) {
    const step = readMember(draft, words, i, start);
    if (step === 'end') break;
    if (step === 'member') draft.last = i;
  }
  const { last, main, modal, negated, have, be } = draft;
  const head = words[last] as Word;
  const forms = main?.form?.forms ?? 0;
  return {
    first: start,
    last,
    head: last,
    lemma: main?.form?.lemma ?? (AUXILIARIES.has(head.tag) ? head.tag : head.lower),
    ...kindOf(draft, words.slice(start, last + 1)),
    ...(modal === undefined ? {} : { modal }),
    negated,
    perfect: have !== undefined && (main !== undefined || be !== undefined),
    passive: be !== undefined && (forms & PARTICIPLE) !== 0 && !(forms & GERUND),
    progressive: be !== undefined && (forms & GERUND) !== 0,
  };
}

const AUXILIARIES: ReadonlySet<Tag> = new Set<Tag>(['be', 'have', 'do']);

/** "never formally joined", "hardly moved": the three words before a group may negate it, adverbs between. */
function isNegatedBefore(words: readonly Word[], start: number): boolean {
  let negated = false;
  for (let k = start - 1; k >= 0 && k >= start - 3; k--) {
    const word = words[k] as Word;
    if (word.tag === 'negation' || isShortOf(word, words[k + 1]) || word.lower === 'hardly' || word.lower === 'neither')
      negated = true;
    else if (word.tag !== 'adverb') break;
  }
  return negated;
}

/** Skips a word inside a group; the word after a group ends it. */
type Step = 'member' | 'inside' | 'end';

function readMember(draft: Draft, words: readonly Word[], i: number, start: number): Step {
  const word = words[i] as Word;
  switch (word.tag) {
    case 'modal':
      if (isShortHad(words, i)) return readAuxiliary(draft, { ...word, lower: 'had' }, 'have');
      return readAuxiliary(draft, word, word.tag);
    case 'have':
    case 'be':
    case 'do':
      return readAuxiliary(draft, word, word.tag);
    case 'verb':
      draft.main = word;
      return 'member';
    case 'to':
      if (i !== start) return 'end';
      draft.to = true;
      return 'inside';
    case 'negation':
      draft.negated = true;
      return 'inside';
    case 'adverb':
      if (words[i + 1]?.tag === 'verb' && isShortOf(word, words[i + 1])) draft.negated = true;
      return 'inside';
    case 'time':
      return i > start && words[i - 1]?.tag !== 'mark' ? 'inside' : 'end';
    default:
      return i > start && i < start + 5 && isQuotedVerb(draft, word, words[i + 1]) ? 'inside' : 'end';
  }
}

/** "They'd been trapped", "what he'd done": "had", since what follows is no infinitive. */
function isShortHad(words: readonly Word[], at: number): boolean {
  if (!/['’]d$/.test(words[at]?.lower ?? '')) return false;
  let next = at + 1;
  while (words[next]?.tag === 'adverb' || words[next]?.tag === 'negation') next++;
  const forms = words[next]?.form?.forms ?? 0;
  return words[next]?.lower === 'been' || ((forms & PARTICIPLE) !== 0 && !(forms & BASE));
}

/** Takes an auxiliary into the group unless it begins another one: the order is modal, have, be. */
function readAuxiliary(draft: Draft, word: Word, tag: 'modal' | 'have' | 'be' | 'do'): Step {
  const { lower } = word;
  const { modal, have, be } = draft;
  if (tag === 'modal' && (modal || have || be || draft.do)) return 'end';
  if (tag === 'have' && (have || be)) return 'end';
  if (tag === 'do' && (draft.do || be)) return 'end';
  if (tag === 'be' && be && lower !== 'being' && lower !== 'been') return 'end';
  if (/n't$|^cannot$/.test(lower)) draft.negated = true;
  if (tag === 'modal') draft.modal = MODAL_OF[lower] ?? lower;
  else draft[tag] ??= lower;
  return 'member';
}

/** 'was "deeply" moved', 'would "open" it': a quotation mark between auxiliary and verb. */
const isQuotedVerb = ({ modal, be, have }: Draft, word: Word, next: Word | undefined): boolean =>
  /^(?:``|''|"|“|”)$/.test(word.text) && next?.tag === 'verb' && Boolean(modal || be || have);

const NON_FINITE_AUXILIARIES: Readonly<Record<string, VerbGroup['kind']>> = {
  having: 'gerund',
  being: 'gerund',
  doing: 'gerund',
  been: 'participle',
  done: 'participle',
  be: 'participle',
};

const PAST_AUXILIARY = /^(?:was|were|had|did|wasn't|weren't|hadn't|didn't)$/;

/** The kind and tense of a group: of its first auxiliary, otherwise of its verb. */
function kindOf(draft: Draft, members: readonly Word[]): Pick<VerbGroup, 'kind' | 'tense' | 'ambiguous'> {
  const ambiguous = false;
  if (draft.to) return { kind: 'infinitive', tense: 'none', ambiguous };
  if (draft.modal) return { kind: 'finite', tense: 'present', ambiguous };
  const auxiliary = draft.have === 'had' ? 'had' : members.find(({ tag }) => AUXILIARIES.has(tag))?.lower;
  if (auxiliary !== undefined) {
    const kind = NON_FINITE_AUXILIARIES[auxiliary] ?? 'finite';
    const tense = kind !== 'finite' ? 'none' : PAST_AUXILIARY.test(auxiliary) ? 'past' : 'present';
    return { kind, tense, ambiguous };
  }
  const forms = draft.main?.form?.forms ?? 0;
  if (forms & PAST) return { kind: 'finite', tense: 'past', ambiguous: (forms & PARTICIPLE) !== 0 };
  if (forms & PARTICIPLE) return { kind: 'participle', tense: 'none', ambiguous };
  if (forms & GERUND) return { kind: 'gerund', tense: 'none', ambiguous };
  return { kind: 'finite', tense: forms & (THIRD | BASE) ? 'present' : 'none', ambiguous };
}

/** Verbs of an amount: "almost doubled" is an approximate amount, "almost sank" did not happen. */
const OF_AMOUNT = /^(?:doubl|tripl|trebl|quadrupl|halv)(?:e|ed|es|ing)$/;

const isShortOf = (word: Word, next: Word | undefined): boolean =>
  /^(?:almost|nearly)$/.test(word.lower) && !OF_AMOUNT.test(next?.lower ?? '');
