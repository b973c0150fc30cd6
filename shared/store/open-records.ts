import { auditRepository } from './records/audit-repository.ts';
import { changeLog } from './records/change-log.ts';
import { feedRepository } from './records/feed-repository.ts';
import { keyRepository } from './records/key-repository.ts';
import { leaseRepository } from './records/lease-repository.ts';
import { timelineRepository } from './records/timeline-repository.ts';
import { webhookRepository } from './records/webhook-repository.ts';
import type { Records } from './store.ts';
import { contextOf, type StoreOptions } from './table-context.ts';

/**
 * Opens everything but articles and events. A function opens the smallest part of the store that it uses (this,
 * `openArticles`, `openRepositories`, `openStore`), because its bundle contains the code.
 *
 * Rejects as `openStore` does.
 */
export function openRecords(options: StoreOptions): Records {
  const context = contextOf(options);
  return {
    timelines: timelineRepository(context),
    feeds: feedRepository(context),
    webhooks: webhookRepository(context),
    changes: changeLog(context),
    keys: keyRepository(context),
    audit: auditRepository(context),
    leases: leaseRepository(context),
    ping: () => context.table.ping(),
  };
}
