import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';

export const spec = {
  name: 'deliver-webhooks',
  purpose: 'Sends signed messages to webhooks, and notes when to try again what was not taken.',
  // FEED_CONTACT goes into the User-Agent; FEED_ALLOWED_HOSTS lists the private hosts that may receive deliveries. Both
  // as for fetch-feed.
  env: ['TABLE_NAME', 'FEED_CONTACT', 'FEED_ALLOWED_HOSTS'],
  memoryMb: 512,
  timeoutSeconds: 60,
  table: {
    reads: ['GetItem', 'Query', 'Query byTime'],
    writes: [
      { actions: ['PutItem', 'BatchWriteItem'], under: [PARTITIONS.deliveries] },
      { actions: ['PutItem'], under: [PARTITIONS.webhooks] },
    ],
  },
} as const satisfies FunctionSpec;
