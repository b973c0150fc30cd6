import { wordSet, wordsOf } from '../../text/word-list.ts';
import factualityVerbs from './factuality-verbs.json';

// factuality-verbs.json says what each list means.
const { lists } = factualityVerbs;
const REPORTING = wordSet(lists.reporting);
const SAYING = wordSet(lists.saying);
const FACTIVE = wordSet(lists.factive);
const PREDICTING = wordSet(lists.predicting);
const PLANNING = wordSet(lists.planning);
const WISHING = wordSet(lists.wishing);
const DENYING = wordSet(lists.denying);
const CANCELLING = wordSet(lists.cancelling);
const WEIGHING = wordSet(lists.weighing);

export const isReporting = (lemma: string): boolean => REPORTING.has(lemma);
export const isSaying = (lemma: string): boolean => SAYING.has(lemma);
export const isFactive = (lemma: string): boolean => FACTIVE.has(lemma);
export const isPredicting = (lemma: string): boolean => PREDICTING.has(lemma);
export const isPlanning = (lemma: string): boolean => PLANNING.has(lemma);
export const isWishing = (lemma: string): boolean => WISHING.has(lemma);
export const isDenying = (lemma: string): boolean => DENYING.has(lemma);
export const isCancelling = (lemma: string): boolean => CANCELLING.has(lemma);
export const isWeighing = (lemma: string): boolean => WEIGHING.has(lemma);

/** Modality that a noun or adjective gives to an event. */
type Attitude = 'planned' | 'predicted' | 'hypothetical' | 'negated';

const attitudes = (part: 'Nouns' | 'Adjectives'): ReadonlyMap<string, Attitude> =>
  new Map(
    (['planned', 'predicted', 'hypothetical', 'negated'] as const).flatMap((attitude) =>
      wordsOf(lists[`${attitude}${part}`]).map((word) => [word, attitude] as const),
    ),
  );
const NOUN_ATTITUDES = attitudes('Nouns');
const ADJECTIVE_ATTITUDES = attitudes('Adjectives');

/** The modality of a "to …" or "that …" after a noun: "plans to open". */
export const nounAttitude = (noun: string): Attitude | undefined => NOUN_ATTITUDES.get(noun);

/** The modality of an event noun after an adjective: "a planned visit". */
export const adjectiveAttitude = (adjective: string): Attitude | undefined => ADJECTIVE_ATTITUDES.get(adjective);

/** Adverbs that make their clause uncertain. */
export const DOUBTING_ADVERBS = wordSet(lists.doubtingAdverbs);
