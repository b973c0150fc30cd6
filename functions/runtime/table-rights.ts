import type { TableWrites } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';

const { leases, audit, auditOfSubjects } = PARTITIONS;

/** Counting a request against its key's allowance. */
export const COUNTS_REQUESTS = { actions: ['PutItem', 'UpdateItem'], under: [leases] } as const satisfies TableWrites;

/** The same, and leases that end: kept answers of an Idempotency-Key, sessions. */
export const HOLDS_LEASES = {
  actions: ['PutItem', 'UpdateItem', 'DeleteItem'],
  under: [leases],
} as const satisfies TableWrites;

/** Writing down who did what. */
export const RECORDS_ACTS = {
  actions: ['BatchWriteItem'],
  under: [audit, auditOfSubjects],
} as const satisfies TableWrites;

/**
 * Folding tasks into views. One set for every function that does so: each may have to finish any batch that a stopped process left.
 */
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
    PARTITIONS.versions,
    PARTITIONS.pending,
    PARTITIONS.changes,
  ],
} as const satisfies TableWrites;
