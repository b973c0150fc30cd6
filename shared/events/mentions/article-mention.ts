import type { Timex } from '../../tagging/timex.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { DateSpan } from '../../time/date-span.ts';
import type { DateBasis, Modality } from '../event.ts';

/** One event as one sentence reports it. */
export interface ArticleMention {
  readonly sentence: Sentence;
  readonly trigger: { readonly start: number; readonly end: number };
  readonly lemma: string;
  readonly isNoun: boolean;
  /** The noun phrase presupposes the event. */
  readonly presupposed: boolean;
  readonly timex: Timex;
  readonly date: DateSpan;
  readonly basis: DateBasis;
  readonly modality: Modality;
  readonly title: string;
  /** Stems of the title's content words. */
  readonly stems: ReadonlySet<string>;
  readonly attribution?: string;
  /** 0…1: the probability that event and date are right. */
  readonly confidence: number;
  /** Other mentions of the same event in the article. */
  readonly also: readonly ArticleMention[];
}
