import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { COUNTS_REQUESTS, REQUESTS_LISTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'read-events',
  purpose: 'Answers event queries: pages of events, one event, the overview, the facets.',
  env: ['TABLE_NAME', 'SIGNING_SECRET_ARN'],
  memoryMb: 512,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem', 'BatchGetItem', 'Query', 'Query byTime'],
    writes: [COUNTS_REQUESTS, REQUESTS_LISTS],
  },
} as const satisfies FunctionSpec;
