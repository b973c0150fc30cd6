import type { Modality } from '../event.ts';
import {
  isDenying,
  isPlanning,
  isPredicting,
  isReporting,
  isWishing,
  nounAttitude,
} from '../lexicon/factuality-verbs.ts';
import { isBoundary, type VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';

/** A verb group by its index, or the modality that a noun or adjective gives to its complement. */
interface Embedding {
  readonly group?: number;
  readonly noun?: Modality;
}

/** The verb or noun that this verb depends on: "plans to …", "predicted that …", "a proposal to …". */
export function embeddingVerbOf(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  g: number,
): Embedding | undefined {
  const group = groups[g] as VerbGroup;
  if (group.kind === 'infinitive') return overInfinitive(words, groups, g);
  if (group.kind === 'gerund' || group.kind === 'participle') return overNonFinite(words, groups, g);
  return overFinite(words, groups, group);
}

const PREDICTING_ADJECTIVES = new Set(['bound', 'likely', 'unlikely', 'certain', 'sure']);

/** "plans to …", "a proposal to …", "due to …", "likely to …". */
function overInfinitive(words: readonly Word[], groups: readonly VerbGroup[], g: number): Embedding | undefined {
  const group = groups[g] as VerbGroup;
  if (isRankedNounBefore(words, group.first)) {
    const over = lastGroupBefore(groups, group.first);
    return over !== undefined && (groups[over] as VerbGroup).modal ? { group: over } : undefined;
  }
  if (group.passive && isOfNoun(words, group)) return { noun: 'planned' };
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    const owner = groupAt(groups, i);
    if (owner >= 0 && owner !== g) return { group: owner };
    if (word.tag === 'noun') {
      const attitude = nounAttitude(word.lower);
      if (attitude && i >= group.first - 4) return { noun: attitude };
    }
    if (word.lower === 'due' || word.lower === 'ready' || word.lower === 'set') return { noun: 'planned' };
    if (PREDICTING_ADJECTIVES.has(word.lower)) return { noun: 'predicted' };
    if (word.text === ';' || word.text === '"' || (word.tag === 'subordinator' && word.lower !== 'that'))
      return undefined;
  }
  return undefined;
}

/** "considered moving", "the possibility of leaving", "without paying". */
function overNonFinite(words: readonly Word[], groups: readonly VerbGroup[], g: number): Embedding | undefined {
  const group = groups[g] as VerbGroup;
  const before = words[group.first - 1];
  const owner = groups[g - 1];
  if (owner && before && owner.last === group.first - 1) return { group: g - 1 };
  if (before?.tag === 'preposition' && group.kind === 'gerund') {
    const two = words[group.first - 2];
    if (owner && owner.last === group.first - 2) return { group: g - 1 };
    if (two?.tag === 'noun' && (before.lower === 'of' || before.lower === 'for')) {
      if (nounAttitude(two.lower) && words[group.first - 3]?.lower === 'no') return { noun: 'negated' };
      const attitude = nounAttitude(two.lower);
      if (attitude) return { noun: attitude };
    }
    if (
      before.lower === 'without' ||
      before.lower === 'against' ||
      // "kept from leaving", "far from closing"; but "sales from continuing operations"
      (before.lower === 'from' &&
        (FROM_IS_NOT.has(two?.lower ?? '') ||
          (owner && (isDenying(owner.lemma) || KEEPS_FROM.has(owner.lemma)) && joinedTo(words, owner, group)))) ||
      (before.lower === 'of' && two?.lower === 'instead')
    )
      return { noun: 'negated' };
    if (owner && isWishing(owner.lemma) && joinedTo(words, owner, group)) return { group: g - 1 };
    if (before.lower === 'for' && owner && joinedTo(words, owner, group)) return undefined;
  }
  if (owner && joinedTo(words, owner, group) && (owner.kind === 'infinitive' || owner.modal)) return { group: g - 1 };
  return undefined;
}

/** Words that make "from" a negation, in place of a verb. */
const FROM_IS_NOT = new Set(['far', 'away', 'back', 'off']);
/** Verbs that deny what stands behind "from", and nothing else. */
const KEEPS_FROM = new Set(['keep', 'hold', 'save', 'spare', 'protect', 'exempt', 'excuse', 'disqualify', 'free']);

/** A finite verb is governed by a verb or noun with "that", by a verb of saying with a bare clause, or by the governor of the verb that it is coordinated with. */
function overFinite(words: readonly Word[], groups: readonly VerbGroup[], group: VerbGroup): Embedding | undefined {
  let isClosed = false;
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.lower === 'that' && (word.tag === 'subordinator' || word.tag === 'relative'))
      return overThat(words, groups, group, i);
    if (word.tag === 'relative') return undefined;
    if (word.tag === 'subordinator' || word.text === ';' || word.text === '"' || word.text === '”' || word.text === ':')
      return undefined;
    if (word.text === ',') isClosed = true;
    if (word.tag === 'coordinator') {
      const owner = coordinated(words, groups, group, i);
      if (owner !== undefined) {
        const shared = groups[owner] as VerbGroup;
        return shared.modal && group.tense !== 'past' ? { group: owner } : embeddingVerbOf(words, groups, owner);
      }
      isClosed = true;
    }
    const owner = groupAt(groups, i);
    if (owner < 0) continue;
    // "denied |the pit| had closed", but "the valve that failed | was mended"
    const over = groups[owner] as VerbGroup;
    const isApart = isDenying(over.lemma) && !hasNominal(words, over.last + 1, group.first);
    return !isClosed && !isApart && embeds(over.lemma) ? { group: owner } : undefined;
  }
  return undefined;
}

/** "said that …", "the fear that …", "it is not true that she resigned"; `at` is the index of "that". */
function overThat(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  at: number,
): Embedding | undefined {
  const isSubordinator = words[at]?.tag === 'subordinator';
  const noun = words[at - 1];
  const attitude = isSubordinator && noun?.tag !== 'noun' ? undefined : nounAttitude(noun?.lower ?? '');
  if (attitude) return { noun: attitude };
  const owner = lastGroupBefore(groups, at);
  if (owner === undefined) return undefined;
  if (isSubordinator) return { group: owner };
  const over = groups[owner] as VerbGroup;
  return over.lemma === 'be' && at - over.last <= 4 && group.first > at + 1 ? { group: owner } : undefined;
}

/** The verb that a verb without a subject of its own is coordinated with: "may resign and leave". */
function coordinated(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  coordinator: number,
): number | undefined {
  if (coordinator < group.first - 2 || hasNominal(words, coordinator + 1, group.first)) return undefined;
  // a past form is coordinated with a finite verb, not with a participle or infinitive in between
  if (group.tense === 'past' && !group.ambiguous) return lastFiniteBefore(groups, coordinator);
  const last = lastGroupBefore(groups, coordinator);
  return lastFiniteLike(groups, last, group) ?? last;
}

const embeds = (lemma: string): boolean =>
  isReporting(lemma) || isPredicting(lemma) || isWishing(lemma) || isDenying(lemma) || isPlanning(lemma);

const groupAt = (groups: readonly VerbGroup[], word: number): number =>
  groups.findIndex(({ first, last }) => first <= word && word <= last);

/** "in testimony to be given on Tuesday", "that rules to be published soon will …": a plan of its noun, whatever verb precedes. */
function isOfNoun(words: readonly Word[], group: VerbGroup): boolean {
  let i = group.first - 1;
  if (words[i]?.tag !== 'noun' || nounAttitude((words[i] as Word).lower)) return false;
  while (/^(?:noun|name|adjective|number|determiner|possessive)$/.test(words[i]?.tag ?? '')) i--;
  const before = words[i];
  return before === undefined || before.tag === 'preposition' || before.lower === 'that';
}

const NOUN_PHRASE = /^(?:noun|name|adjective|number|preposition|possessive|determiner)$/;
const RANK = /^(?:first|second|third|last|only|latest|\w+est)$/;

/** "the first woman to cross the strait", "the last country in Europe to follow": the infinitive states a fact about its noun. */
function isRankedNounBefore(words: readonly Word[], infinitive: number): boolean {
  for (let i = infinitive - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (RANK.test(word.lower)) return /^(?:the|its|his|her|their|our)$/.test(words[i - 1]?.lower ?? '');
    if (!NOUN_PHRASE.test(word.tag) || word.lower === 'to' || word.lower === 'for') return false;
  }
  return false;
}

const hasNominal = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (['noun', 'name', 'pronoun'].includes((words[i] as Word).tag)) return true;
  return false;
};

const joinedTo = (words: readonly Word[], owner: VerbGroup, group: VerbGroup): boolean => {
  for (let i = owner.last + 1; i < group.first; i++) if (isBoundary(words[i] as Word)) return false;
  return true;
};

function lastGroupBefore(groups: readonly VerbGroup[], index: number): number | undefined {
  for (let k = groups.length - 1; k >= 0; k--) if ((groups[k] as VerbGroup).last < index) return k;
  return undefined;
}

function lastFiniteBefore(groups: readonly VerbGroup[], index: number): number | undefined {
  for (let k = groups.length - 1; k >= 0; k--) {
    const group = groups[k] as VerbGroup;
    if (group.last < index && group.kind === 'finite') return k;
  }
  return undefined;
}

/** An ambiguous past form after "and" is coordinated with the finite verb before it, unless a participle is next to it. */
function lastFiniteLike(groups: readonly VerbGroup[], last: number | undefined, group: VerbGroup): number | undefined {
  if (last === undefined || group.tense !== 'past' || groups[last]?.kind === 'participle') return undefined;
  return lastFiniteBefore(groups, (groups[last] as VerbGroup).last + 1);
}
