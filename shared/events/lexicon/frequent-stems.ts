import { wordsOf } from '../../text/word-list.ts';
import frequentStems from './frequent-stems.json';

const SHARES = new Map(
  Object.values(frequentStems.lists).flatMap((list) => wordsOf(list).map((stemmed) => [stemmed, list.share] as const)),
);

/** Share of the sentences of news on any subject that contain a stem, 0.005…0.03; undefined for less frequent stems. */
export const newsShareOf = (stemmed: string): number | undefined => SHARES.get(stemmed);
