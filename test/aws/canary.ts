import { setTimeout as sleep } from 'node:timers/promises';
import { SMOKE_COLLECTION } from '../../shared/http/client/smoke-check.ts';
import type { Account } from './account.ts';
import type { DeployedService } from './deployed-service.ts';

/** Runs the canary once, while the platform delivers what it causes. @returns the metrics it reported, and articles that it left. */
export async function runCanary(account: Account, service: DeployedService) {
  const key = await service.key({ scopes: ['read', 'ingest'], collections: [SMOKE_COLLECTION] });
  account.aws.keepSecret('dateline-prod-smoke-key', [key]);
  let isOver = false;
  const run = account.runSchedule('check-service', '2026-11-02T08:15:00Z').finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await service.process();
    await sleep(20);
  }
  await run;
  const lines = account.processes.get('check-service')?.log().split('\n') ?? [];
  const metrics = lines.flatMap((line) => {
    const { _aws, service: _, ...values } = line.includes('"_aws"') ? JSON.parse(line) : {};
    return _aws === undefined ? [] : [values];
  });
  const { json } = await service.call('GET', `/v1/articles?collection=${SMOKE_COLLECTION}`, { key });
  return {
    outcome: Object.assign({}, ...metrics) as Record<string, unknown>,
    left: json.articles as readonly unknown[],
  };
}
