import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { HOLDS_LEASES } from '../runtime/table-rights.ts';

export const spec = {
  name: 'extract-article',
  purpose: 'Extracts the events of one article without storing anything.',
  // LANGUAGE_MODEL: settings of a language model as JSON, or `none`.
  env: ['TABLE_NAME', 'LANGUAGE_MODEL'],
  memoryMb: 1024,
  timeoutSeconds: 29,
  table: {
    reads: ['GetItem'],
    writes: [HOLDS_LEASES],
  },
} as const satisfies FunctionSpec;
