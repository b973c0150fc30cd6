import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { HOLDS_LEASES } from '../runtime/table-rights.ts';

export const spec = {
  name: 'extract-article',
  purpose: 'Extracts the events of one article without storing anything.',
  env: ['TABLE_NAME'],
  memoryMb: 1024,
  timeoutSeconds: 20,
  table: {
    reads: ['GetItem'],
    writes: [HOLDS_LEASES],
  },
} as const satisfies FunctionSpec;
