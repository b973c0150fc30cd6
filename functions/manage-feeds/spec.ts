import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { HOLDS_LEASES, RECORDS_ACTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'manage-feeds',
  purpose: 'Adds, lists, removes and polls feeds on request, and takes and gives them as OPML.',
  env: ['TABLE_NAME', 'FEED_QUEUE_URL', 'FEED_ALLOWED_HOSTS'],
  memoryMb: 512,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem', 'Query'],
    writes: [{ actions: ['PutItem', 'DeleteItem'], under: [PARTITIONS.feeds] }, RECORDS_ACTS, HOLDS_LEASES],
  },
} as const satisfies FunctionSpec;
