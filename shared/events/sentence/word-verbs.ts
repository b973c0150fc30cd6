import type { Token } from '../../text/tokens.ts';
import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { BASE, GERUND, isMostlyNoun, PARTICIPLE, PAST, THIRD, type VerbForm } from '../lexicon/verb-forms.ts';
import type { Tag, Word } from './word.ts';

const NOMINAL: ReadonlySet<Tag> = new Set<Tag>(['noun', 'name', 'number', 'pronoun', 'object-pronoun', 'time']);

const BEFORE_NOUN: ReadonlySet<Tag> = new Set<Tag>(['determiner', 'possessive', 'adjective', 'number', 'preposition']);

const SUBJECTS_OF_BASE = new Set([
  'i',
  'we',
  'you',
  'they',
  'who',
  'which',
  'that',
  'people',
  'police',
  'others',
  'some',
  'many',
  'both',
  'most',
]);

/** Words that after a name still are verbs although they are mostly nouns elsewhere. */
const PRESENT_OF_PLANS = new Set(
  'plans aims hopes expects wants seeks intends says hosts faces marks begins starts opens ends'.split(' '),
);

/** A present form after a noun is a noun itself where its clause has its verb already: "adopted a rights plan", "released control tapes". */
export function verbEarlierInClause(words: readonly Word[]): boolean {
  for (let i = words.length - 1; i >= 0 && i >= words.length - 9; i--) {
    const word = words[i] as Word;
    if (word.tag === 'verb' || word.tag === 'be' || word.tag === 'have' || word.tag === 'modal')
      return word.tag !== 'verb' || !isReporting(word.form?.lemma ?? '');
    if (word.tag === 'mark' || word.tag === 'coordinator' || word.tag === 'subordinator' || word.tag === 'relative')
      return false;
  }
  return false;
}

const FINITE: ReadonlySet<string> = new Set(['be', 'have', 'modal']);

/** "the harshly [worded] suit", "its better armed and [organised] troops": between an article and a noun a participle is an adjective. */
function insideNounPhrase(words: readonly Word[]): boolean {
  let i = words.length - 1;
  if (words[i]?.tag === 'coordinator' && words[i - 1]?.tag === 'adjective') i -= 2;
  else if (words[i]?.tag !== 'adverb') return false;
  while (i >= 0 && i > words.length - 6 && /^(?:adverb|adjective)$/.test(words[i]?.tag ?? '')) i--;
  const noun = words[i]?.tag === 'noun' && /(?:er|est)$/.test(words[i]?.lower ?? '');
  return /^(?:determiner|possessive)$/.test(words[noun ? i - 1 : i]?.tag ?? '');
}

const nameHasDeterminer = (words: readonly Word[]): boolean => {
  let i = words.length - 1;
  while (i >= 0 && (words[i] as Word).tag === 'name') i--;
  return words[i]?.tag === 'determiner';
};

const DEMANDS = /^(?:demand|insist|urge|recommend|request|ask|propose|require|suggest|order|advise)$/;

/** "demanded that the chancellor resign": a bare form after "that" under a verb of demanding. */
export function underDemand(words: readonly Word[]): boolean {
  for (let i = words.length - 1; i > 0 && i >= words.length - 5; i--) {
    const word = words[i] as Word;
    if (word.lower === 'that' && word.tag === 'subordinator')
      return (
        DEMANDS.test(words[i - 1]?.form?.lemma ?? '') && ['noun', 'name', 'pronoun'].includes(words.at(-1)?.tag ?? '')
      );
    if (word.tag === 'verb' || word.tag === 'modal' || word.tag === 'be') return false;
  }
  return false;
}

export function readVerbForm(
  form: VerbForm,
  lower: string,
  previous: Word | undefined,
  before: Word | undefined,
  next: Token | undefined,
  words: readonly Word[],
): { tag: Tag; form?: VerbForm } {
  const { forms } = form;
  const verb = { tag: 'verb' as const, form };
  const noun = { tag: 'noun' as const };
  const tag = previous?.tag;
  const nextSmall = next ? SMALL_WORDS.get(next.lower) : undefined;
  const objectFollows =
    next !== undefined &&
    (nextSmall === 'determiner' ||
      nextSmall === 'possessive' ||
      nextSmall === 'to' ||
      nextSmall === 'object-pronoun' ||
      nextSmall === 'pronoun' ||
      next.lower === 'that' ||
      next.kind === 'number');

  if (before?.tag === 'to' || (tag === 'to' && forms & BASE)) return forms & BASE ? verb : noun;
  if ((tag === 'modal' || tag === 'do') && forms & BASE) return verb;
  if ((tag === 'be' || tag === 'have') && forms & (PARTICIPLE | GERUND)) {
    if (before?.tag === 'have' && forms & GERUND && !(forms & PARTICIPLE)) return noun;
    return verb;
  }
  if (previous?.tag === 'pronoun' && previous.lower !== 'there' && forms & (PAST | THIRD)) return verb;
  if (forms & GERUND) {
    // "the Prudhoe Bay drilling field"
    if (tag === 'name' && next?.kind === 'word' && !nextSmall && !next.capital && nameHasDeterminer(words)) return noun;
    if (tag === 'determiner' || tag === 'possessive' || tag === 'adjective')
      return next?.lower === 'to' || objectFollows ? verb : noun;
    if (isMostlyNoun(lower) || eventNounStrength(lower) > 0)
      return tag === 'be' || (objectFollows && tag !== 'noun') ? verb : noun;
    return verb;
  }
  const identical = (forms & BASE) !== 0 && (forms & PAST) !== 0; // set, cut, put, hit
  if (forms & (PAST | PARTICIPLE) && !identical) {
    if (before && before.tag !== 'number' && BEFORE_NOUN.has(before.tag)) {
      if (before.tag === 'preposition') return next && next.kind === 'word' && !nextSmall ? { tag: 'adjective' } : verb;
      if (nextSmall === 'preposition' && before.tag === 'adjective') return verb;
      return next?.kind === 'word' && !nextSmall
        ? { tag: 'adjective' }
        : nextSmall === 'preposition' || next?.kind === 'mark'
          ? noun
          : { tag: 'adjective' };
    }
    if (next?.kind === 'word' && !nextSmall && !next.capital && insideNounPhrase(words)) return { tag: 'adjective' };
    if (
      before?.tag === 'verb' &&
      (before.form?.forms ?? 0) & GERUND &&
      next?.kind === 'word' &&
      !nextSmall &&
      !next.capital
    )
      return { tag: 'adjective' };
    if (isMostlyNoun(lower) && !(forms & PAST && tag !== undefined && NOMINAL.has(tag))) return { tag: 'adjective' };
    if (
      before?.tag === 'number' &&
      next?.kind === 'word' &&
      !nextSmall &&
      eventNounStrength(lower) === 0 &&
      !next.capital
    )
      return { tag: 'adjective' };
    return verb;
  }
  if (tag !== undefined && BEFORE_NOUN.has(tag) && before === previous)
    return tag === 'number' && identical && objectFollows ? verb : noun;
  if (identical) {
    if (tag === 'coordinator' || tag === 'relative' || (tag !== undefined && NOMINAL.has(tag)))
      return eventNounStrength(lower) && before?.tag === 'noun' && !objectFollows && nextSmall !== 'preposition'
        ? noun
        : verb;
    if (tag === 'be' || tag === 'have') return verb;
    return noun;
  }
  if (forms & THIRD) {
    // "BP engineers were", "to which arms firms returned": the verb, or its subject, is yet to come
    if (nextSmall !== undefined && FINITE.has(nextSmall)) return noun;
    if (before?.tag === 'relative' && words.at(-2)?.tag === 'preposition') return noun;
    if (previous?.tag === 'relative' || previous?.tag === 'pronoun') return verb;
    const nouny = isMostlyNoun(lower) || eventNounStrength(lower) > 0;
    if (nouny && !PRESENT_OF_PLANS.has(lower)) return noun;
    if (tag === 'name' || tag === 'noun' || tag === 'time')
      return PRESENT_OF_PLANS.has(lower) &&
        nouny &&
        !(nextSmall === 'to' || objectFollows || nextSmall === 'preposition' || next?.capital)
        ? noun
        : verb;
    return tag === 'coordinator' && objectFollows ? verb : noun;
  }
  if (forms & BASE) {
    // "Guardsmen walk along", "Workers build the": a plural and what follows a verb
    if (
      before !== undefined &&
      /(?:[a-z]men|people|police|children|[a-z]ers|[a-z]ors|ists|ians)$/.test(before.lower) &&
      (objectFollows || nextSmall === 'preposition') &&
      eventNounStrength(lower) === 0
    )
      return verb;
    if (next?.lower === 'that' && (tag === 'noun' || tag === 'name')) return verb;
    if (previous && SUBJECTS_OF_BASE.has(previous.lower)) return verb;
    if (isMostlyNoun(lower) || eventNounStrength(lower) > 0)
      return previous?.tag === 'noun' && previous.lower.endsWith('s') && objectFollows ? verb : noun;
    if (
      previous &&
      (previous.tag === 'noun' || previous.tag === 'name') &&
      previous.lower.endsWith('s') &&
      !previous.lower.endsWith('ss')
    )
      return verb;
    if (tag === 'coordinator' && objectFollows) return verb;
    return noun;
  }
  return noun;
}
