import type { TimelineQuery } from '../../timeline/query.ts';

/** A query under a name, with how it is shown and who may see it. */
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
  /** The range on which its map opens; by default, where nearly all events lie. */
  readonly opening?: { readonly from: string; readonly to: string };
  /** Order of the list on its page; absent means oldest first. */
  readonly order?: 'asc' | 'desc';
  /** Origins that may frame it; absent means any. */
  readonly frameAncestors?: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Saved timelines by slug. */
export interface TimelineRepository {
  put(timeline: Omit<SavedTimeline, 'createdAt' | 'updatedAt'>): Promise<{ created: boolean; timeline: SavedTimeline }>;
  find(slug: string): Promise<SavedTimeline | undefined>;
  remove(slug: string): Promise<boolean>;
  /** By slug. */
  list(filter: { visibility?: 'public' | 'private' }): Promise<readonly SavedTimeline[]>;
}

/** A source that is polled, with its health. */
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

/** Feeds, by id and by when they are due. */
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

/** A right of a key. */
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
  /** Absent means the default limit (shared/http/rate-limit.ts). */
  readonly requestsPerMinute?: number;
  /** Distinguishes a record of the service from a forged one, if others may write to the table (shared/http/sealed-records.ts). */
  readonly seal?: string;
}

/** API keys, never deleted, only revoked. */
export interface KeyRepository {
  create(key: KeyRecord): Promise<void>;
  find(id: string): Promise<KeyRecord | undefined>;
  list(): Promise<readonly KeyRecord[]>;
  revoke(id: string, at: string): Promise<boolean>;
}

/** Actions recorded in the audit trail. */
export type AuditAct =
  | 'article.remove'
  | 'event.create'
  | 'event.remove'
  | 'event.patch'
  | 'event.merge'
  | 'event.split'
  | 'event.undo'
  | 'feed.create'
  | 'feed.remove'
  | 'key.create'
  | 'key.revoke'
  | 'timeline.put'
  | 'timeline.remove'
  | 'timeline.token'
  | 'webhook.create'
  | 'webhook.rotate'
  | 'webhook.remove';

/** An entry of the audit trail. */
export interface AuditEntry {
  /** Of an edit: what `undo` takes. */
  readonly id?: string;
  readonly at: string;
  /** Key id of the caller. */
  readonly by: string;
  readonly act: AuditAct;
  readonly subject: string;
  readonly collection?: string;
  /** The data that undoes it. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The audit trail; entries are only ever added. */
export interface AuditRepository {
  record(entry: AuditEntry): Promise<void>;
  list(request: { subject?: string; limit: number }): Promise<readonly AuditEntry[]>;
}

/** Small records that expire: idempotency responses, rate-limit reservations, one-time tokens. Expired ones are absent from every read. */
export interface LeaseRepository {
  /** Puts only if absent or expired; otherwise returns the existing value. */
  putIfAbsent(key: string, value: unknown, expiresAt: string): Promise<{ put: boolean; value: unknown }>;
  put(key: string, value: unknown, expiresAt: string): Promise<void>;
  find(key: string): Promise<unknown>;
  /** Adds `by` to a counter that starts at 0 and expires at `expiresAt` (set when it starts); returns the new count. */
  add(key: string, by: number, expiresAt: string): Promise<number>;
  remove(key: string): Promise<boolean>;
}
