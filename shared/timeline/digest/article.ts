import type { IsoDay } from '../../time/date-span.ts';

/** An input article of a digest. */
export interface DigestArticle {
  readonly id: string;
  readonly text: string;
  /** ISO date or date-time; the day in its own offset counts. Without it, the date in the page furniture is used; relative dates need one. */
  readonly publishedAt?: string;
  readonly url?: string;
  readonly source?: string;
}

/** Statistics kept of an article after reading: numbers, no text. */
export interface ReadArticle {
  readonly id: string;
  readonly url?: string;
  readonly source?: string;
  /** Publication day, in days since 1970-01-01; infinite where it is not known. */
  readonly day: number;
  /** Occurrences of the query's words, divided by the root of its length in sentences; unused without a query. */
  readonly density: number;
  /** Number of days it names that were long past when it was published. */
  readonly pastDays: number;
}

/** The date of a sentence: a single day, or a longer interval for which the text gives no day. */
export interface MentionedSpan {
  /** Day numbers, inclusive; equal for a day. */
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
}

/** A sentence that may appear in the digest. */
export interface KeptSentence {
  readonly article: ReadArticle;
  /** Exactly as in the article's text, from `start` on; a dateline before it is excluded by `start`. */
  readonly text: string;
  /** UTF-16 offsets into the article's text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Counted from 0 over the article's sentences. */
  readonly position: number;
  /** Ids of its distinct stems, stop words left out. */
  readonly terms: readonly number[];
  readonly spans: readonly MentionedSpan[];
  /** True near the start of an article if no other time is named: it may report the publication day. */
  readonly leads: boolean;
  /** False for sentences that do not read well alone: fragments, questions, reader comments. They still count as mentions. */
  readonly tellable: boolean;
}

export interface DigestOptions {
  /** Most dates. */
  readonly dates: number;
  /** Most sentences for a date. */
  readonly sentences: number;
  /** Words of the subject; by default the subject is what the articles have in common. */
  readonly query?: readonly string[];
  /** Inclusive; either may be missing. */
  readonly from?: IsoDay;
  readonly to?: IsoDay;
}

/** A sentence of the digest and its source. */
export interface DigestSource {
  readonly articleId: string;
  readonly url?: string;
  readonly source?: string;
  readonly publishedAt?: IsoDay;
  readonly start: number;
  readonly end: number;
}

export interface DigestEntry {
  /** An ISO day, or the EDTF string of a month, a year or another range if the articles give no day. */
  readonly date: string;
  readonly start: IsoDay;
  readonly end: IsoDay;
  /** 0…1 within this digest. */
  readonly importance: number;
  readonly sentences: readonly string[];
  /** One for each sentence, in the same order. */
  readonly sources: readonly DigestSource[];
}

/** In date order. */
export interface Digest {
  readonly entries: readonly DigestEntry[];
}
