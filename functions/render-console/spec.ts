import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { HOLDS_LEASES, REQUESTS_LISTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'render-console',
  purpose: 'Renders the console and exchanges its one-time link for a session.',
  env: ['TABLE_NAME', 'SIGNING_SECRET_ARN', 'PUBLIC_BASE_URL'],
  memoryMb: 512,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem', 'BatchGetItem', 'Query', 'Query byTime'],
    writes: [HOLDS_LEASES, REQUESTS_LISTS],
  },
} as const satisfies FunctionSpec;
