import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { EXTRACTOR_VERSION } from '../../shared/events/version.ts';
import { keys, SHARDS, shardOf } from '../../shared/store/keys.ts';
import { pack } from '../../shared/store/packing.ts';
import type { Account } from './account.ts';
import type { DeployedService } from './deployed-service.ts';

/** Work of the sweeps: a table of the former layout, articles of an older extractor, lost messages, and unfolded tasks. */
export async function sweepUp(account: Account, service: DeployedService, admin: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const item of formerItems())
    await account.table.send(new PutCommand({ TableName: service.tableName, Item: item }));
  const removed = await service.call('DELETE', '/v1/articles/rail', { key: admin });
  if (removed.status !== 204) wrong.push(`the takedown of a former article: ${removed.status}`);

  const text = 'The mill was closed on 4 May 1998.';
  const article = { contentHash: 'h', collection: 'main', text, publishedAt: '2026-10-30', tags: [] };
  const extraction = { text, language: 'en', events: [] } as const;
  const earlier = service.storeAt('2026-10-30T08:00:00.000Z');
  await earlier.articles.accept({ ...article, id: 'older' });
  await earlier.articles.complete('older', 'h', extraction, '1');
  await earlier.fold();
  // A builder died over a batch: the next edit of its shard finishes the batch.
  await earlier.articles.accept({ ...article, id: 'unfinished' });
  await earlier.articles.complete('unfinished', 'h', extraction, EXTRACTOR_VERSION);
  await leaveBatch(account, service.tableName, 'main');
  const body = { title: 'The weir is finished', date: '1903-05-04', collection: 'main' };
  const created = await service.call('POST', '/v1/events', { key: admin, body });
  if (created.status >= 300) wrong.push(`an event by hand over an unfinished batch: ${created.status} ${created.text}`);
  await earlier.articles.accept({ ...article, id: 'lost' });
  await earlier.articles.complete('lost', 'h', extraction, EXTRACTOR_VERSION);
  await earlier.articles.accept({ ...article, id: 'waits' });
  for (let round = 0; round < 3; round++) {
    await account.runSchedule('sweep-tasks', '2026-11-02T08:15:00Z');
    await account.runSchedule('sweep-articles', '2026-11-02T08:15:00Z');
    await service.process();
  }
  for (const id of ['older', 'unfinished', 'lost', 'waits', 'bank', 'line', 'port']) {
    const { json } = await service.call('GET', `/v1/articles/${id}`, { key: admin });
    if (json.status !== 'done' || json.extractorVersion !== EXTRACTOR_VERSION)
      wrong.push(`${id}: ${JSON.stringify(json).slice(0, 200)}`);
  }
  return wrong;
}

/** Leaves the table as a builder does that dies once it has recorded a batch of all that waits. */
async function leaveBatch({ table }: Account, TableName: string, collection: string): Promise<void> {
  const shard = shardOf(collection, SHARDS.builders);
  const waiting = new QueryCommand({
    TableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': keys.tasks(shard) },
  });
  const { Items = [] } = await table.send(waiting);
  const { Item } = await table.send(new GetCommand({ TableName, Key: keys.builder(shard) }));
  const recorded = pack({ tasks: Items.map(({ sk }) => sk), decisions: Items.map(() => 'fold'), edits: {} });
  const batch = { ...Item?.batch, number: Item?.batch.number + 1, recorded, hasViews: false };
  await table.send(new PutCommand({ TableName, Item: { ...Item, batch } }));
}

/** A table as the last release of the former layout wrote it; bytes are in base64. */
function formerItems(): readonly Record<string, unknown>[] {
  const path = join(__dirname, '../integration/store/former-layout/former-layout.json');
  const { items } = JSON.parse(readFileSync(path, 'utf8')) as { items: Record<string, unknown>[] };
  const decoded = (value: unknown): unknown => {
    const { base64 } = Object(value) as { readonly base64?: string };
    return base64 === undefined ? value : Buffer.from(base64, 'base64');
  };
  return items.map((item) => Object.fromEntries(Object.entries(item).map(([name, value]) => [name, decoded(value)])));
}

/** Events that cannot be delivered go to the dead-letter queue. @returns The failures, as the platform reports them. */
export async function setAside(account: Account, service: DeployedService): Promise<readonly string[]> {
  const admin = await service.key({});
  const told: string[] = [];
  for (const name of ['relay-articles', 'fold-articles']) {
    await service.call('POST', '/v1/articles', {
      key: admin,
      body: { text: `The dam of ${name} broke on 2 May 1961.` },
    });
    account.aws.failOn(({ caller }) => caller === name);
    told.push(...(await account.settle()));
    account.aws.failOn(() => false);
    await account.settle();
  }
  return told.map((line) => line.split(':')[0] ?? '');
}
