import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';

export const spec = {
  name: 'fetch-feed',
  purpose: 'Fetches the due feeds of one host, one after another, and accepts their new and changed articles.',
  // FEED_CONTACT: a mail or web address that the User-Agent gives to publishers. FEED_ALLOWED_HOSTS: hosts that may be fetched although
  // their address is not public (`127.0.0.1:8080,intranet.example`), or `none`.
  env: ['TABLE_NAME', 'FEED_CONTACT', 'FEED_ALLOWED_HOSTS'],
  memoryMb: 1024,
  timeoutSeconds: 300,
  table: {
    reads: ['GetItem', 'Query'],
    writes: [
      { actions: ['PutItem', 'BatchWriteItem'], under: [PARTITIONS.articles, PARTITIONS.collections] },
      { actions: ['PutItem', 'UpdateItem'], under: [PARTITIONS.feeds] },
      { actions: ['PutItem'], under: [PARTITIONS.leases] },
    ],
  },
} as const satisfies FunctionSpec;
