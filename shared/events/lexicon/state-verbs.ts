import { wordSet } from '../../text/word-list.ts';
import stateVerbs from './state-verbs.json';

// state-verbs.json says what each list means.
const { lists } = stateVerbs;
export const STATIVE = wordSet(lists.stative);
export const DESCRIBING = wordSet(lists.describing);
export const FARING = wordSet(lists.faring);
export const COPULAR = wordSet(lists.copular);
