import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'describe-service',
  purpose: 'Answers health, OpenAPI and the API pages, and says 404 or 405 where no route matches.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 10,
} as const satisfies FunctionSpec;
