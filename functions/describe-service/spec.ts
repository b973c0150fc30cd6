import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { COUNTS_REQUESTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'describe-service',
  purpose: 'Answers health, OpenAPI and the API pages, and says 404 or 405 where no route matches.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem'],
    writes: [COUNTS_REQUESTS],
  },
} as const satisfies FunctionSpec;
