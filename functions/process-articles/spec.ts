import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { HOLDS_LEASES } from '../runtime/table-rights.ts';

export const spec = {
  name: 'process-articles',
  purpose: 'Extracts the events of queued articles and writes them with their evidence.',
  // LANGUAGE_MODEL: settings of a language model as JSON, or `none`.
  env: ['TABLE_NAME', 'LANGUAGE_MODEL'],
  memoryMb: 1769,
  timeoutSeconds: 60,
  table: {
    reads: ['Query'],
    writes: [
      { actions: ['BatchWriteItem', 'UpdateItem'], under: [PARTITIONS.articles, PARTITIONS.tasks] },
      HOLDS_LEASES,
    ],
  },
} as const satisfies FunctionSpec;
