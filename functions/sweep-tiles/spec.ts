import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'sweep-tiles',
  purpose: 'Rebuilds tiles that a lost stream record left stale.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 300,
} as const satisfies FunctionSpec;
