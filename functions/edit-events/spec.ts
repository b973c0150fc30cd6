import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { BUILDS_VIEWS, HOLDS_LEASES } from '../runtime/table-rights.ts';

export const spec = {
  name: 'edit-events',
  purpose: 'Writes what editors add and correct: events by hand, patches, merges, splits, and their undoing.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 29,
  table: {
    reads: ['GetItem', 'BatchGetItem', 'Query', 'Query byTime'],
    writes: [
      BUILDS_VIEWS,
      {
        actions: ['PutItem'],
        under: [PARTITIONS.editLogs, PARTITIONS.audit, PARTITIONS.auditOfSubjects],
      },
      { actions: ['BatchWriteItem'], under: [PARTITIONS.collections] },
      HOLDS_LEASES,
    ],
  },
} as const satisfies FunctionSpec;
