import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { articleRepository } from './articles/article-repository.ts';
import { openBuilder } from './builder/builder.ts';
import type { Builder } from './builder/contract.ts';
import { eventRepository } from './queries/event-repository.ts';
import { auditRepository } from './records/audit-repository.ts';
import { changeLog } from './records/change-log.ts';
import { feedRepository } from './records/feed-repository.ts';
import { keyRepository } from './records/key-repository.ts';
import { leaseRepository } from './records/lease-repository.ts';
import { timelineRepository } from './records/timeline-repository.ts';
import { webhookRepository } from './records/webhook-repository.ts';
import type { Store } from './store.ts';
import type { StoreContext } from './stored.ts';
import { tableAt } from './table-access.ts';

/** A table and a clock. */
export interface StoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** ISO date-time in UTC. */
  readonly now: () => string;
}

/**
 * The store over one DynamoDB table (TABLE in table.ts), which must exist.
 *
 * Every promise of the repositories rejects with a `DatelineError`: `store.unavailable` where the table does not answer, `store.busy` where it
 * throttles, or other writers keep at the same events, longer than retries last.
 */
export function openStore(options: StoreOptions): Store {
  const context = contextOf(options);
  return {
    articles: articleRepository(context),
    events: eventRepository(context),
    timelines: timelineRepository(context),
    feeds: feedRepository(context),
    webhooks: webhookRepository(context),
    changes: changeLog(context),
    keys: keyRepository(context),
    audit: auditRepository(context),
    leases: leaseRepository(context),
    fold: () => context.builder.fold(),
    ping: () => context.table.ping(),
  };
}

/** What a process has learnt of a table, and its builder, outlive the store object. */
const learnt = new WeakMap<DynamoDBDocumentClient, Map<string, { context: StoreContext }>>();

/** The context of a table, for what works on it beside the repositories. */
export function contextOf({ client, tableName, now }: StoreOptions): StoreContext {
  const tables = learnt.get(client) ?? new Map<string, { context: StoreContext }>();
  learnt.set(client, tables);
  const known = tables.get(tableName);
  if (known) {
    known.context = { ...known.context, now };
    return known.context;
  }
  const builder: Builder = openBuilder(() => kept.context);
  const kept = {
    context: {
      table: tableAt(client, tableName),
      now,
      builder,
      knownVersions: new Set<string>(),
      knownCollections: new Set<string>(),
    } as StoreContext,
  };
  tables.set(tableName, kept);
  return kept.context;
}
