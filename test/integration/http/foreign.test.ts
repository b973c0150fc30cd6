import { type Known, known } from './known.ts';
import { serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;
/** A key with every scope, for another collection. */
let stranger: string;
let ids: Known;

beforeAll(async () => {
  admin = await service.key({});
  stranger = await service.key({ scopes: ['read', 'ingest', 'admin'], collections: ['theirs'] });
  ids = await known(service, admin);
  await service.call('PUT', '/v1/timelines/secret', {
    key: admin,
    body: { title: 'Secret', visibility: 'private', collection: 'sample', query: { to: '1940-01-01' } },
  });
});

test('data of another collection answers 404, even by its id', async () => {
  const reads = [
    ['GET', `/v1/articles/${ids.article}`],
    ['DELETE', `/v1/articles/${ids.article}`],
    ['GET', `/v1/events/${ids.event}`],
    ['GET', '/v1/timelines/secret'],
    ['GET', '/v1/timelines/secret/events.csv'],
    ['GET', '/embed/secret'],
    ['DELETE', '/v1/timelines/secret'],
    ['GET', `/v1/feeds/${ids.feed}`],
    ['DELETE', `/v1/feeds/${ids.feed}`],
    ['DELETE', `/v1/keys/${ids.key}`],
  ] as const;
  for (const [method, path] of reads) {
    const answer = await service.call(method, path, { key: stranger });
    expect([method, path, answer.status]).toEqual([method, path, 404]);
  }
  expect((await service.call('GET', `/v1/articles/${ids.article}`, { key: admin })).status).toBe(200);
});

test('a request for a collection outside the key’s rights is refused, naming the collection', async () => {
  for (const path of [
    '/v1/events?collection=sample',
    '/v1/overview',
    '/v1/facets?collection=sample',
    '/v1/feeds?collection=sample',
  ]) {
    const answer = await service.call('GET', path, { key: stranger });
    expect([path, answer.status, answer.json.code, answer.json.field]).toEqual([
      path,
      403,
      'auth.collection',
      'collection',
    ]);
  }
  const posted = await service.call('POST', '/v1/articles', { key: stranger, body: { text: 'It opened in 1937.' } });
  expect([posted.status, posted.json.code]).toEqual([403, 'auth.collection']);
});

test('lists contain only public objects and those of the key’s own collections', async () => {
  const slugs = async (key?: string) =>
    (await service.call('GET', '/v1/timelines', key ? { key } : {})).json.timelines.map(
      ({ slug }: { slug: string }) => slug,
    );
  expect(await slugs()).toEqual(['sample']);
  expect(await slugs(stranger)).toEqual(['sample']);
  expect(await slugs(admin)).toEqual(['sample', 'secret']);
  expect((await service.call('GET', '/v1/keys', { key: stranger })).json.keys).toHaveLength(1);
  expect((await service.call('GET', '/v1/feeds', { key: stranger })).json.feeds).toEqual([]);
  expect((await service.call('GET', '/v1/audit', { key: stranger })).json.entries).toEqual([]);
});

test('a key cannot create a key with wider rights than its own', async () => {
  for (const collections of [['sample'], ['*'], ['theirs', 'main']]) {
    const answer = await service.call('POST', '/v1/keys', { key: stranger, body: { scopes: ['read'], collections } });
    expect([collections, answer.status]).toEqual([collections, 403]);
  }
  const own = await service.call('POST', '/v1/keys', {
    key: stranger,
    body: { scopes: ['read'], collections: ['theirs'] },
  });
  expect(own.status).toBe(201);
});

test('a slug used by a timeline of another collection cannot be taken over', async () => {
  const answer = await service.call('PUT', '/v1/timelines/sample', {
    key: stranger,
    body: { title: 'Mine now', collection: 'theirs', query: {} },
  });
  expect([answer.status, answer.json.code]).toEqual([409, 'timeline.conflict']);
});

test('a cursor opens for the query, the order and the collection that it was made for, and no other', async () => {
  const first = await service.call('GET', '/v1/events?collection=sample&limit=1', { key: admin });
  const { next } = first.json;
  expect(next).toEqual(expect.any(String));
  const good = await service.call('GET', `/v1/events?collection=sample&limit=1&cursor=${next}`, { key: admin });
  expect(good.json.events[0].id).not.toBe(first.json.events[0].id);
  const changed = next.replace(/^./, (sign: string) => (sign === 'A' ? 'B' : 'A'));
  for (const query of [
    `collection=theirs&cursor=${next}`,
    `cursor=${next}`,
    `collection=sample&order=desc&cursor=${next}`,
    `collection=sample&tag=bridges&cursor=${next}`,
    `collection=sample&cursor=${changed}`,
    `collection=sample&cursor=${next.slice(0, -2)}`,
  ]) {
    const answer = await service.call('GET', `/v1/events?${query}`, { key: admin });
    expect([query, answer.status, answer.json.code, answer.json.field]).toEqual([
      query,
      400,
      'request.bad-cursor',
      'cursor',
    ]);
  }
  const theirs = await service.call('GET', `/v1/events?collection=theirs&cursor=${next}`, { key: stranger });
  expect(theirs.json.code).toBe('request.bad-cursor');
});

test('an embed page with a broken cursor still shows the timeline', async () => {
  const page = await service.call('GET', '/embed/sample?cursor=e30.e30');
  expect([page.status, page.text.includes('old bridge')]).toEqual([200, true]);
});
