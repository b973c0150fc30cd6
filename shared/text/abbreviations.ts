import abbreviations from './abbreviations.json';
import { wordSet } from './word-list.ts';

// abbreviations.json says what each list means.
const { lists } = abbreviations;
export const ABBREVIATIONS = wordSet(lists.abbreviations);
export const MAY_END = wordSet(lists.mayEnd);
export const SENTENCE_OPENERS = wordSet(lists.sentenceOpeners);
