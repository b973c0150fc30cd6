import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { HOLDS_LEASES, RECORDS_ACTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'manage-webhooks',
  purpose: 'Adds, lists, tries and removes webhooks, changes their secrets, and shows what was delivered to them.',
  env: ['TABLE_NAME', 'WEBHOOK_QUEUE_URL', 'FEED_ALLOWED_HOSTS'],
  memoryMb: 512,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem', 'Query'],
    writes: [
      { actions: ['PutItem', 'DeleteItem'], under: [PARTITIONS.webhooks, PARTITIONS.changes] },
      { actions: ['PutItem', 'BatchWriteItem'], under: [PARTITIONS.deliveries] },
      RECORDS_ACTS,
      HOLDS_LEASES,
    ],
  },
} as const satisfies FunctionSpec;
