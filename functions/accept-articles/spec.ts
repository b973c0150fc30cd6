import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'accept-articles',
  purpose: 'Accepts an article with one write; the table’s stream does the rest.',
  env: ['TABLE_NAME', 'ARTICLE_QUEUE_URL'],
  memoryMb: 512,
  timeoutSeconds: 10,
} as const satisfies FunctionSpec;
