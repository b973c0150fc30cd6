import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'read-events',
  purpose: 'Answers event queries: pages of events, one event, the overview, the facets.',
  env: ['TABLE_NAME', 'SIGNING_SECRET_ARN'],
  memoryMb: 512,
  timeoutSeconds: 10,
} as const satisfies FunctionSpec;
