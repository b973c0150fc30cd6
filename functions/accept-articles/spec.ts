import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { HOLDS_LEASES } from '../runtime/table-rights.ts';

export const spec = {
  name: 'accept-articles',
  purpose: 'Accepts an article with one write; the table’s stream does the rest.',
  env: ['TABLE_NAME', 'ARTICLE_QUEUE_URL'],
  memoryMb: 512,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem'],
    writes: [
      { actions: ['PutItem', 'BatchWriteItem'], under: [PARTITIONS.articles, PARTITIONS.collections] },
      HOLDS_LEASES,
    ],
  },
} as const satisfies FunctionSpec;
