import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { COUNTS_REQUESTS, REQUESTS_LISTS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'render-embed',
  purpose: 'Renders the embeddable page of one timeline, and serves the widget and oEmbed.',
  env: ['TABLE_NAME', 'SIGNING_SECRET_ARN', 'PUBLIC_BASE_URL'],
  memoryMb: 1024,
  timeoutSeconds: 10,
  table: {
    reads: ['GetItem', 'BatchGetItem', 'Query', 'Query byTime'],
    writes: [COUNTS_REQUESTS, REQUESTS_LISTS],
  },
} as const satisfies FunctionSpec;
