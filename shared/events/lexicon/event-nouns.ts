import { wordSet } from '../../text/word-list.ts';
import eventNouns from './event-nouns.json';

// event-nouns.json says what each list means.
export const STRONG_EVENT_NOUNS = wordSet(eventNouns.lists.strong);
const WEAK_EVENT_NOUNS = wordSet(eventNouns.lists.weak);
const THINGS = wordSet(eventNouns.lists.things);

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : /(?:ss|sh|ch|x)es$/.test(word)
      ? word.slice(0, -2)
      : word.endsWith('s') && !word.endsWith('ss')
        ? word.slice(0, -1)
        : word;

/** 2 for a strong event noun, 1 for a weak one, 0 for any other word. Takes singular and plural, lower case. */
export function eventNounStrength(word: string): 0 | 1 | 2 {
  if (STRONG_EVENT_NOUNS.has(word)) return 2;
  if (WEAK_EVENT_NOUNS.has(word)) return 1;
  if (!word.endsWith('s')) return 0;
  const one = singular(word);
  return STRONG_EVENT_NOUNS.has(one) ? 2 : WEAK_EVENT_NOUNS.has(one) ? 1 : 0;
}

/** A noun that names no event whatever dates it: "government", "film", "evening". Takes singular and plural, lower case. */
export const isThing = (word: string): boolean =>
  THINGS.has(word) || (word.endsWith('s') && THINGS.has(singular(word)));
