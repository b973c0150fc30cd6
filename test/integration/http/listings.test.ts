import { serviceForTests } from './service.ts';

// Collections and articles, for callers who may read them.

const service = serviceForTests();
let admin: string;

beforeAll(async () => {
  admin = await service.key({});
  const send = (collection: string, text: string, source: string) =>
    service.call('POST', '/v1/articles', {
      key: admin,
      body: { text, collection, source, title: text.slice(0, 20), publishedAt: '2026-01-02' },
    });
  await send('harbour', 'The quay was opened on 4 May 1931. A storm destroyed it on 2 March 1962.', 'post.example');
  await send('harbour', 'The ferry sank on 9 June 1947.', 'mail.example');
  await send('river', 'The lock was built in 1899.', 'post.example');
  await service.process();
  const failing = await send('harbour', 'The crane was sold on 3 April 1970.', 'post.example');
  const { contentHash } = (await service.store.articles.find(failing.json.id)) ?? { contentHash: '' };
  await service.store.articles.fail(failing.json.id, contentHash, 'The text could not be read in time.');
  await send('harbour', 'The tower was lit on 1 May 1981.', 'post.example');
});

test('collections are named with their events and their first and last day', async () => {
  const { json } = await service.call('GET', '/v1/collections', { key: admin });
  expect(json.collections).toEqual([
    { name: 'harbour', events: 3, first: '1931-05-04', last: '1962-03-02' },
    { name: 'main', events: 0, first: null, last: null },
    { name: 'river', events: 1, first: '1899-01-01', last: '1899-12-31' },
  ]);
});

test('a key for one collection sees no other collection', async () => {
  const key = await service.key({ scopes: ['read'], collections: ['river'] });
  const { json } = await service.call('GET', '/v1/collections', { key });
  expect(json.collections.map(({ name }: { name: string }) => name)).toEqual(['river']);
  const articles = await service.call('GET', '/v1/articles', { key });
  expect(articles.json.articles.map(({ collection }: { collection: string }) => collection)).toEqual(['river']);
  expect((await service.call('GET', '/v1/articles?collection=harbour', { key })).status).toBe(403);
});

test.each([
  ['status=failed', ['The crane was sold o']],
  ['status=queued', ['The tower was lit on']],
  ['status=done&source=post.example&collection=harbour', ['The quay was opened ']],
  [
    'collection=harbour',
    ['The tower was lit on', 'The crane was sold o', 'The ferry sank on 9 ', 'The quay was opened '],
  ],
  ['from=1999&to=1999', []],
])('articles by %s', async (query, titles) => {
  const { json } = await service.call('GET', `/v1/articles?${query}`, { key: admin });
  expect(json.articles.map(({ title }: { title: string }) => title).sort()).toEqual([...titles].sort());
});

test('pages of one article each go through all of them once, newest first', async () => {
  const seen: { id: string; changedAt: string }[] = [];
  let cursor = '';
  for (let turn = 0; turn < 20; turn++) {
    const { json } = await service.call('GET', `/v1/articles?limit=1${cursor}`, { key: admin });
    seen.push(...json.articles);
    if (json.next === null) break;
    cursor = `&cursor=${json.next}`;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
  expect(seen).toHaveLength(5);
  expect(seen.map(({ changedAt }) => changedAt)).toEqual(
    seen
      .map(({ changedAt }) => changedAt)
      .sort()
      .reverse(),
  );
});

test('a mistyped collection is not taken for an empty one: the answer names the likely one', async () => {
  for (const path of ['/v1/events', '/v1/overview']) {
    const { status, json } = await service.call('GET', `${path}?collection=harbor`, { key: admin });
    expect([status, json.code, json.field]).toEqual([404, 'collection.not-found', 'collection']);
    expect(json.detail).toContain('did you mean "harbour"');
  }
  expect((await service.call('GET', '/v1/events?collection=harbour&from=1700&to=1701', { key: admin })).status).toBe(
    200,
  );
  const stranger = await service.key({ scopes: ['read'], collections: ['river', 'harbor'] });
  const told = await service.call('GET', '/v1/events?collection=harbor', { key: stranger });
  expect(told.json.detail).not.toContain('harbour');
});

test('a failed article says why, and is no longer listed as failed when it is sent again', async () => {
  const failed = await service.call('GET', '/v1/articles?status=failed', { key: admin });
  expect(failed.json.articles[0]).toMatchObject({ status: 'failed', reason: 'The text could not be read in time.' });
  expect(failed.json.articles[0]).not.toHaveProperty('text');
  const body = {
    text: 'The crane was sold on 3 April 1970.',
    collection: 'harbour',
    source: 'post.example',
    title: 'The crane was sold o',
    publishedAt: '2026-01-02',
  };
  expect((await service.call('POST', '/v1/articles', { key: admin, body })).status).toBe(202);
  expect((await service.call('GET', '/v1/articles?status=failed', { key: admin })).json.articles).toEqual([]);
});
