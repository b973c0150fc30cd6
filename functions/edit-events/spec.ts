import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'edit-events',
  purpose: 'Writes what editors add and correct: events by hand, patches, merges, splits, and their undoing.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 29,
} as const satisfies FunctionSpec;
