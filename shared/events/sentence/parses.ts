import { dropOldest } from '../../kernel/drop-oldest.ts';
import { parseSentence } from '../../syntax/parse-sentence.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';

/** A stretch of an article: UTF-16 offsets, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Parses sentences of one article, and caches the latest. */
export type Parses = (sentence: Stretch) => ParsedSentence | undefined;

/** Longest sentence that is parsed, in UTF-16 code units: longer ones are lists and tables. */
const LONGEST_SENTENCE = 1000;
/** Size of the cache: a title needs the parses of its own sentence and of some before it. */
const MOST_KEPT = 12;

export function parsesOf(text: string): Parses {
  const kept = new Map<number, ParsedSentence>();
  return ({ start, end }) => {
    if (end - start > LONGEST_SENTENCE) return undefined;
    const known = kept.get(start);
    if (known) return known;
    const parse = parseSentence(text, { start, end, paragraph: 0 });
    kept.set(start, parse);
    dropOldest(kept, MOST_KEPT);
    return parse;
  };
}
