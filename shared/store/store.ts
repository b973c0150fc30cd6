import type { EventDate, Extraction, TimelineEvent } from '../events/event.ts';
import type { PageRequest, TimelineQuery } from '../timeline/query.ts';

/** An article as it was sent, validated and identified. */
export interface NewArticle {
  readonly collection: string;
  /** Stable per collection: a hash of the canonical URL, or of the content where there is none (shared/ingest). */
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

export type ArticleStatus = 'queued' | 'done' | 'failed';

export interface StoredArticle extends NewArticle {
  readonly status: ArticleStatus;
  /** Why it failed, safe to show. */
  readonly reason?: string;
  readonly acceptedAt: string;
  readonly language?: string;
  readonly publishedAtSource?: Extraction['publishedAtSource'];
  readonly extractorVersion?: string;
}

export interface ArticleRepository {
  /** One write accepts it. `unchanged` where the same content is there already (and puts nothing). */
  accept(article: NewArticle): Promise<{ outcome: 'created' | 'replaced' | 'unchanged'; status: ArticleStatus }>;
  find(id: string): Promise<StoredArticle | undefined>;
  /**
   * Writes what an extraction found: the article's final text, its events merged into the collection's, evidence that is gone removed.
   * Idempotent; does nothing when the article's contentHash is no longer `contentHash` (a newer version was accepted meanwhile) or the
   * article was deleted.
   */
  complete(
    id: string,
    contentHash: string,
    extraction: Extraction & { readonly text: string; readonly title?: string },
    extractorVersion: string,
  ): Promise<void>;
  fail(id: string, contentHash: string, reason: string): Promise<void>;
  /** Takedown: true if it was there. Its evidence goes, and events with no other evidence, from every read at once. */
  remove(id: string): Promise<boolean>;
  /** Ids of articles still `queued`, oldest first, over all collections: what start-up and the sweep put on the queue again. */
  queued(): AsyncIterable<{ readonly id: string; readonly contentHash: string; readonly acceptedAt: string }>;
  /** The events this article gives evidence for, each with only that article's evidence. */
  eventsOf(id: string): Promise<readonly TimelineEvent[]>;
}

export interface EventPatch {
  readonly title?: string;
  readonly date?: Pick<EventDate, 'start' | 'end' | 'edtf' | 'precision' | 'approximate'>;
  readonly hidden?: boolean;
  readonly pinned?: boolean;
  readonly importance?: number;
}

/** An event with what only editors see. */
export interface StoredEvent extends TimelineEvent {
  readonly hidden: boolean;
  readonly pinned: boolean;
  /** Tags of the articles that give its evidence. */
  readonly tags: readonly string[];
  readonly version: number;
}

export interface Bucket {
  readonly start: string;
  readonly end: string;
  readonly count: number;
  readonly top: readonly TimelineEvent[];
}

export interface Overview {
  readonly zoom: 'millennium' | 'century' | 'decade' | 'year' | 'month' | 'day';
  readonly buckets: readonly Bucket[];
  readonly total: number;
  readonly exact: boolean;
}

export interface Facet {
  readonly kind: 'entity' | 'keyword' | 'source' | 'tag';
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export interface EventRepository {
  /** Events in date order (start, then end, then id), evidence cut to the best piece; hidden ones left out. */
  list(query: TimelineQuery, page: PageRequest): Promise<{ events: readonly TimelineEvent[]; next: string | null }>;
  overview(query: TimelineQuery, buckets: number): Promise<Overview>;
  find(id: string): Promise<StoredEvent | undefined>;
  facets(request: {
    collection: string;
    prefix: string;
    kinds?: readonly Facet['kind'][];
    limit: number;
  }): Promise<readonly Facet[]>;
  /** Survives re-extraction. `undefined` where there is no such event. */
  patch(id: string, patch: EventPatch, by: string): Promise<StoredEvent | undefined>;
}

export interface SavedTimeline {
  readonly slug: string;
  readonly collection: string;
  readonly title: string;
  readonly description?: string;
  readonly theme?: string;
  readonly visibility: 'public' | 'private';
  readonly query: Omit<TimelineQuery, 'collection'>;
  readonly pinned?: readonly string[];
  readonly hidden?: readonly string[];
  /** An editor's titles by event id, for this timeline alone. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Origins that may frame it; absent means any. */
  readonly frameAncestors?: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface TimelineRepository {
  put(timeline: Omit<SavedTimeline, 'createdAt' | 'updatedAt'>): Promise<{ created: boolean; timeline: SavedTimeline }>;
  find(slug: string): Promise<SavedTimeline | undefined>;
  remove(slug: string): Promise<boolean>;
  /** By slug. */
  list(filter: { visibility?: 'public' | 'private' }): Promise<readonly SavedTimeline[]>;
}

export interface Feed {
  readonly id: string;
  readonly collection: string;
  readonly url: string;
  readonly title?: string;
  readonly tags: readonly string[];
  readonly status: 'active' | 'gone' | 'paused';
  readonly createdAt: string;
  readonly nextPollAt: string;
  readonly intervalSeconds: number;
  readonly lastPolledAt?: string;
  readonly lastSuccessAt?: string;
  /** In words a person can act on. */
  readonly lastError?: string;
  readonly failures: number;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly articlesSeen: number;
  readonly articlesPerDay?: number;
  /** Anything else the poller keeps between polls (redirect streak, recent item fingerprints …); at most 200 KB. */
  readonly memory?: Readonly<Record<string, unknown>>;
}

export interface FeedRepository {
  create(feed: Feed): Promise<{ created: boolean; feed: Feed }>;
  find(id: string): Promise<Feed | undefined>;
  list(collection?: string): Promise<readonly Feed[]>;
  remove(id: string): Promise<boolean>;
  /** Active feeds whose `nextPollAt` is not after `now`, oldest first. */
  due(now: string, limit: number): Promise<readonly Feed[]>;
  /** Takes the feed for one poll until `until`; false where another worker has it. */
  lease(id: string, now: string, until: string): Promise<boolean>;
  save(feed: Feed): Promise<void>;
}

export type Scope = 'read' | 'ingest' | 'admin';

/** A key as it is stored: never the secret, only its hash. */
export interface KeyRecord {
  readonly id: string;
  readonly hash: string;
  readonly label?: string;
  readonly scopes: readonly Scope[];
  /** `['*']` for all. */
  readonly collections: readonly string[];
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
  /** Absent means the usual allowance (shared/http/rate-limit.ts). */
  readonly requestsPerMinute?: number;
}

export interface KeyRepository {
  create(key: KeyRecord): Promise<void>;
  find(id: string): Promise<KeyRecord | undefined>;
  list(): Promise<readonly KeyRecord[]>;
  revoke(id: string, at: string): Promise<boolean>;
}

export interface AuditEntry {
  readonly at: string;
  /** Key id of who did it. */
  readonly by: string;
  /** `event.patch`, `key.create`, `article.remove`, … */
  readonly act: string;
  readonly subject: string;
  readonly collection?: string;
  /** What is needed to undo it. */
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface AuditRepository {
  record(entry: AuditEntry): Promise<void>;
  list(request: { subject?: string; limit: number }): Promise<readonly AuditEntry[]>;
}

/** Small records that expire: idempotency answers, rate-limit leases, one-time tokens. Expired ones are absent from every read. */
export interface LeaseRepository {
  /** Puts only if absent or expired; otherwise returns what is there. */
  putIfAbsent(key: string, value: unknown, expiresAt: string): Promise<{ put: boolean; value: unknown }>;
  put(key: string, value: unknown, expiresAt: string): Promise<void>;
  find(key: string): Promise<unknown>;
  /** Adds `by` to a counter that starts at 0 and expires at `expiresAt` (set when it starts); returns the new count. */
  add(key: string, by: number, expiresAt: string): Promise<number>;
  remove(key: string): Promise<boolean>;
}

export interface Store {
  readonly articles: ArticleRepository;
  readonly events: EventRepository;
  readonly timelines: TimelineRepository;
  readonly feeds: FeedRepository;
  readonly keys: KeyRepository;
  readonly audit: AuditRepository;
  readonly leases: LeaseRepository;
  /** Answers when the table does; throws `store.unavailable`. */
  ping(): Promise<void>;
}
