import { wordSet, wordsOf } from '../../text/word-list.ts';
import lightVerbs from './light-verbs.json';

// light-verbs.json says what each list means.
const { support, occurrence, motion, general, everyday } = lightVerbs.lists;
const NAMED_BY_NOUN = new Set([...wordsOf(support), ...wordsOf(occurrence)]);
const SUPPORT = wordSet(support);
const MOTION = wordSet(motion);
const GENERAL = wordSet(general);
/** Stems. */
export const EVERYDAY = wordSet(everyday);

/** Whether a noun beside the verb names the event: "talks were held", "the trial took place". */
export const isNamedByNoun = (lemma: string): boolean => NAMED_BY_NOUN.has(lemma);

/** Whether a verb by itself says too little to be an event: "made", "went", "continued". */
export const isTooGeneral = (lemma: string): boolean => SUPPORT.has(lemma) || GENERAL.has(lemma);

/** Whether a verb only says how somebody got to the place of the deed that a coordinate verb tells. */
export const isMotion = (lemma: string): boolean => MOTION.has(lemma);
