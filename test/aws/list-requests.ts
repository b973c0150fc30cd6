import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { issueConsoleToken } from '../../shared/http/console-session.ts';
import { keys } from '../../shared/store/keys.ts';
import { listOf } from '../../shared/store/lists/facet-lists.ts';
import { pageKey } from '../../shared/store/tiles/tile-page.ts';
import { TOP_PAGE } from '../../shared/timeline/pyramid/pages.ts';
import type { Account } from './account.ts';
import type { DeployedService } from './deployed-service.ts';

/** Readers of one facet by every function that shows events; the sweep then makes its list. @param collection Has a facet with many events. */
export async function requestLists(
  account: Account,
  service: DeployedService,
  collection: string,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const key = await service.key({});
  const facets = await service.call('GET', `/v1/facets?collection=${collection}&kind=keyword`, { key });
  const [facet] = facets.json.facets;
  const list = listOf(collection, facet);
  const body = { title: 'One facet', visibility: 'public', collection, query: { keywords: [facet.id] } };
  await service.call('PUT', '/v1/timelines/one-facet', { key, body });
  const { cookies } = await service.call(
    'GET',
    `/?token=${await issueConsoleToken(service.store.leases, new Date().toISOString())}`,
  );
  const headers = { cookie: cookies[0]?.split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' };
  for (const [path, ask] of [
    [`/v1/events?collection=${collection}&keyword=${encodeURIComponent(facet.id)}`, { key }],
    ['/v1/timelines/one-facet/events', {}],
    ['/embed/one-facet', {}],
    ['/timelines/one-facet', { headers }],
  ] as const) {
    const { status } = await service.call('GET', path, ask);
    if (status !== 200) wrong.push(`GET ${path}: ${status}`);
  }
  const { Item: request } = await account.table.send(
    new GetCommand({ TableName: service.tableName, Key: keys.listRequest(list) }),
  );
  if (!request) wrong.push(`nobody requested ${list}`);
  await account.runSchedule('sweep-tasks', '2026-11-02T08:15:00Z');
  const { Item } = await account.table.send(
    new GetCommand({ TableName: service.tableName, Key: pageKey(list, TOP_PAGE) }),
  );
  if (!Item) wrong.push(`the sweep made no list ${list}`);
  return wrong;
}
