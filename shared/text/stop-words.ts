import stopWords from './stop-words.json';
import { wordSet } from './word-list.ts';

/** English words without a subject of their own, lower case: left out of keywords, centroids and comparisons of wording. */
export const STOP_WORDS = wordSet(stopWords.lists.stopWords);
