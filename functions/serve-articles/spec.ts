import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'serve-articles',
  purpose: 'Returns one article with its events, or takes it down.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 10,
} as const satisfies FunctionSpec;
