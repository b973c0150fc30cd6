import { setTimeout as sleep } from 'node:timers/promises';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { CHECK_COLLECTION } from '../../shared/kernel/check-collection.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import type { Account } from './account.ts';
import type { DeployedService } from './deployed-service.ts';

/**
 * Runs the canary three times, while the platform delivers what it causes.
 *
 * @returns the metrics it reported, articles that it left, and items that the third run added to the table for ever.
 */
export async function runCanary(account: Account, service: DeployedService) {
  const key = await service.key({ scopes: ['read', 'ingest'], collections: [CHECK_COLLECTION] });
  account.aws.keepSecret('dateline-prod-smoke-key', [key]);
  const run = async (time: string) => {
    let isOver = false;
    const running = account.runSchedule('check-service', time).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await service.process();
      await sleep(20);
    }
    await running;
    return lastingItems(account, service.tableName);
  };
  // whether the first run already leaves the tile of its list depends on which of its changes are folded together
  const before = [...(await run('2026-11-02T08:15:00Z')), ...(await run('2026-11-02T08:20:00Z'))];
  const added = (await run('2026-11-02T08:25:00Z')).filter((item) => !before.includes(item));
  const lines = account.processes.get('check-service')?.log().split('\n') ?? [];
  const metrics = lines.flatMap((line) => {
    const { _aws, service: _, ...values } = line.includes('"_aws"') ? JSON.parse(line) : {};
    return _aws === undefined ? [] : [values];
  });
  const { json } = await service.call('GET', `/v1/articles?collection=${CHECK_COLLECTION}`, { key });
  return {
    outcome: Object.assign({}, ...metrics) as Record<string, unknown>,
    left: json.articles as readonly unknown[],
    added,
  };
}

const SEGMENTS = PARTITIONS.indexes.replace('*', '');

/** Keys of the items that the table does not delete by itself, but for segments of the index of filters, which are merged as they become many. */
async function lastingItems({ table }: Account, tableName: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { Items = [] } of paginateScan({ client: table }, { TableName: tableName, ConsistentRead: true })) {
    found.push(
      ...Items.filter(({ expires }) => expires === undefined)
        .map(({ pk, sk }) => `${pk} ${sk}`)
        .filter((key) => !key.startsWith(SEGMENTS)),
    );
  }
  return found;
}
