import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'fold-articles',
  purpose: 'Folds extracted articles, takedowns and edits into lists, tiles and the index, from the table’s stream.',
  env: ['TABLE_NAME'],
  memoryMb: 1769,
  timeoutSeconds: 120,
} as const satisfies FunctionSpec;
