import type { Modality } from '../event.ts';
import {
  adjectiveAttitude,
  isCancelling,
  isDenying,
  isPlanning,
  isPredicting,
  isWishing,
  nounAttitude,
} from '../lexicon/factuality-verbs.ts';
import { isBoundary, type VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { lessSure, modalityOfVerb } from './verb-modality.ts';

/** The modality of an event noun, from the words before it and the verb around it. */
export function modalityOfNoun(
  words: readonly Word[],
  noun: number,
  groups: readonly VerbGroup[],
  question: boolean,
  presupposed: boolean,
): Modality {
  let modality: Modality = 'asserted';
  for (let i = noun - 1; i >= 0 && i >= noun - 6; i--) {
    const word = words[i] as Word;
    if (word.tag === 'preposition' || word.tag === 'verb' || (isBoundary(word) && word.tag !== 'coordinator')) {
      if (word.lower === 'without') modality = lessSure(modality, 'negated');
      if (word.lower === 'of' || word.lower === 'for') {
        const before = words[i - 1];
        // "the Hope for Larn concert": part of a name
        const attitude = before?.capital && i > 1 ? undefined : nounAttitude(before?.lower ?? '');
        if (attitude) modality = lessSure(modality, attitude);
        // "set for release on Wednesday"
        if (word.lower === 'for' && /^(?:set|due|scheduled|slated|booked)$/.test(before?.lower ?? ''))
          modality = lessSure(modality, 'planned');
      }
      break;
    }
    if (word.lower === 'no') modality = lessSure(modality, 'negated');
    const attitude = adjectiveAttitude(word.lower);
    if (attitude) modality = lessSure(modality, attitude);
  }
  if (presupposed && !question) return modality;
  if (question) modality = lessSure(modality, 'hypothetical');
  const g = nearestGroup(groups, noun);
  if (g !== undefined) {
    const group = groups[g] as VerbGroup;
    modality = lessSure(modality, modalityOfVerb(words, groups, g, question));
    if (group.last < noun) {
      if (isDenying(group.lemma)) modality = lessSure(modality, group.negated ? 'asserted' : 'negated');
      else if (isPredicting(group.lemma)) modality = lessSure(modality, 'predicted');
      else if (isWishing(group.lemma)) modality = lessSure(modality, 'hypothetical');
      else if (isPlanning(group.lemma)) modality = lessSure(modality, 'planned');
      else if (isCancelling(group.lemma)) modality = lessSure(modality, 'negated');
    }
  }
  return modality;
}

function nearestGroup(groups: readonly VerbGroup[], at: number): number | undefined {
  let best: number | undefined;
  let distance = Number.POSITIVE_INFINITY;
  groups.forEach((group, k) => {
    const d = group.last < at ? at - group.last : group.first - at + 2;
    if (d < distance) {
      distance = d;
      best = k;
    }
  });
  return best;
}
