import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { known } from './known.ts';
import { serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;

beforeAll(async () => {
  admin = await service.key({});
  await known(service, admin);
});

describe('caching:', () => {
  const READS = [
    '/v1/timelines/sample/events',
    '/v1/timelines/sample/events.csv',
    '/embed/sample',
    '/embed.js',
    '/openapi.json',
    '/v1/timelines',
  ];

  test('a read has a strong ETag, and the same read with it is 304 without a body', async () => {
    for (const path of READS) {
      const first = await service.call('GET', path);
      const { etag = '' } = first.headers;
      expect([path, etag]).toEqual([path, expect.stringMatching(/^"[\w-]+"$/)]);
      for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await service.call('GET', path, { headers: { 'if-none-match': sent } });
        expect([path, sent, again.status, again.text, again.headers.etag]).toEqual([path, sent, 304, '', etag]);
        expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
      }
      const other = await service.call('GET', path, { headers: { 'if-none-match': '"other"' } });
      expect([path, other.status]).toEqual([path, 200]);
    }
  });

  test('public reads leave every cache within a minute', async () => {
    for (const path of READS) {
      const value = (await service.call('GET', path)).headers['cache-control'] ?? '';
      const seconds = (name: string) => Number(new RegExp(`(?:^|[ ,])${name}=(\\d+)`).exec(value)?.[1] ?? Number.NaN);
      expect([path, seconds('max-age')]).toEqual([path, 0]);
      expect(seconds('s-maxage') + seconds('stale-while-revalidate')).toBeLessThanOrEqual(60);
    }
  });

  test('responses to a key or a session stay out of shared caches', async () => {
    for (const path of ['/v1/events?collection=sample', '/v1/facets?collection=sample']) {
      const { headers } = await service.call('GET', path, { key: admin });
      expect(headers['cache-control']).toMatch(/^(private|no-store)/);
      expect(headers.vary).toContain('Authorization');
    }
  });

  test('a takedown changes the ETag of every read that showed the article', async () => {
    const article = await service.call('POST', '/v1/articles', {
      key: admin,
      body: { text: 'The lighthouse was lit on 1 August 1902.', collection: 'sample' },
    });
    await service.process();
    const paths = ['/v1/timelines/sample/events', '/v1/timelines/sample/events.md', '/embed/sample'];
    const before = await Promise.all(paths.map((path) => service.call('GET', path)));
    await service.call('DELETE', `/v1/articles/${article.json.id}`, { key: admin });
    for (const [at, path] of paths.entries()) {
      const after = await service.call('GET', path, { headers: { 'if-none-match': before[at]?.headers.etag ?? '' } });
      expect([path, after.status, after.text.includes('lighthouse')]).toEqual([path, 200, false]);
    }
    await service.process();
  });

  test('HEAD has the headers of GET and no body', async () => {
    const get = await service.call('GET', '/v1/timelines/sample/events');
    const head = await service.call('HEAD', '/v1/timelines/sample/events');
    expect([head.status, head.text, head.headers.etag]).toEqual([200, '', get.headers.etag]);
  });
});

test('filters are combined with AND: two tags match events with both, two modalities match none', async () => {
  const count = async (query: string): Promise<number> =>
    (await service.call('GET', `/v1/events?collection=sample&${query}`, { key: admin })).json.events.length;
  const total = async (query: string): Promise<number> =>
    (await service.call('GET', `/v1/overview?collection=sample&${query}`, { key: admin })).json.total;
  const all = await count('tag=bridges');
  expect(all).toBeGreaterThan(1);
  for (const [query, expected] of [
    ['tag=bridges&tag=bridges', all],
    ['tag=bridges&tag=other', 0],
    ['tag=bridges&from=1937-05-12&to=1937-05-12', 1],
    ['modality=asserted&modality=planned', 0],
    ['modality=asserted&modality=asserted', await count('modality=asserted')],
  ] as const) {
    expect([query, await count(query), await total(query)]).toEqual([query, expected, expected]);
  }
});

test('a takedown is in the audit trail', async () => {
  const body = { text: 'The toll house was pulled down on 3 March 1903.', collection: 'sample' };
  const { id } = (await service.call('POST', '/v1/articles', { key: admin, body })).json;
  expect((await service.call('DELETE', `/v1/articles/${id}`, { key: admin })).status).toBe(204);
  const { entries } = (await service.call('GET', `/v1/audit?subject=${id}`, { key: admin })).json;
  expect(entries).toMatchObject([{ act: 'article.remove', by: admin.split('_')[1], collection: 'sample' }]);
});

test('a repeated takedown returns 204 to callers who may take the article down', async () => {
  const body = { text: 'The toll house was built on 3 March 1803.', collection: 'sample' };
  const { id } = (await service.call('POST', '/v1/articles', { key: admin, body })).json;
  const elsewhere = await service.key({ scopes: ['ingest'], collections: ['other'] });
  const remove = async (key: string) => (await service.call('DELETE', `/v1/articles/${id}`, { key })).status;
  expect([await remove(admin), await remove(admin), await remove(elsewhere)]).toEqual([204, 204, 404]);
  expect((await service.call('GET', `/v1/articles/${id}`, { key: admin })).status).toBe(404);
});

describe('compression:', () => {
  test('responses are compressed when the client accepts it, with an ETag of their own', async () => {
    const plain = await service.call('GET', '/embed/sample');
    const br = await service.call('GET', '/embed/sample', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    const gzip = await service.call('GET', '/embed/sample', { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.bytes).toString()).toBe(plain.text);
    expect(gunzipSync(gzip.bytes).toString()).toBe(plain.text);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(br.headers.vary).toContain('Accept-Encoding');
    expect(br.bytes.length).toBeLessThan(plain.bytes.length / 2);
  });

  test('a coding that the client refuses, and one that does not pay, are not used', async () => {
    const refused = await service.call('GET', '/embed/sample', {
      headers: { 'accept-encoding': 'br;q=0, gzip; q=0.0' },
    });
    expect(refused.headers).not.toHaveProperty('content-encoding');
    const small = await service.call('GET', '/health', { headers: { 'accept-encoding': 'br' } });
    expect(small.headers).not.toHaveProperty('content-encoding');
  });
});

describe('other origins:', () => {
  test('public data is readable from any origin, opaque ones included, without the reader’s cookies', async () => {
    for (const path of [
      '/v1/timelines/sample/events',
      '/v1/timelines/sample/overview',
      '/embed.js',
      '/v1/timelines/none',
      '/v1/events',
    ]) {
      const { headers } = await service.call('GET', path, { headers: { origin: 'null' } });
      expect([path, headers['access-control-allow-origin']]).toEqual([path, '*']);
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  test('a preflight is required before a key or an ETag is sent', async () => {
    const answer = await service.call('OPTIONS', '/v1/timelines/sample/events', {
      headers: {
        origin: 'null',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': expect.stringContaining('Authorization'),
    });
  });

  test('may not write: a preflight of a write allows no method', async () => {
    const answer = await service.call('OPTIONS', '/v1/articles', {
      headers: { 'access-control-request-method': 'POST' },
    });
    expect(answer.headers['access-control-allow-methods'] ?? '').not.toContain('POST');
    const posted = await service.call('POST', '/v1/extract', { key: admin, body: { text: 'It opened in 1937.' } });
    expect(posted.headers).not.toHaveProperty('access-control-allow-origin');
  });
});
