import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { articleRepository } from './articles/article-repository.ts';
import { censusOf } from './events/census.ts';
import { eventRepository } from './events/event-repository.ts';
import { facetCatalog } from './events/facet-catalog.ts';
import { auditRepository } from './records/audit-repository.ts';
import { feedRepository } from './records/feed-repository.ts';
import { keyRepository } from './records/key-repository.ts';
import { leaseRepository } from './records/lease-repository.ts';
import { timelineRepository } from './records/timeline-repository.ts';
import { sharedTurns } from './shared-turns.ts';
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
    keys: keyRepository(context),
    audit: auditRepository(context),
    leases: leaseRepository(context),
    ping: () => context.table.ping(),
  };
}

/** What a process has learnt of a table (which classes and facets are entered, which cells are full) outlives the store object. */
const learnt = new WeakMap<DynamoDBDocumentClient, Map<string, Omit<StoreContext, 'now'>>>();

/** The context of a table, for what works on it beside the repositories: tiles, verification. */
export function contextOf({ client, tableName, now }: StoreOptions): StoreContext {
  const tables = learnt.get(client) ?? new Map<string, Omit<StoreContext, 'now'>>();
  learnt.set(client, tables);
  const known = tables.get(tableName) ?? freshContext(client, tableName, now);
  tables.set(tableName, known);
  return { ...known, now };
}

function freshContext(client: DynamoDBDocumentClient, tableName: string, now: () => string): Omit<StoreContext, 'now'> {
  const table = tableAt(client, tableName);
  return {
    table,
    census: censusOf(table, now),
    catalog: facetCatalog(table),
    settling: sharedTurns(),
    fullCells: new Set(),
    knownVersions: new Set(),
    knownCollections: new Set(),
  };
}
