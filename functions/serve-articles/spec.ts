import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { COUNTS_REQUESTS, RECORDS_ACTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'serve-articles',
  purpose: 'Returns one article with its events, or takes it down.',
  env: ['TABLE_NAME', 'SIGNING_SECRET_ARN'],
  memoryMb: 512,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem', 'BatchGetItem', 'Query', 'Query byTime'],
    writes: [
      { actions: ['PutItem'], under: [PARTITIONS.articles] },
      { actions: ['BatchWriteItem'], under: [PARTITIONS.tasks] },
      RECORDS_ACTS,
      COUNTS_REQUESTS,
    ],
  },
} as const satisfies FunctionSpec;
