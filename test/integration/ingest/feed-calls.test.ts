import { XMLParser } from 'fast-xml-parser';
import { serviceForTests } from '../http/service.ts';

const service = serviceForTests();
let key: string;
const url = 'https://news.example.org/rss';

beforeAll(async () => {
  key = await service.key({ scopes: ['ingest'] });
});
afterEach(() => expect(service.errors).toEqual([]));

const call = (method: string, path: string, body?: unknown, as = key) =>
  service.call(method, path, { key: as, ...(body === undefined ? {} : { body }) });

test('a feed is followed once, listed with its health, polled on request, and removed', async () => {
  const added = await call('POST', '/v1/feeds', { url, tags: ['city'], title: 'The News' });
  expect(added.status).toBe(201);
  expect(added.json).toMatchObject({
    url,
    tags: ['city'],
    title: 'The News',
    status: 'active',
    failures: 0,
    articlesSeen: 0,
    collection: 'main',
  });
  expect(added.headers.location).toBe(`/v1/feeds/${added.json.id}`);
  expect(Object.keys(added.json)).not.toEqual(expect.arrayContaining(['memory', 'etag']));

  const again = await call('POST', '/v1/feeds', { url, title: 'Another name' });
  expect([again.status, again.json.id, again.json.title]).toEqual([200, added.json.id, 'The News']);

  const listed = await call('GET', '/v1/feeds');
  expect(listed.json.feeds.map(({ id }: { id: string }) => id)).toEqual([added.json.id]);

  await service.store.feeds.save({ ...added.json, nextPollAt: '2030-01-01T00:00:00.000Z' });
  const polled = await call('POST', `/v1/feeds/${added.json.id}/poll`);
  expect(polled.status).toBe(202);
  expect(polled.json.nextPollAt < '2030').toBe(true);

  expect((await call('DELETE', `/v1/feeds/${added.json.id}`)).status).toBe(204);
  expect((await call('GET', `/v1/feeds/${added.json.id}`)).status).toBe(404);
  expect((await call('DELETE', `/v1/feeds/${added.json.id}`)).status).toBe(404);
});

test('a feed that its publisher ended is tried again when it is asked for again', async () => {
  const { json } = await call('POST', '/v1/feeds', { url: 'https://ended.example.org/rss' });
  await service.store.feeds.save({ ...json, status: 'gone', lastError: 'ended' });
  const again = await call('POST', '/v1/feeds', { url: 'https://ended.example.org/rss' });
  expect([again.status, again.json.status]).toEqual([200, 'active']);
});

test.each([
  ['the cloud’s metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['loopback', 'http://127.0.0.1:8787/v1/events'],
  ['loopback in octal', 'http://0177.0.0.1/'],
  ['loopback in IPv6', 'http://[::1]/'],
  ['a user name', 'https://me:secret@news.example.org/rss'],
  ['a mail server', 'http://news.example.org:25/'],
  ['another scheme', 'ftp://news.example.org/rss'],
  ['no address', 'news'],
])('%s is refused with the name of the field, and nothing is stored', async (_what, address) => {
  const before = (await service.store.feeds.list()).length;
  const answer = await call('POST', '/v1/feeds', { url: address });
  expect([answer.status, answer.json.code, answer.json.field]).toEqual([400, 'request.invalid', 'url']);
  expect(await service.store.feeds.list()).toHaveLength(before);
});

test('a key sees the feeds of its own collections only', async () => {
  const { json } = await call('POST', '/v1/feeds', { url: 'https://other.example.org/rss', collection: 'other' });
  const narrow = await service.key({ scopes: ['ingest'], collections: ['main'] });
  expect((await call('GET', `/v1/feeds/${json.id}`, undefined, narrow)).status).toBe(404);
  expect((await call('POST', `/v1/feeds/${json.id}/poll`, undefined, narrow)).status).toBe(404);
  expect((await call('DELETE', `/v1/feeds/${json.id}`, undefined, narrow)).status).toBe(404);
  expect((await call('POST', '/v1/feeds', { url, collection: 'other' }, narrow)).status).toBe(403);
  expect(
    (await call('GET', '/v1/feeds', undefined, narrow)).json.feeds.map(({ id }: { id: string }) => id),
  ).not.toContain(json.id);
  const reader = await service.key({ scopes: ['read'] });
  expect((await call('GET', '/v1/feeds', undefined, reader)).status).toBe(403);
  expect((await service.call('GET', '/v1/feeds')).status).toBe(401);
});

describe('OPML', () => {
  const opml = `<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="Asia">
    <outline text="A" xmlUrl="https://a.example.org/rss"/><outline text="B" xmlUrl="https://b.example.org/rss"/></outline>
    <outline text="inside" xmlUrl="http://10.0.0.1/rss"/></body></opml>`;

  test('is imported with folders as tags; refused addresses are listed with the reason; a second import adds nothing', async () => {
    const first = await call('POST', '/v1/feeds/import', { opml, collection: 'imported', tags: ['reader'] });
    expect(first.json).toEqual({
      imported: 2,
      existing: 0,
      refused: [{ url: 'http://10.0.0.1/rss', reason: expect.stringContaining('private') }],
    });
    expect((await call('POST', '/v1/feeds/import', { opml, collection: 'imported' })).json).toMatchObject({
      imported: 0,
      existing: 2,
    });
    const { feeds } = (await call('GET', '/v1/feeds?collection=imported')).json;
    expect(feeds.map(({ title, tags }: { title: string; tags: string[] }) => [title, tags]).sort()).toEqual([
      ['A', ['asia', 'reader']],
      ['B', ['asia', 'reader']],
    ]);
  });

  test('is exported as a valid file', async () => {
    const answer = await call('GET', '/v1/feeds.opml?collection=imported');
    expect(answer.headers['content-type']).toMatch(/^text\/x-opml/);
    const { opml: root } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(answer.text);
    expect(root.body.outline.text).toBe('asia');
    expect(root.body.outline.outline.map(({ xmlUrl }: { xmlUrl: string }) => xmlUrl).sort()).toEqual([
      'https://a.example.org/rss',
      'https://b.example.org/rss',
    ]);
  });

  test.each(['not xml', '<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>'])(
    'that is invalid is refused with the name of the field: %s',
    async (text) => {
      const answer = await call('POST', '/v1/feeds/import', { opml: text });
      expect([answer.status, answer.json.field]).toEqual([400, 'opml']);
    },
  );
});
