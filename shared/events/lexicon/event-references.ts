import { wordSet } from '../../text/word-list.ts';
import eventReferences from './event-references.json';

// event-references.json says what each list means.
const { lists } = eventReferences;
const GATHERINGS = wordSet(lists.gatherings);
const BEGINNINGS = wordSet(lists.beginnings);
const TAKING_PLACE = wordSet(lists.takingPlace);
const DEATHS = wordSet(lists.deaths);
const LASTING = wordSet(lists.lasting);

const has = (list: ReadonlySet<string>, noun: string): boolean => list.has(noun) || list.has(noun.replace(/s$/, ''));

/** Events of some hours, in lower case, singular or plural: "meeting", "talks". */
export const isGathering = (noun: string): boolean => has(GATHERINGS, noun);
/** Verbs that say of their subject that it takes place: "begin". */
export const isBeginning = (lemma: string): boolean => BEGINNINGS.has(lemma);
/** Verbs whose subject or object is the event: "hold", "take" (place). */
export const takesPlace = (lemma: string): boolean => TAKING_PLACE.has(lemma);
/** Verbs and nouns of a death. */
export const isDeath = (word: string): boolean => DEATHS.has(word);
/** Disasters that last on after their first day, singular or plural: "spill". */
export const isLastingDisaster = (noun: string): boolean => has(LASTING, noun);
