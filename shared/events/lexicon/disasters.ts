import { stem } from '../../text/stem.ts';
import { type WordList, wordsOf } from '../../text/word-list.ts';
import disasters from './disasters.json';

const stemSet = (list: WordList): ReadonlySet<string> => new Set(wordsOf(list).map(stem));

// disasters.json says what each list means. These are the stems of its words.
const { lists } = disasters;
export const DISASTER_EFFECTS = stemSet(lists.effects);
export const DISASTER_CONSEQUENCES = stemSet(lists.consequences);
export const SUFFERING_VERBS = stemSet(lists.suffered);
export const EPIDEMICS = stemSet(lists.epidemics);
export const EPIDEMIC_VERBS = stemSet(lists.epidemicVerbs);
