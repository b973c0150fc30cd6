import { wordsOf } from '../../text/word-list.ts';
import closedClass from './closed-class.json';

/** Part of speech of a word of a closed class, or of a frequent adverb or adjective. Other words are tagged by their form and context. */
export type SmallWord = keyof typeof closedClass.lists;

/** Part of speech by lower-case word. A word of two lists has the class of the first, except for those noted in `grammar.ts`. */
export const SMALL_WORDS: ReadonlyMap<string, SmallWord> = (() => {
  const map = new Map<string, SmallWord>();
  for (const [kind, list] of Object.entries(closedClass.lists))
    for (const word of wordsOf(list)) if (!map.has(word)) map.set(word, kind as SmallWord);
  return map;
})();
