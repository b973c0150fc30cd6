import { wordSet } from '../../text/word-list.ts';
import derivedNouns from './derived-nouns.json';

const PAIRS = wordSet(derivedNouns.lists.pairs);

/** Whether one word is a verb and the other its noun: "die" and "death". Lists only pairs of different spelling. */
export const isVerbAndItsNoun = (a: string, b: string): boolean => PAIRS.has(`${a}/${b}`) || PAIRS.has(`${b}/${a}`);
