import { serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;

beforeAll(async () => {
  admin = await service.key({});
});

const article = {
  text: 'The suspension bridge was opened on 12 May 1937. Mayor Ada Holm said the council planned to close it in 2012.',
  title: 'A bridge and its council',
  url: 'https://www.example.org/bridge?utm_source=feed',
  publishedAt: '2013-03-02',
  tags: ['bridges'],
};

test('an article becomes dated events on a public timeline', async () => {
  const accepted = await service.call('POST', '/v1/articles', { key: admin, body: article });
  expect(accepted.status).toBe(202);
  expect(accepted.json).toEqual({ id: expect.any(String), status: 'queued' });
  expect(accepted.headers.location).toBe(`/v1/articles/${accepted.json.id}`);
  await service.process();

  const read = await service.call('GET', accepted.headers.location ?? '', { key: admin });
  expect(read.json).toMatchObject({ status: 'done', text: article.text, language: 'en' });
  const opened = read.json.events.find((event: { date: { start: string } }) => event.date.start === '1937-05-12');
  expect(opened.evidence[0].sentence).toContain('suspension bridge');

  const again = await service.call('POST', '/v1/articles', { key: admin, body: article });
  expect([again.status, again.json.id]).toEqual([200, accepted.json.id]);

  const listed = await service.call('GET', '/v1/events?from=1930-01-01&to=1939-12-31', { key: admin });
  expect(listed.json.events.map((event: { id: string }) => event.id)).toEqual([opened.id]);

  const saved = await service.call('PUT', '/v1/timelines/bridges', {
    key: admin,
    body: { title: 'Bridges', visibility: 'public', query: {} },
  });
  expect(saved.status).toBe(201);
  const page = await service.call('GET', '/embed/bridges');
  expect(page.status).toBe(200);
  expect(page.text).toContain('suspension bridge');
  for (const format of [
    '.json',
    '.csv',
    '.ics',
    '.rss',
    '.jsonld',
    '.timelinejs.json',
    '.grafana.json',
    '.md',
    '.svg',
    '',
  ]) {
    const file = await service.call('GET', `/v1/timelines/bridges/events${format}`);
    expect([format, file.status, file.headers['access-control-allow-origin']]).toEqual([format, 200, '*']);
  }

  const removed = await service.call('DELETE', accepted.headers.location ?? '', { key: admin });
  expect(removed.status).toBe(204);
  expect((await service.call('GET', '/v1/events', { key: admin })).json.events).toEqual([]);
  expect((await service.call('GET', accepted.headers.location ?? '', { key: admin })).status).toBe(404);
  expect(service.errors).toEqual([]);
});

test('a one-time link starts one console session, which changes things only from its own origin', async () => {
  const { issueConsoleToken } = await import('../../../shared/http/console-session.ts');
  const token = await issueConsoleToken(service.store.leases, new Date().toISOString());
  expect((await service.call('GET', '/')).text).not.toContain('Sign out');
  const entered = await service.call('GET', `/?token=${token}`);
  expect([entered.status, entered.headers.location]).toEqual([303, '/']);
  expect(entered.cookies[0]).toMatch(/HttpOnly; SameSite=Strict; Secure$/);
  const cookie = entered.cookies[0]?.split(';')[0] ?? '';
  for (const path of ['/', '/events', '/timelines', '/feeds', '/keys']) {
    const page = await service.call('GET', path, { headers: { cookie } });
    expect([path, page.status]).toEqual([path, 200]);
  }
  expect((await service.call('GET', `/?token=${token}`)).status).toBe(200);
  expect((await service.call('GET', `/?token=${token}`)).cookies).toEqual([]);
  const elsewhere = { cookie, origin: 'http://127.0.0.1:3000' };
  const forged = await service.call('POST', '/v1/extract', {
    headers: elsewhere,
    body: { text: 'It opened in 1937.' },
  });
  expect([forged.status, forged.json.code]).toEqual([403, 'auth.cross-site']);
  const act = (headers: Record<string, string>) =>
    service.call('POST', '/v1/extract', { headers: { cookie, ...headers }, body: { text: 'It opened in 1937.' } });
  // Behind a CDN the Host is not the one that the page was loaded from; the browser's word decides.
  const behind = { host: 'api.internal', origin: 'https://dateline.test', 'sec-fetch-site': 'same-origin' };
  expect((await act(behind)).status).toBe(200);
  expect((await act({ origin: 'https://dateline.test', 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await act({})).status).toBe(403);
  const loaded = { cookie, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' };
  expect((await service.call('GET', '/v1/events', { headers: loaded })).status).toBe(401);
  expect(
    (await service.call('GET', '/v1/events', { headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status,
  ).toBe(200);
  const own = await service.call('POST', '/v1/extract', {
    headers: { cookie, origin: 'https://dateline.test' },
    body: { text: 'It opened in 1937.' },
  });
  expect(own.status).toBe(200);
});
