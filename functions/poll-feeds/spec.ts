import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'poll-feeds',
  purpose:
    'Puts the feeds that are due on the feed queue, one message a host, and counts those that have failed for a day.',
  env: ['TABLE_NAME', 'FEED_QUEUE_URL'],
  memoryMb: 256,
  timeoutSeconds: 30,
  table: {
    reads: ['GetItem', 'Query', 'Query byTime'],
    writes: [],
  },
} as const satisfies FunctionSpec;
