import { statSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { buildCommand, dateline, type RunningService, serve, temporaryFolder } from './dateline.ts';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
let service: RunningService;

beforeAll(async () => {
  buildCommand();
  service = await serve(data, []);
});
afterAll(async () => {
  await service.end('SIGTERM');
  folder.remove();
});

/** A request with headers that `fetch` would not send. */
async function raw(path: string, options: { method?: string; headers?: Record<string, string>; body?: Buffer } = {}) {
  const { hostname, port } = new URL(service.url);
  const { method = 'GET', headers = {}, body } = options;
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const sent = request({ host: hostname, port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test('the first start processes the samples through the real pipeline and prints the addresses', async () => {
  const said = service.said();
  expect(said).toContain('Reading the sample articles: 9 of 9');
  expect(said).toMatch(/Console {4}http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}/);
  expect(said).toContain(`Sample     ${service.url}/embed/sample`);
  expect(said).toContain('admin.key');
  const { json } = await service.call('GET', '/v1/events?collection=sample&limit=200');
  expect(json.events.length).toBeGreaterThan(50);
  const page = await fetch(`${service.url}/embed/sample`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('People and the sky');
});

test('private files can be read by their owner alone', () => {
  for (const name of ['admin.key', 'signing.secret']) expect(statSync(join(data, name)).mode & 0o777).toBe(0o600);
  expect(statSync(data).mode & 0o777).toBe(0o700);
});

test('dateline key prints the key that the service takes', async () => {
  const { stdout, code } = await dateline(['key', '--data', data]);
  expect([code, stdout]).toEqual([0, `${service.key}\n`]);
  expect((await service.call('GET', '/v1/keys')).status).toBe(200);
});

test('without a key only public data is readable', async () => {
  expect((await raw('/v1/events', { headers: { host: new URL(service.url).host } })).status).toBe(401);
  expect((await fetch(`${service.url}/v1/timelines`)).status).toBe(200);
});

test('the printed link opens the console once, and HEAD requests and prefetching do not use it up', async () => {
  const path = /http:\S+(\/\?token=\S+)/.exec(service.said())?.[1] ?? '';
  await fetch(service.url + path, { method: 'HEAD', redirect: 'manual' });
  await fetch(service.url + path, { headers: { 'sec-purpose': 'prefetch;prerender' }, redirect: 'manual' });
  const first = await fetch(service.url + path, { redirect: 'manual' });
  expect(first.headers.get('set-cookie')).toContain('HttpOnly');
  const second = await fetch(service.url + path, { redirect: 'manual' });
  expect(second.headers.get('set-cookie')).toBeNull();
});

test.each(['evil.example', 'evil.example:8787', '127.0.0.1.evil.example'])(
  'a request for the host "%s" is turned away: a rebound name must not read this machine',
  async (host) => {
    const answer = await raw('/v1/timelines', { headers: { host } });
    expect([answer.status, answer.headers['content-type']]).toEqual([421, 'application/problem+json']);
  },
);

test('requests for another spelling of the address, or another port, are refused', async () => {
  const { port } = new URL(service.url);
  const hosts = ['localhost', `localhost.:${port}`, `0.0.0.0:${port}`, `127.1:${port}`, `[::ffff:127.0.0.1]:${port}`];
  for (const host of [...hosts, `127.0.0.1:${Number(port) + 1}`, `127.0.0.1:${port}@evil.example`])
    for (const origin of ['https://evil.example', 'null', service.url]) {
      const { status, headers } = await raw('/v1/timelines', { headers: { host, origin } });
      expect([host, origin, status, headers['access-control-allow-origin']]).toEqual([host, origin, 421, undefined]);
    }
});

test('requests for localhost are accepted', async () => {
  const { port } = new URL(service.url);
  expect((await raw('/health', { headers: { host: `localhost:${port}` } })).status).toBe(200);
});

test('a request line with a whole address is answered as its path, one without a path is refused', async () => {
  const { host } = new URL(service.url);
  expect((await raw(`http://${host}/health`, { headers: { host } })).status).toBe(200);
  expect((await raw('*', { method: 'OPTIONS', headers: { host } })).status).toBe(400);
});

test('HEAD is answered as GET is, without the body', async () => {
  const host = new URL(service.url).host;
  const answer = await raw('/health', { method: 'HEAD', headers: { host } });
  expect([answer.status, answer.text]).toEqual([200, '']);
});

test('a body beyond what Lambda takes is refused, with or without its length', async () => {
  const headers = { host: new URL(service.url).host, authorization: `Bearer ${service.key}` };
  const body = Buffer.alloc(7 * 1024 * 1024, 'x');
  const named = await raw('/v1/articles', {
    method: 'POST',
    headers: { ...headers, 'content-length': '900000000' },
  }).catch(() => undefined);
  expect(named === undefined || named.status === 413).toBe(true);
  const chunked = await raw('/v1/articles', {
    method: 'POST',
    headers: { ...headers, 'transfer-encoding': 'chunked' },
    body,
  }).catch(() => undefined);
  expect(chunked === undefined || chunked.status === 413).toBe(true);
  expect((await service.call('GET', '/health')).status).toBe(200);
});

test('bytes that are no UTF-8 reach the function as they were sent', async () => {
  const answer = await raw('/v1/articles', {
    method: 'POST',
    headers: {
      host: new URL(service.url).host,
      authorization: `Bearer ${service.key}`,
      'content-type': 'application/json',
    },
    body: Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
  });
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([400, 'request.malformed']);
});

test('a second service on the same folder is refused in one sentence that names the first', async () => {
  const { code, stderr } = await dateline(['serve', '--port', '0', '--data', data]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^dateline: The data folder .* is served already, at http:\S+ .*--data\.\n$/);
});

test('a taken port is refused in one sentence that tells of --port', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const { port } = squatter.address() as { port: number };
  const other = join(folder.path, 'other');
  const { code, stderr } = await dateline(['serve', '--port', String(port), '--data', other]);
  squatter.close();
  expect([code, stderr]).toEqual([
    1,
    `dateline: Port ${port} is taken by another program: choose another with --port, for example --port ${port + 1}.\n`,
  ]);
});

test('a data folder that cannot be written is refused in one sentence that tells of --data', async () => {
  const { code, stderr } = await dateline(['serve', '--port', '0', '--data', join(data, 'admin.key', 'below')]);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^dateline: The data folder .* cannot be written \(part of the path is a file\): .*--data\.\n$/,
  );
});

test('on a platform without an engine the error says how to run DynamoDB Local and which variable to set', async () => {
  const { code, stderr } = await dateline(['serve', '--port', '0', '--data', join(folder.path, 'third')], {
    node: ['--import', 'data:text/javascript,Object.defineProperty(process,"arch",{value:"riscv64"})'],
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^dateline: .*\(@dynoxide\/linux-riscv64\).*amazon\/dynamodb-local.*DYNAMODB_ENDPOINT=http:\/\/127\.0\.0\.1:8000.*\n$/,
  );
});

test('an endpoint where no DynamoDB answers is reported', async () => {
  const { code, stderr } = await dateline(['serve', '--port', '0', '--data', join(folder.path, 'fourth')], {
    env: { DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' },
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^dateline: No DynamoDB answers at http:\/\/127\.0\.0\.1:9: .*\n$/);
});

test('in a folder where no service ever ran, the key command says how to create a key', async () => {
  const { code, stderr } = await dateline(['key', '--data', join(folder.path, 'nowhere')]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^dateline: There is no .*admin\.key: "dateline serve --data .*\n$/);
});
