import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';

export const spec = {
  name: 'sweep-articles',
  purpose: 'Puts articles that are still queued on the queue again.',
  env: ['TABLE_NAME', 'ARTICLE_QUEUE_URL'],
  memoryMb: 256,
  timeoutSeconds: 60,
  table: {
    reads: ['GetItem', 'Query', 'Query byTime'],
    writes: [{ actions: ['UpdateItem'], under: [PARTITIONS.articles] }],
  },
} as const satisfies FunctionSpec;
