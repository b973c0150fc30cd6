import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'manage-keys',
  purpose: 'Creates, lists and revokes keys, and shows the audit.',
  env: ['TABLE_NAME'],
  memoryMb: 512,
  timeoutSeconds: 10,
} as const satisfies FunctionSpec;
