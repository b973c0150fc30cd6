import { createSafePost, type PostRules, type SafePost } from '../../../shared/ingest/safe-post.ts';
import { type NastyWeb, resolveToLoopback, startNastyWeb } from './nasty-web.ts';

let web: NastyWeb;
beforeEach(async () => {
  web = await startNastyWeb();
});
afterEach(() => web.stop());

const posting = (rules: Partial<PostRules> = {}): SafePost =>
  createSafePost({
    userAgent: 'Dateline test',
    allowedHosts: web.hosts('a.test'),
    resolve: resolveToLoopback,
    timeoutMs: 3000,
    ...rules,
  });
const failing = (code: string) => expect.objectContaining({ code });

test('the body and its headers arrive, and the status comes back', async () => {
  let got = '';
  web.serve('a.test/hook', (request, response) => {
    request.on('data', (chunk) => {
      got += String(chunk);
    });
    request.on('end', () => response.writeHead(202).end());
  });
  expect(await posting()(web.url('a.test/hook'), { 'webhook-id': 'm1' }, '{"type":"x"}')).toBe(202);
  expect(got).toBe('{"type":"x"}');
  expect(web.requests[0]?.headers).toMatchObject({
    'webhook-id': 'm1',
    'user-agent': 'Dateline test',
    'content-type': 'application/json',
  });
});

test.each([
  ['the cloud’s metadata', () => 'http://169.254.169.254/latest/meta-data/'],
  ['loopback, by number', () => `http://127.0.0.1:${web.port}/`],
  ['loopback, in octal', () => `http://0177.0.0.01:${web.port}/`],
  ['loopback, in IPv6', () => `http://[::ffff:127.0.0.1]:${web.port}/`],
  ['a name of loopback', () => web.url('c.test/')],
  ['an address with a password', () => `http://user:secret@a.test:${web.port}/`],
  ['another protocol', () => 'gopher://a.test/_x'],
])('%s is refused before anything is sent', async (_what, target) => {
  await expect(posting()(target(), {}, '{}')).rejects.toEqual(failing('fetch.refused'));
  expect(web.requests).toHaveLength(0);
});

test('a redirect is answered as it is: nothing is sent to where it leads', async () => {
  web.serve('a.test/', { status: 307, headers: { location: web.url('a.test/next') } });
  expect(await posting()(web.url('a.test/'), {}, '{}')).toBe(307);
  expect(web.requests.map(({ address }) => address)).toEqual(['a.test/']);
});

test('an endless response does no harm: only its status is read', async () => {
  web.serve('a.test/', (_request, response) => {
    response.writeHead(200);
    const more = setInterval(() => response.write('x'.repeat(65_536)), 5);
    response.on('close', () => clearInterval(more));
  });
  expect(await posting()(web.url('a.test/'), {}, '{}')).toBe(200);
});

test('a receiver that never answers is given up', async () => {
  web.serve('a.test/', () => {});
  await expect(posting({ timeoutMs: 200 })(web.url('a.test/'), {}, '{}')).rejects.toEqual(failing('fetch.timeout'));
});
