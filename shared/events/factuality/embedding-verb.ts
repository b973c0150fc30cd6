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

/** The verb or noun that this verb depends on: "plans to …", "predicted that …", "a proposal to …". */
export function embeddingVerbOf(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  g: number,
): { group?: number; noun?: Modality } | undefined {
  const group = groups[g] as VerbGroup;
  if (group.kind === 'infinitive') {
    for (let i = group.first - 1; i >= 0; i--) {
      const word = words[i] as Word;
      const owner = groups.findIndex((x) => x.first <= i && i <= x.last);
      if (owner >= 0 && owner !== g) return { group: owner };
      if (word.tag === 'noun') {
        const attitude = nounAttitude(word.lower);
        if (attitude && i >= group.first - 4) return { noun: attitude };
      }
      if (word.lower === 'due' || word.lower === 'ready' || word.lower === 'set') return { noun: 'planned' };
      if (
        word.lower === 'bound' ||
        word.lower === 'likely' ||
        word.lower === 'unlikely' ||
        word.lower === 'certain' ||
        word.lower === 'sure'
      )
        return { noun: 'predicted' };
      if (word.text === ';' || word.text === '"' || (word.tag === 'subordinator' && word.lower !== 'that'))
        return undefined;
    }
    return undefined;
  }
  if (group.kind === 'gerund' || group.kind === 'participle') {
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
        before.lower === 'from' ||
        before.lower === 'against' ||
        (before.lower === 'of' && two?.lower === 'instead')
      )
        return { noun: 'negated' };
      if (owner && isWishing(owner.lemma) && joinedTo(words, owner, group)) return { group: g - 1 };
      if (before.lower === 'for' && owner && joinedTo(words, owner, group)) return undefined;
    }
    if (owner && joinedTo(words, owner, group) && (owner.kind === 'infinitive' || owner.modal)) return { group: g - 1 };
    return undefined;
  }
  // a finite verb: under "that", under a bare clause after a verb of saying, or in a list with the verb before
  let through = false;
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'subordinator' && word.lower === 'that') {
      const noun = words[i - 1];
      const owner = lastGroupBefore(groups, i);
      if (noun?.tag === 'noun') {
        const attitude = nounAttitude(noun.lower);
        if (attitude) return { noun: attitude };
      }
      return owner === undefined ? undefined : { group: owner };
    }
    if (word.tag === 'relative' && word.lower === 'that') {
      const attitude = nounAttitude(words[i - 1]?.lower ?? '');
      if (attitude) return { noun: attitude };
      // "it is not true that she resigned"
      const copula = lastGroupBefore(groups, i);
      const over = copula === undefined ? undefined : groups[copula];
      return over?.lemma === 'be' && i - over.last <= 4 && group.first > i + 1
        ? { group: copula as number }
        : undefined;
    }
    if (word.tag === 'relative') return undefined;
    if (word.tag === 'subordinator' || word.text === ';' || word.text === '"' || word.text === '”' || word.text === ':')
      return undefined;
    if (word.text === ',') through = true;
    if (word.tag === 'coordinator') {
      const last = lastGroupBefore(groups, i);
      // a past form goes on a finite verb, not the participle or infinitive in between
      const owner =
        group.tense === 'past' && !group.ambiguous
          ? lastFiniteBefore(groups, i)
          : (lastFiniteLike(groups, last, group) ?? last);
      // "may resign and leave": the second verb without a subject shares the modal
      if (owner !== undefined && i >= group.first - 2 && !hasNominal(words, i + 1, group.first)) {
        const shared = groups[owner] as VerbGroup;
        return shared.modal && group.tense !== 'past'
          ? { group: owner }
          : (embeddingVerbOf(words, groups, owner) ?? undefined);
      }
      through = true;
    }
    const owner = groups.findIndex((x) => x.first <= i && i <= x.last);
    if (owner >= 0) {
      const over = groups[owner] as VerbGroup;
      if (through) return undefined;
      if (
        isReporting(over.lemma) ||
        isPredicting(over.lemma) ||
        isWishing(over.lemma) ||
        isDenying(over.lemma) ||
        isPlanning(over.lemma)
      )
        return { group: owner };
      return undefined;
    }
  }
  return undefined;
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

/** An ambiguous past form after "and" goes on the finite verb before it unless a participle stands next to it. */
function lastFiniteLike(groups: readonly VerbGroup[], last: number | undefined, group: VerbGroup): number | undefined {
  if (last === undefined || group.tense !== 'past' || groups[last]?.kind === 'participle') return undefined;
  return lastFiniteBefore(groups, (groups[last] as VerbGroup).last + 1);
}
