import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { HOLDS_LEASES, RECORDS_ACTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'manage-timelines',
  purpose: 'Saves, lists and removes timelines, and signs their embed tokens.',
  env: ['TABLE_NAME', 'SIGNING_SECRET_ARN', 'PUBLIC_BASE_URL'],
  memoryMb: 512,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem', 'Query'],
    writes: [{ actions: ['PutItem', 'DeleteItem'], under: [PARTITIONS.timelines] }, RECORDS_ACTS, HOLDS_LEASES],
  },
} as const satisfies FunctionSpec;
