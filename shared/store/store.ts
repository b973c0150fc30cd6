import type { ArticleRepository } from './contract/articles.ts';
import type { EventReader, EventRepository } from './contract/events.ts';
import type {
  AuditRepository,
  FeedRepository,
  KeyRepository,
  LeaseRepository,
  TimelineRepository,
} from './contract/records.ts';
import type { ChangeLog, WebhookRepository } from './contract/webhooks.ts';

export type * from './contract/articles.ts';
export type * from './contract/events.ts';
export type * from './contract/records.ts';
export type * from './contract/webhooks.ts';

/** Everything stored beside articles and events. Each repository documents its guarantees. */
export interface Records {
  readonly timelines: TimelineRepository;
  readonly feeds: FeedRepository;
  readonly webhooks: WebhookRepository;
  readonly changes: ChangeLog;
  readonly keys: KeyRepository;
  readonly audit: AuditRepository;
  readonly leases: LeaseRepository;
  /** Answers when the table does; throws `store.unavailable`. */
  ping(): Promise<void>;
}

/** Records and articles. */
export interface Articles extends Records {
  readonly articles: ArticleRepository;
}

/** Everything that is kept, events for reading only. */
export interface Repositories extends Articles {
  readonly events: EventReader;
}

/** Everything, with editing of events and the fold. */
export interface Store extends Repositories {
  readonly events: EventRepository;
  /** Folds what was completed since into lists, tiles and index; @returns how many tasks. */
  fold(): Promise<number>;
}
