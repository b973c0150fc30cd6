import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';

export const spec = {
  name: 'sweep-webhooks',
  purpose: 'Makes messages to webhooks of what has changed, and puts those that are due on the webhook queue.',
  env: ['TABLE_NAME', 'WEBHOOK_QUEUE_URL'],
  memoryMb: 512,
  timeoutSeconds: 60,
  table: {
    reads: ['GetItem', 'BatchGetItem', 'Query', 'Query byTime'],
    writes: [
      { actions: ['PutItem'], under: [PARTITIONS.deliveries] },
      { actions: ['UpdateItem', 'BatchWriteItem'], under: [PARTITIONS.changes] },
    ],
  },
} as const satisfies FunctionSpec;
