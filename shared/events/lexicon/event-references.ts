import { wordSet } from '../../text/word-list.ts';
import eventReferences from './event-references.json';

// event-references.json says what each list means.
const { lists } = eventReferences;
const GATHERINGS = wordSet(lists.gatherings);
const SHOWS = wordSet(lists.shows);
const PERFORMING = wordSet(lists.performing);
const ATTENDING = wordSet(lists.attending);
const BEGINNINGS = wordSet(lists.beginnings);
const TAKING_PLACE = wordSet(lists.takingPlace);
const DEATHS = wordSet(lists.deaths);
const LASTING = wordSet(lists.lasting);

const has = (list: ReadonlySet<string>, noun: string): boolean => list.has(noun) || list.has(noun.replace(/s$/, ''));

/** Events of some hours, in lower case, singular or plural: "meeting", "talks". */
export const isGathering = (noun: string): boolean => has(GATHERINGS, noun);
/** Gatherings at which someone performs, singular or plural: "concert". */
export const isShow = (noun: string): boolean => has(SHOWS, noun);
/** Verbs of those who are on the programme of a show: "sing". */
export const isPerforming = (lemma: string): boolean => PERFORMING.has(lemma);
/** Verbs of those who come to a gathering: "attend". */
export const isAttending = (lemma: string): boolean => ATTENDING.has(lemma);
/** Verbs that say of their subject that it takes place: "begin". */
export const isBeginning = (lemma: string): boolean => BEGINNINGS.has(lemma);
/** Verbs whose subject or object is the event: "hold", "take" (place). */
export const takesPlace = (lemma: string): boolean => TAKING_PLACE.has(lemma);
/** Verbs and nouns of a death. */
export const isDeath = (word: string): boolean => DEATHS.has(word);
/** Disasters that last on after their first day, singular or plural: "spill". */
export const isLastingDisaster = (noun: string): boolean => has(LASTING, noun);
