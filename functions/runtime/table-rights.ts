import type { TableWrites } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';

const { leases, audit, auditOfSubjects } = PARTITIONS;

/** Counting a request against the limit of its key. */
export const COUNTS_REQUESTS = { actions: ['PutItem', 'UpdateItem'], under: [leases] } as const satisfies TableWrites;

/** The same, and records that expire: answers kept for an Idempotency-Key, sessions. */
export const HOLDS_LEASES = {
  actions: ['PutItem', 'UpdateItem', 'DeleteItem'],
  under: [leases],
} as const satisfies TableWrites;

/** Reading a facet that has no list: the reader requests one of the builder. */
export const REQUESTS_LISTS = { actions: ['PutItem'], under: [PARTITIONS.listRequests] } as const satisfies TableWrites;

/** Writing the audit log. */
export const RECORDS_ACTS = {
  actions: ['BatchWriteItem'],
  under: [audit, auditOfSubjects],
} as const satisfies TableWrites;

/** Folding tasks into views. One set for every function that folds: each may have to complete a batch of a stopped process. */
export const BUILDS_VIEWS = {
  actions: ['PutItem', 'DeleteItem', 'BatchWriteItem'],
  under: [
    PARTITIONS.articles,
    PARTITIONS.tasks,
    PARTITIONS.builders,
    PARTITIONS.buckets,
    PARTITIONS.lists,
    PARTITIONS.tiles,
    PARTITIONS.indexes,
    PARTITIONS.listRequests,
    PARTITIONS.versions,
    PARTITIONS.pending,
    PARTITIONS.changes,
  ],
} as const satisfies TableWrites;
