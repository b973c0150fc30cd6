import type { Token } from '../../text/tokens.ts';
import { SMALL_WORDS, type SmallWord } from '../lexicon/closed-class.ts';
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

/** Words that are verbs after a name although they mostly are nouns elsewhere. */
const PRESENT_OF_PLANS = new Set(
  'plans aims hopes expects wants seeks intends says hosts faces marks begins starts opens ends'.split(' '),
);

/** A present form after a noun is a noun itself if its clause already has a verb: "adopted a rights plan", "released control tapes". */
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

/** A possible verb form, and the words around it. */
interface FormContext {
  readonly form: VerbForm;
  readonly lower: string;
  /** Words before it. */
  readonly words: readonly Word[];
  readonly before: Word | undefined;
  /** The word before it that is no adverb and no negation. */
  readonly previous: Word | undefined;
  readonly next: Token | undefined;
  readonly nextSmall: SmallWord | undefined;
  readonly objectFollows: boolean;
}

interface WordReading {
  readonly tag: Tag;
  readonly form?: VerbForm;
}

const NOUN: WordReading = { tag: 'noun' };
const ADJECTIVE: WordReading = { tag: 'adjective' };

const OPENS_OBJECT: ReadonlySet<SmallWord | undefined> = new Set<SmallWord | undefined>([
  'determiner',
  'possessive',
  'to',
  'object-pronoun',
  'pronoun',
]);

/** Decides whether a possible verb form is a verb, a noun or an adjective in its context. */
export function readVerbForm(
  form: VerbForm,
  lower: string,
  previous: Word | undefined,
  before: Word | undefined,
  next: Token | undefined,
  words: readonly Word[],
): WordReading {
  const { forms } = form;
  const nextSmall = next ? SMALL_WORDS.get(next.lower) : undefined;
  const objectFollows =
    next !== undefined && (OPENS_OBJECT.has(nextSmall) || next.lower === 'that' || next.kind === 'number');
  const context: FormContext = { form, lower, words, before, previous, next, nextSmall, objectFollows };
  const verb: WordReading = { tag: 'verb', form };
  const tag = previous?.tag;
  if (before?.tag === 'to' || (tag === 'to' && forms & BASE)) return forms & BASE ? verb : NOUN;
  if ((tag === 'modal' || tag === 'do') && forms & BASE) return verb;
  if ((tag === 'be' || tag === 'have') && forms & (PARTICIPLE | GERUND))
    return before?.tag === 'have' && forms & GERUND && !(forms & PARTICIPLE) ? NOUN : verb;
  if (previous?.tag === 'pronoun' && previous.lower !== 'there' && forms & (PAST | THIRD)) return verb;
  if (forms & GERUND) return isVerbalGerund(context) ? verb : NOUN;
  const identical = (forms & BASE) !== 0 && (forms & PAST) !== 0; // set, cut, put, hit
  if (forms & (PAST | PARTICIPLE) && !identical) return readPast(context);
  if (tag !== undefined && BEFORE_NOUN.has(tag) && before === previous)
    return tag === 'number' && identical && objectFollows ? verb : NOUN;
  if (identical) return isIdenticalVerb(context) ? verb : NOUN;
  if (forms & THIRD) return isThirdPerson(context) ? verb : NOUN;
  return forms & BASE && isBareVerb(context) ? verb : NOUN;
}

function isVerbalGerund({ lower, words, previous, next, nextSmall, objectFollows }: FormContext): boolean {
  const tag = previous?.tag;
  // "the Prudhoe Bay drilling field"
  if (tag === 'name' && next?.kind === 'word' && !nextSmall && !next.capital && nameHasDeterminer(words)) return false;
  if (tag === 'determiner' || tag === 'possessive' || tag === 'adjective') return next?.lower === 'to' || objectFollows;
  if (isMostlyNoun(lower) || eventNounStrength(lower) > 0) return tag === 'be' || (objectFollows && tag !== 'noun');
  return true;
}

/** A form of the past or a participle: a verb, or an adjective or noun inside a noun phrase. */
function readPast(context: FormContext): WordReading {
  const { form, lower, words, before, previous, next, nextSmall } = context;
  const verb: WordReading = { tag: 'verb', form };
  const wordFollows = next?.kind === 'word' && !nextSmall;
  if (before && before.tag !== 'number' && BEFORE_NOUN.has(before.tag)) {
    if (before.tag === 'preposition') return wordFollows ? ADJECTIVE : verb;
    if (nextSmall === 'preposition' && before.tag === 'adjective') return verb;
    return !wordFollows && (nextSmall === 'preposition' || next?.kind === 'mark') ? NOUN : ADJECTIVE;
  }
  const smallLetterFollows = wordFollows && !next.capital;
  if (smallLetterFollows && insideNounPhrase(words)) return ADJECTIVE;
  if (smallLetterFollows && before?.tag === 'verb' && (before.form?.forms ?? 0) & GERUND) return ADJECTIVE;
  const tag = previous?.tag;
  if (isMostlyNoun(lower) && !(form.forms & PAST && tag !== undefined && NOMINAL.has(tag))) return ADJECTIVE;
  if (smallLetterFollows && before?.tag === 'number' && eventNounStrength(lower) === 0) return ADJECTIVE;
  return verb;
}

/** Verbs whose past is their base: "set", "cut", "put", "hit". */
function isIdenticalVerb({ lower, before, previous, nextSmall, objectFollows }: FormContext): boolean {
  const tag = previous?.tag;
  if (tag === 'coordinator' || tag === 'relative' || (tag !== undefined && NOMINAL.has(tag)))
    return !(eventNounStrength(lower) && before?.tag === 'noun' && !objectFollows && nextSmall !== 'preposition');
  return tag === 'be' || tag === 'have';
}

function isThirdPerson({ lower, words, before, previous, next, nextSmall, objectFollows }: FormContext): boolean {
  const tag = previous?.tag;
  // "BP engineers were", "to which arms firms returned": the verb, or its subject, follows later
  if (nextSmall !== undefined && FINITE.has(nextSmall)) return false;
  if (before?.tag === 'relative' && words.at(-2)?.tag === 'preposition') return false;
  if (tag === 'relative' || tag === 'pronoun') return true;
  const nouny = isMostlyNoun(lower) || eventNounStrength(lower) > 0;
  if (nouny && !PRESENT_OF_PLANS.has(lower)) return false;
  if (tag === 'name' || tag === 'noun' || tag === 'time')
    return !nouny || nextSmall === 'to' || objectFollows || nextSmall === 'preposition' || next?.capital === true;
  return tag === 'coordinator' && objectFollows;
}

/** "Guardsmen walk along", "Workers build the": a plural before a word that follows verbs. */
function isBareVerb({ lower, before, previous, next, nextSmall, objectFollows }: FormContext): boolean {
  const tag = previous?.tag;
  const isEventNoun = eventNounStrength(lower) > 0;
  if (
    before !== undefined &&
    /(?:[a-z]men|people|police|children|[a-z]ers|[a-z]ors|ists|ians)$/.test(before.lower) &&
    (objectFollows || nextSmall === 'preposition') &&
    !isEventNoun
  )
    return true;
  if (next?.lower === 'that' && (tag === 'noun' || tag === 'name')) return true;
  if (previous && SUBJECTS_OF_BASE.has(previous.lower)) return true;
  const afterPlural = previous?.lower.endsWith('s') === true && (tag === 'noun' || tag === 'name');
  if (isMostlyNoun(lower) || isEventNoun) return afterPlural && tag === 'noun' && objectFollows;
  if (afterPlural && !previous.lower.endsWith('ss')) return true;
  return tag === 'coordinator' && objectFollows;
}
