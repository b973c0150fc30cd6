import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'relay-articles',
  purpose: 'Puts each newly accepted article of the table’s stream on the article queue.',
  env: ['ARTICLE_QUEUE_URL'],
  memoryMb: 256,
  timeoutSeconds: 30,
} as const satisfies FunctionSpec;
