import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'process-articles',
  purpose: 'Extracts the events of queued articles and writes them with their evidence.',
  env: ['TABLE_NAME'],
  memoryMb: 1769,
  timeoutSeconds: 60,
} as const satisfies FunctionSpec;
