import { issueConsoleToken, openSession } from '../../../shared/http/console-session.ts';
import { rateLimiter } from '../../../shared/http/rate-limit.ts';
import { known } from './known.ts';
import { serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;

beforeAll(async () => {
  admin = await service.key({});
  await known(service, admin);
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

  test('a key is scoped to one caller and one address', async () => {
    const [mine, theirs] = [
      await post('/v1/keys', wish, 'shared'),
      await post('/v1/keys', wish, 'shared', await service.key({})),
    ];
    expect(theirs.json.id).not.toBe(mine.json.id);
    const elsewhere = await post('/v1/extract', { text: 'It opened in 1937.' }, 'shared');
    expect(elsewhere.status).toBe(200);
  });

  test('another spelling of the header, or another cookie beside it, is the same request; another session is not', async () => {
    const send = (headers: Readonly<Record<string, string>>) =>
      service.call('POST', '/v1/keys', { body: wish, headers: { 'idempotency-key': 'spelt', ...headers } });
    const first = await send({ authorization: `Bearer ${admin}` });
    const again = await send({ authorization: `bearer  ${admin}`, cookie: 'theme=dark' });
    expect([again.status, again.json.id]).toEqual([201, first.json.id]);
    const session = async () => {
      const cookie = await openSession(
        await issueConsoleToken(service.store.leases, service.now()),
        service.store.leases,
        service.now(),
        false,
      );
      return { cookie: cookie?.split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' };
    };
    const [one, other] = [await send(await session()), await send(await session())];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.json.id).not.toBe(other.json.id);
  });

  test('an empty key is refused', async () => {
    const answer = await post('/v1/keys', wish, '');
    expect([answer.status, answer.json.field]).toEqual([400, 'Idempotency-Key']);
  });

  test('of ten concurrent requests with one key one is carried out, and the others get its response or a conflict', async () => {
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

  test('a key expires at its expiry time', async () => {
    const expiresAt = new Date(Date.now() + 86_500_000 + 60_000).toISOString();
    const { json } = await service.call('POST', '/v1/keys', {
      key: admin,
      body: { scopes: ['read'], collections: ['sample'], expiresAt },
    });
    expect((await service.call('GET', '/v1/events?collection=sample', { key: json.key })).status).toBe(200);
    service.pass(86_500 + 61);
    expect((await service.call('GET', '/v1/events?collection=sample', { key: json.key })).status).toBe(401);
  });

  test('headers count down the requests left in a minute; more are refused until the next minute', async () => {
    // All of it within one minute of the clock.
    const second = new Date(service.now()).getUTCSeconds();
    if (second > 40) service.pass(61 - second);
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

test('processes that share a key lease its requests by the hundred, and together never give more than its limit', async () => {
  const { leases } = service.store;
  let writes = 0;
  const at = service.now();
  const counted = {
    add: (...of: Parameters<typeof leases.add>) => {
      writes += 1;
      return leases.add(...of);
    },
  };
  const limiters = [1, 2, 3].map(() => rateLimiter(counted, () => at));
  const caller = { id: 'shared', kind: 'key', scopes: [], collections: [], requestsPerMinute: 250 } as const;
  let granted = 0;
  for (let turn = 0; turn < 200; turn += 1) {
    const taken = await Promise.allSettled(limiters.map((limiter) => limiter.take(caller)));
    granted += taken.filter(({ status }) => status === 'fulfilled').length;
  }
  expect(granted).toBe(250);
  // Three processes, three leases (100, 100, 50), and no more than one try each after that.
  expect(writes).toBeLessThanOrEqual(6);
});
