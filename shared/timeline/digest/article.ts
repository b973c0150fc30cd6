import type { IsoDay } from '../../time/date-span.ts';

/** An article as a digest takes it. */
export interface DigestArticle {
  readonly id: string;
  readonly text: string;
  /** ISO date or date-time; the day in its own offset counts. Without it, what the page furniture says; relative dates need one. */
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
  /** How often the words of the query occur in it, over the root of its length in sentences; unused where there is no query. */
  readonly density: number;
}

/** The date of a sentence: a single day, or a longer interval for which the text gives no day. */
export interface MentionedSpan {
  /** Day numbers, inclusive; equal for a day. */
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
}

/** A sentence that may stand in the digest. */
export interface KeptSentence {
  readonly article: ReadArticle;
  /** Exactly as in the article's text, from `start` on: a dateline in front of it is left out by moving `start`. */
  readonly text: string;
  /** UTF-16 offsets into the article's text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Counted from 0 over the article's sentences. */
  readonly position: number;
  /** Ids of its distinct stems, stop words left out. */
  readonly terms: readonly number[];
  readonly spans: readonly MentionedSpan[];
  /** True at the front of an article where no other time is named: it may tell of the publication day. */
  readonly leads: boolean;
  /** False for what would not read well by itself: a fragment, a question, a reader's comment. It counts as a mention all the same. */
  readonly tellable: boolean;
}

export interface DigestOptions {
  /** How many dates, at most. */
  readonly dates: number;
  /** How many sentences a date, at most. */
  readonly sentences: number;
  /** Words of the subject; without them the subject is what the articles have in common. */
  readonly query?: readonly string[];
  /** Inclusive; either may be missing. */
  readonly from?: IsoDay;
  readonly to?: IsoDay;
}

/** A sentence of the digest and where it stands. */
export interface DigestSource {
  readonly articleId: string;
  readonly url?: string;
  readonly source?: string;
  readonly publishedAt?: IsoDay;
  readonly start: number;
  readonly end: number;
}

export interface DigestEntry {
  /** An ISO day, or the EDTF string of a month, a year or another stretch where the articles give no day. */
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
