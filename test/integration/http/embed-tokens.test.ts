import { makeEmbedToken } from '../../../shared/http/embed-token.ts';
import { known } from './known.ts';
import { type Service, startService } from './service.ts';

let service: Service;
let admin: string;

beforeAll(async () => {
  service = await startService();
  admin = await service.key({});
  await known(service, admin);
  for (const slug of ['secret', 'other']) {
    await service.call('PUT', `/v1/timelines/${slug}`, {
      key: admin,
      body: {
        title: slug,
        visibility: 'private',
        collection: 'sample',
        query: { from: '1930-01-01', to: '1940-01-01' },
        frameAncestors: ['https://news.example.org'],
      },
    });
  }
});
afterAll(async () => {
  if (service.errors.length) console.error(service.errors);
  await service.stop();
});

const tokenFor = async (slug: string, expiresInSeconds = 3600): Promise<string> =>
  (await service.call('POST', `/v1/timelines/${slug}/tokens`, { key: admin, body: { expiresInSeconds } })).json.token;

test('a token opens its timeline on every read, and only private caches may store the response', async () => {
  const token = await tokenFor('secret');
  for (const path of [
    '/embed/secret',
    '/v1/timelines/secret',
    '/v1/timelines/secret/events',
    '/v1/timelines/secret/overview',
    '/v1/timelines/secret/events.ics',
  ]) {
    const answer = await service.call('GET', `${path}?token=${token}`);
    expect([path, answer.status, answer.headers['cache-control']]).toEqual([path, 200, 'private, no-cache']);
  }
  const oembed = await service.call(
    'GET',
    `/oembed?url=${encodeURIComponent(`https://dateline.test/embed/secret?token=${token}`)}`,
  );
  expect(oembed.json.html).toContain(token);
});

test('without a token a private timeline answers 404', async () => {
  for (const path of ['/embed/secret', '/v1/timelines/secret', '/v1/timelines/secret/events.csv']) {
    expect((await service.call('GET', path)).status).toBe(404);
  }
});

test('a token names one timeline, lives until it expires, and cannot be rewritten', async () => {
  const token = await tokenFor('secret', 60);
  const [payload = '', mac = ''] = token.split('.');
  const rewritten = Buffer.from(JSON.stringify({ slug: 'other', exp: 9_999_999_999 })).toString('base64url');
  const elsewhere = await makeEmbedToken('secret', '2100-01-01T00:00:00Z', async () => ['another service’s secret']);
  for (const [path, sent] of [
    ['/embed/other', token],
    ['/embed/other', `${rewritten}.${mac}`],
    ['/embed/secret', `${payload}.${mac.slice(0, -1)}`],
    ['/embed/secret', elsewhere],
    ['/embed/secret', 'x'],
    ['/embed/nowhere', 'x'],
  ]) {
    const answer = await service.call('GET', `${path}?token=${sent}`);
    expect([path, answer.status, answer.json.code]).toEqual([path, 403, 'embed-token.invalid']);
  }
  service.pass(61);
  expect((await service.call('GET', `/embed/secret?token=${token}`)).status).toBe(403);
});

test('filters of the reader narrow the saved query and never widen it', async () => {
  const token = await tokenFor('secret');
  const all = await service.call('GET', `/v1/timelines/secret/events?token=${token}`);
  const wide = await service.call('GET', `/v1/timelines/secret/events?from=-0100-01-01&to=2100-01-01&token=${token}`);
  expect(all.json.events.map(({ date }: { date: { start: string } }) => date.start)).toEqual([
    '1937-05-12',
    '1938-01-01',
  ]);
  expect(wide.json.events).toEqual(all.json.events);
  const none = await service.call('GET', `/v1/timelines/secret/events?from=1950-01-01&token=${token}`);
  expect(none.json.events).toEqual([]);
});

test('a rotated secret signs new tokens while those of the one before still open', async () => {
  const before = await tokenFor('secret');
  service.secrets.unshift('the new secret');
  const after = await tokenFor('secret');
  for (const token of [before, after])
    expect((await service.call('GET', `/embed/secret?token=${token}`)).status).toBe(200);
  service.secrets.pop();
  expect((await service.call('GET', `/embed/secret?token=${before}`)).status).toBe(403);
  expect((await service.call('GET', `/embed/secret?token=${after}`)).status).toBe(200);
});

test('only the origins that a timeline names may frame it', async () => {
  const page = await service.call('GET', `/embed/secret?token=${await tokenFor('secret')}`);
  expect(page.headers['content-security-policy']).toContain('frame-ancestors https://news.example.org');
  const anywhere = await service.call('GET', '/embed/sample');
  expect(anywhere.headers['content-security-policy']).toContain('frame-ancestors *');
});

test('a wrong link answers a browser with a page and a program with a problem document', async () => {
  const page = await service.call('GET', '/embed/nowhere', { headers: { accept: 'text/html,*/*' } });
  expect([page.status, page.headers['content-type'], page.text.startsWith('<!doctype html>')]).toEqual([
    404,
    'text/html; charset=utf-8',
    true,
  ]);
  const problem = await service.call('GET', '/embed/nowhere');
  expect(problem.headers['content-type']).toBe('application/problem+json');
});
