import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'check-service',
  purpose:
    'Sends an article of its own to the public address, finds its event, takes it down, and reports how long that took.',
  // SMOKE_KEY_SECRET: the name of the secret that holds a key with the scopes read and ingest for the collection of the check.
  env: ['PUBLIC_BASE_URL', 'SMOKE_KEY_SECRET'],
  memoryMb: 256,
  timeoutSeconds: 150,
} as const satisfies FunctionSpec;
