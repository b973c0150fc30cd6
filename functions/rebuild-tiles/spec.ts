import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'rebuild-tiles',
  purpose: 'Rebuilds the tiles above events that changed, from the table’s stream.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 60,
} as const satisfies FunctionSpec;
