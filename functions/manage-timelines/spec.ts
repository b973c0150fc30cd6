import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

export const spec = {
  name: 'manage-timelines',
  purpose: 'Saves, lists and removes timelines, and signs their embed tokens.',
  env: ['TABLE_NAME', 'SIGNING_SECRET_ARN', 'PUBLIC_BASE_URL'],
  memoryMb: 512,
  timeoutSeconds: 10,
} as const satisfies FunctionSpec;
