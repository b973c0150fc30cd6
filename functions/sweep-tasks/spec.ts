import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'sweep-tasks',
  purpose:
    'Finishes takedowns and batches that a stopped process left, and folds what a lost stream record left waiting.',
  env: ['TABLE_NAME'],
  memoryMb: 1769,
  timeoutSeconds: 120,
} as const satisfies FunctionSpec;
