import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'sweep-tiles',
  purpose: 'Brings lists and tiles up to date where a stream record was lost, and finishes takedowns.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 300,
} as const satisfies FunctionSpec;
