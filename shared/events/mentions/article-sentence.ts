import type { CarriedEvent } from '../anchoring/carried-date.ts';
import type { RankedPair } from '../anchoring/pairs.ts';
import type { ReadSentence, StorySentence } from './read-sentence.ts';

/** A sentence with its pairs of events and dates or, if none of its phrases dates an event, with the date of an earlier sentence. */
export interface ArticleSentence {
  readonly story: StorySentence;
  readonly view: ReadSentence;
  readonly own: readonly RankedPair[];
  readonly carried: CarriedEvent | undefined;
}
