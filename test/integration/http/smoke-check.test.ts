import { datelineClient } from '../../../shared/http/client/client.ts';
import { smokeCheck } from '../../../shared/http/client/smoke-check.ts';
import { CHECK_COLLECTION } from '../../../shared/kernel/check-collection.ts';
import { BASE, serviceForTests } from './service.ts';

const service = serviceForTests();

beforeAll(async () => {});

/** @param sleep What happens while the check waits. */
async function check(key: string, sleep: () => Promise<void>) {
  let ticks = 0;
  const send = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const body = await request.text();
    const headers = Object.fromEntries(request.headers);
    const answer = await service.call(request.method, pathname + search, { headers, ...(body && { body }) });
    const isEmpty = [204, 304].includes(answer.status);
    return new Response(isEmpty ? null : answer.text, { status: answer.status, headers: answer.headers });
  };
  const client = datelineClient({ baseUrl: BASE, key, fetch: send });
  const steps = await smokeCheck({ client, clock: () => ticks++, sleep, id: 'one', patienceMs: 20 });
  return steps.map(({ name, problem }) => [name, problem]);
}

test('the smoke check follows an article from its sending to its takedown, and leaves nothing', async () => {
  const key = await service.key({ scopes: ['read', 'ingest'], collections: [CHECK_COLLECTION] });
  expect(await check(key, () => service.process())).toEqual([
    ['health', undefined],
    ['send', undefined],
    ['read', undefined],
    ['find', undefined],
    ['take down', undefined],
    ['gone', undefined],
  ]);
});

test('the smoke check reports an article that is not processed, and still takes it down', async () => {
  const key = await service.key({ scopes: ['read', 'ingest'], collections: [CHECK_COLLECTION] });
  expect(await check(key, async () => {})).toEqual([
    ['health', undefined],
    ['send', undefined],
    ['read', 'the article is queued'],
    ['take down', undefined],
    ['gone', undefined],
  ]);
});

test('the smoke check with a key that may not send ends there', async () => {
  const key = await service.key({ scopes: ['read'], collections: [CHECK_COLLECTION] });
  const steps = await check(key, async () => {});
  expect(steps.map(([name]) => name)).toEqual(['health', 'send']);
  expect(steps[1]?.[1]).toMatch(/scope/);
});
