import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { HOLDS_LEASES, RECORDS_ACTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'manage-keys',
  purpose: 'Creates, lists and revokes keys, and shows the audit.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem', 'Query'],
    writes: [{ actions: ['PutItem', 'UpdateItem'], under: [PARTITIONS.apiKeys] }, RECORDS_ACTS, HOLDS_LEASES],
  },
} as const satisfies FunctionSpec;
