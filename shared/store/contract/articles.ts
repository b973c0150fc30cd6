import type { Extraction, TimelineEvent } from '../../events/event.ts';

/** An article as it was sent, validated and identified. */
export interface NewArticle {
  readonly collection: string;
  /** Stable per collection: a hash of the canonical URL, or of the content if there is none (shared/ingest). */
  readonly id: string;
  /** Hash of everything that extraction reads: same id and same contentHash is "the same article again". */
  readonly contentHash: string;
  readonly text?: string;
  readonly html?: string;
  readonly title?: string;
  readonly url?: string;
  readonly source?: string;
  readonly publishedAt?: string;
  readonly tags: readonly string[];
  /** The feed it came from, if any. */
  readonly feedId?: string;
}

/** Accepted and waiting, extracted, or given up. */
export type ArticleStatus = 'queued' | 'done' | 'failed';

/** An article as stored, with the results of extraction. */
export interface StoredArticle extends NewArticle {
  readonly status: ArticleStatus;
  /** Why it failed, safe to show. */
  readonly reason?: string;
  readonly acceptedAt: string;
  readonly language?: string;
  readonly publishedAtSource?: Extraction['publishedAtSource'];
  readonly extractorVersion?: string;
}

/** The result of accepting an article. */
export interface Acceptance {
  readonly outcome: 'created' | 'replaced' | 'unchanged';
  readonly status: ArticleStatus;
}

/** An article without its text, and since when it has its status. */
export interface ArticleSummary extends Omit<StoredArticle, 'text' | 'html'> {
  /** ISO date-time: accepted or put on the queue again, completed, or given up. */
  readonly changedAt: string;
}

/** Which articles to list; all parts mean AND. */
export interface ArticleListRequest {
  /** `['*']` for all. */
  readonly collections: readonly string[];
  readonly status?: ArticleStatus;
  readonly source?: string;
  /** Days of `changedAt`, UTC, inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** 1…100. */
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of articles, newest change first. It may be shorter than asked for and still have a `next`. */
export interface ArticlePage {
  readonly articles: readonly ArticleSummary[];
  readonly next: string | null;
}

/** Articles: accepted by one write, completed when their events are written. */
export interface ArticleRepository {
  /** Accepts an article by one write. `unchanged` if the same content exists already (nothing is written). */
  accept(article: NewArticle): Promise<Acceptance>;
  /** The same for articles that arrive automatically: it does not restore an article that was taken down, however long ago. */
  acceptUnlessTakenDown(article: NewArticle): Promise<Acceptance | 'taken down'>;
  find(id: string): Promise<StoredArticle | undefined>;
  list(request: ArticleListRequest): Promise<ArticlePage>;
  /** Names of the collections that articles were ever sent to, in alphabetical order. */
  collections(): Promise<readonly string[]>;
  /**
   * Writes the result of an extraction: the article's final text, its events merged into the collection's, obsolete
   * evidence removed. Idempotent; does nothing if the article's contentHash is no longer `contentHash` (a newer version
   * was accepted meanwhile) or the article was deleted.
   */
  complete(
    id: string,
    contentHash: string,
    extraction: Extraction & { readonly text: string; readonly title?: string },
    extractorVersion: string,
  ): Promise<void>;
  fail(id: string, contentHash: string, reason: string): Promise<void>;
  /**
   * Counts an attempt before it begins, so that a text that kills its process is given up before it is read again.
   *
   * @param wasTried The message was delivered before. An article that has waited for long may also have been tried.
   * @returns The number of attempts at this text that were begun and not ended, including this one; 0, without a write,
   * if there is no sign of an earlier attempt.
   */
  beginReading(article: StoredArticle, wasTried: boolean): Promise<number>;
  /** Ends a counted attempt: the process has survived it, whatever the result. */
  endReading(id: string, contentHash: string): Promise<void>;
  /**
   * Takedown: hides the article's evidence, and events with no other evidence, from every read when it returns. The
   * next fold removes them from lists, tiles and index, so counts follow. A repeated call puts the task of an
   * unfinished takedown again.
   *
   * @returns false if the article never existed.
   */
  remove(id: string): Promise<boolean>;
  /** The collection of an article, or of one that was taken down. */
  collectionOf(id: string): Promise<string | undefined>;
  /**
   * Ids of articles that are still `queued`, oldest first, over all collections, up to a limit; start-up and the sweep
   * put them on the queue again.
   */
  queued(
    atMost?: number,
  ): AsyncIterable<{ readonly id: string; readonly contentHash: string; readonly acceptedAt: string }>;
  /**
   * Queues articles of another extractor version again, oldest first: up to a limit, minus those already waiting. Call
   * it until it returns 0 and nothing is queued; each call continues where the last one stopped.
   */
  requeueOutdated(extractorVersion: string, atMost: number): Promise<number>;
  /** The events that this article is evidence for, each with only that article's evidence. */
  eventsOf(id: string): Promise<readonly TimelineEvent[]>;
}
