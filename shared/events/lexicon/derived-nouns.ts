import { wordSet } from '../../text/word-list.ts';
import derivedNouns from './derived-nouns.json';

const PAIRS = wordSet(derivedNouns.lists.pairs);

/** Whether one word is the noun that the other, a verb, gives: "die" and "death". Knows only pairs of different spelling. */
export const isVerbAndItsNoun = (a: string, b: string): boolean => PAIRS.has(`${a}/${b}`) || PAIRS.has(`${b}/${a}`);
