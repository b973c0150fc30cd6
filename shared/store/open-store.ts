import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { articleRepository } from './articles/article-repository.ts';
import { eventRepository } from './events/event-repository.ts';
import { auditRepository } from './records/audit-repository.ts';
import { feedRepository } from './records/feed-repository.ts';
import { keyRepository } from './records/key-repository.ts';
import { leaseRepository } from './records/lease-repository.ts';
import { timelineRepository } from './records/timeline-repository.ts';
import type { Store } from './store.ts';
import { tableAt } from './table-access.ts';

export interface StoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** ISO date-time in UTC. */
  readonly now: () => string;
}

/**
 * The store over one DynamoDB table (TABLE in table.ts), which must exist.
 *
 * Every promise of the repositories rejects with a `DatelineError`: `store.unavailable` where the table does not answer,
 * `store.busy` where it throttles longer than retries last.
 */
export function openStore({ client, tableName, now }: StoreOptions): Store {
  const table = tableAt(client, tableName);
  const context = { table, now };
  return {
    articles: articleRepository(context),
    events: eventRepository(context),
    timelines: timelineRepository(context),
    feeds: feedRepository(context),
    keys: keyRepository(context),
    audit: auditRepository(context),
    leases: leaseRepository(context),
    ping: () => table.ping(),
  };
}
