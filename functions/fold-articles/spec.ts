import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { BUILDS_VIEWS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'fold-articles',
  purpose: 'Folds extracted articles, takedowns and edits into lists, tiles and the index, from the table’s stream.',
  env: ['TABLE_NAME'],
  memoryMb: 1769,
  timeoutSeconds: 120,
  table: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    writes: [BUILDS_VIEWS],
  },
} as const satisfies FunctionSpec;
