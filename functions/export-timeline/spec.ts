import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { COUNTS_REQUESTS, REQUESTS_LISTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'export-timeline',
  purpose: 'Answers one saved timeline in every format.',
  env: ['TABLE_NAME', 'SIGNING_SECRET_ARN', 'PUBLIC_BASE_URL'],
  memoryMb: 1024,
  timeoutSeconds: 15,
  table: {
    reads: ['GetItem', 'BatchGetItem', 'Query', 'Query byTime'],
    // Reading a stream makes the builder record changes of the collection.
    writes: [COUNTS_REQUESTS, REQUESTS_LISTS, { actions: ['PutItem'], under: [PARTITIONS.changes] }],
  },
} as const satisfies FunctionSpec;
