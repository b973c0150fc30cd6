import type { ArticleRepository } from './contract/articles.ts';
import type { EventRepository } from './contract/events.ts';
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

/** Everything that is kept. What the repositories promise is written at each of them. */
export interface Store {
  readonly articles: ArticleRepository;
  readonly events: EventRepository;
  readonly timelines: TimelineRepository;
  readonly feeds: FeedRepository;
  readonly webhooks: WebhookRepository;
  readonly changes: ChangeLog;
  readonly keys: KeyRepository;
  readonly audit: AuditRepository;
  readonly leases: LeaseRepository;
  /** Folds what was completed since into lists, tiles and index; @returns how many tasks. */
  fold(): Promise<number>;
  /** Answers when the table does; throws `store.unavailable`. */
  ping(): Promise<void>;
}
