import { wordSet } from '../../text/word-list.ts';
import complementVerbs from './complement-verbs.json';

// complement-verbs.json says what each list means.
const { lists } = complementVerbs;
export const NEEDS_OBJECT = wordSet(lists.needsObject);
export const ASKS = wordSet(lists.asks);
export const LIGHT = wordSet(lists.light);
export const NO_PASSIVE = wordSet(lists.noPassive);
export const SUFFERED = wordSet(lists.suffered);
export const NEEDS_MEASURE = wordSet(lists.needsMeasure);
export const PASSIVE_ALONE = wordSet(lists.passiveAlone);
export const MADE_SO = wordSet(lists.madeSo);
export const NEEDS_PHRASE = wordSet(lists.needsPhrase);
export const FROM = wordSet(lists.from);
export const TWO_OBJECTS = wordSet(lists.twoObjects);
