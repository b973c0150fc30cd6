import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'manage-feeds',
  purpose: 'Adds, lists, removes and polls feeds on request, and takes and gives them as OPML.',
  env: ['TABLE_NAME', 'FEED_QUEUE_URL', 'FEED_ALLOWED_HOSTS'],
  memoryMb: 512,
  timeoutSeconds: 10,
} as const satisfies FunctionSpec;
