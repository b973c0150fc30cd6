import type { RankedPair, SentencePairs } from '../anchoring/pairs.ts';
import type { ReadSentence, StorySentence } from './read-sentence.ts';

/** A sentence with its pairs of events and dates: those of its own date phrases, and those with dates of earlier sentences. */
export interface ArticleSentence {
  readonly story: StorySentence;
  readonly view: ReadSentence;
  readonly own: readonly RankedPair[];
  readonly carried: SentencePairs | undefined;
}
