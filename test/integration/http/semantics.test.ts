import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { known } from './known.ts';
import { type Service, startService } from './service.ts';

let service: Service;
let admin: string;

beforeAll(async () => {
  service = await startService();
  admin = await service.key({});
  await known(service, admin);
});
afterAll(async () => service.stop());

describe('caching', () => {
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

  test('what a key or a session reads stays out of shared caches', async () => {
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
  });

  test('HEAD says what GET would, without the body', async () => {
    const get = await service.call('GET', '/v1/timelines/sample/events');
    const head = await service.call('HEAD', '/v1/timelines/sample/events');
    expect([head.status, head.text, head.headers.etag]).toEqual([200, '', get.headers.etag]);
  });
});

test('filters mean AND: two tags both, and two modalities nothing', async () => {
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

test('a takedown stands in the audit', async () => {
  const body = { text: 'The toll house was pulled down on 3 March 1903.', collection: 'sample' };
  const { id } = (await service.call('POST', '/v1/articles', { key: admin, body })).json;
  await service.call('DELETE', `/v1/articles/${id}`, { key: admin });
  const { entries } = (await service.call('GET', `/v1/audit?subject=${id}`, { key: admin })).json;
  expect(entries).toMatchObject([{ act: 'article.remove', by: admin.split('_')[1], collection: 'sample' }]);
});

describe('compression', () => {
  test('what a client can read is compressed, under an ETag of its own', async () => {
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

describe('other origins', () => {
  test('may read what is public, from opaque origins too, and never with the reader’s cookies', async () => {
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

  test('ask first before they send a key or an ETag', async () => {
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
    expect(answer.headers['access-control-allow-methods'] ?? '').toBe('');
    const posted = await service.call('POST', '/v1/extract', { key: admin, body: { text: 'It opened in 1937.' } });
    expect(posted.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('Idempotency-Key', () => {
  const wish = { scopes: ['read'], collections: ['sample'] };
  const post = (path: string, body: unknown, id: string, key = admin) =>
    service.call('POST', path, { key, body, headers: { 'idempotency-key': id } });

  test('the same key and body get the first answer again, and nothing is done twice', async () => {
    const first = await post('/v1/keys', wish, 'once');
    const again = await post('/v1/keys', wish, 'once');
    expect(again.json).toEqual(first.json);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
    const { json } = await service.call('GET', '/v1/keys', { key: admin });
    expect(json.keys.filter(({ id }: { id: string }) => id === first.json.id)).toHaveLength(1);
  });

  test('the same key with another body is refused', async () => {
    await post('/v1/keys', wish, 'twice');
    const other = await post('/v1/keys', { ...wish, scopes: ['ingest'] }, 'twice');
    expect([other.status, other.json.code, other.json.field]).toEqual([422, 'idempotency.reused', 'Idempotency-Key']);
  });

  test('a key counts for one caller and one address', async () => {
    const [mine, theirs] = [
      await post('/v1/keys', wish, 'shared'),
      await post('/v1/keys', wish, 'shared', await service.key({})),
    ];
    expect(theirs.json.id).not.toBe(mine.json.id);
    const elsewhere = await post('/v1/extract', { text: 'It opened in 1937.' }, 'shared');
    expect(elsewhere.status).toBe(200);
  });

  test('of ten requests at once one is done, and the others hear of it or of its answer', async () => {
    const good = await Promise.all(Array.from({ length: 10 }, () => post('/v1/keys', wish, 'at-once')));
    expect(new Set(good.filter(({ status }) => status === 201).map(({ json }) => json.id)).size).toBe(1);
    expect(
      good.filter(({ status }) => status !== 201).every(({ json }) => json.code === 'idempotency.in-progress'),
    ).toBe(true);
  });

  test('a request that failed may be tried again, and a day later the key is forgotten', async () => {
    const bad = await post('/v1/timelines/later/tokens', {}, 'retry');
    expect(bad.status).toBe(404);
    await service.call('PUT', '/v1/timelines/later', { key: admin, body: { title: 'Later' } });
    const token = await post('/v1/timelines/later/tokens', {}, 'retry');
    expect(token.status).toBe(201);
    service.pass(86_401);
    expect((await post('/v1/timelines/later/tokens', {}, 'retry')).headers).not.toHaveProperty('idempotency-replayed');
  });
});

describe('keys', () => {
  test('a key is shown once, and neither it nor its hash ever again', async () => {
    const { json } = await service.call('POST', '/v1/keys', { key: admin, body: { label: 'desk', scopes: ['read'] } });
    expect(json.key).toMatch(/^dl_[a-f0-9]{16}_[\w-]{43}$/);
    const secret = json.key.split('_').slice(2).join('_');
    const listed = await service.call('GET', '/v1/keys', { key: admin });
    const audit = await service.call('GET', `/v1/audit?subject=${json.id}`, { key: admin });
    for (const { text } of [listed, audit])
      expect([text.includes(secret), text.includes('hash')]).toEqual([false, false]);
    expect(JSON.stringify(await service.store.keys.find(json.id))).not.toContain(secret);
    expect(audit.json.entries[0]).toMatchObject({ act: 'key.create', subject: json.id, by: admin.split('_')[1] });
  });

  test('a revoked key is refused from its next request on, and the revoking is in the audit', async () => {
    const { json } = await service.call('POST', '/v1/keys', {
      key: admin,
      body: { scopes: ['read'], collections: ['sample'] },
    });
    const read = () => service.call('GET', '/v1/events?collection=sample', { key: json.key });
    expect((await read()).status).toBe(200);
    expect((await service.call('DELETE', `/v1/keys/${json.id}`, { key: admin })).status).toBe(204);
    expect((await read()).json.code).toBe('auth.invalid');
    const audit = await service.call('GET', `/v1/audit?subject=${json.id}`, { key: admin });
    expect(audit.json.entries.map(({ act }: { act: string }) => act)).toEqual(['key.revoke', 'key.create']);
  });

  test('a key expires when it says', async () => {
    const expiresAt = new Date(Date.now() + 86_500_000 + 60_000).toISOString();
    const { json } = await service.call('POST', '/v1/keys', {
      key: admin,
      body: { scopes: ['read'], collections: ['sample'], expiresAt },
    });
    expect((await service.call('GET', '/v1/events?collection=sample', { key: json.key })).status).toBe(200);
    service.pass(86_500 + 61);
    expect((await service.call('GET', '/v1/events?collection=sample', { key: json.key })).status).toBe(401);
  });

  test('a minute’s requests are counted down in headers, refused when they are used up, and given anew', async () => {
    const key = await service.key({ requestsPerMinute: 5 });
    const read = () => service.call('GET', '/v1/facets', { key });
    const remaining: (string | undefined)[] = [];
    for (let turn = 0; turn < 5; turn += 1) remaining.push((await read()).headers['ratelimit-remaining']);
    expect(remaining).toEqual(['4', '3', '2', '1', '0']);
    const refused = await read();
    expect([refused.status, refused.json.code]).toEqual([429, 'rate.exceeded']);
    expect(refused.headers).toMatchObject({
      'ratelimit-limit': '5',
      'ratelimit-remaining': '0',
      'ratelimit-policy': '"minute";q=5;w=60',
      'retry-after': expect.stringMatching(/^\d+$/),
    });
    service.pass(60);
    expect((await read()).status).toBe(200);
  });
});
