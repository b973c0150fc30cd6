import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'export-timeline',
  purpose: 'Answers one saved timeline in every format.',
  env: ['TABLE_NAME', 'SIGNING_SECRET_ARN', 'PUBLIC_BASE_URL'],
  memoryMb: 1024,
  timeoutSeconds: 15,
} as const satisfies FunctionSpec;
