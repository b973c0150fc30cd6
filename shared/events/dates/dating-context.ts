import type { DateSpan } from '../../time/date-span.ts';
import type { Modality } from '../event.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { DatePhrase } from './date-phrase.ts';

/** A date phrase in its sentence and article, with the verb or noun it may date. */
export interface DatingContext {
  readonly words: readonly Word[];
  readonly phrase: DatePhrase;
  /** All date phrases of the sentence. */
  readonly phrases: readonly DatePhrase[];
  /** The verb, if a verb is dated. */
  readonly group: VerbGroup | undefined;
  /** All verbs of the sentence. */
  readonly groups: readonly VerbGroup[];
  /** Index of the word that names the event. */
  readonly head: number;
  readonly modality: Modality;
  readonly dct: string | undefined;
  /** The time that the narrative has reached before the sentence. */
  readonly reached: DateSpan | undefined;
  readonly reportedQuarter: DateSpan | undefined;
}
