import { createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { createSafeFetch, type FetchRules, type SafeFetch } from '../../../shared/ingest/safe-fetch.ts';
import { type NastyWeb, resolveToLoopback, startNastyWeb } from './nasty-web.ts';

let web: NastyWeb;
beforeEach(async () => {
  web = await startNastyWeb();
});
afterEach(() => web.stop());

const fetching = (rules: Partial<FetchRules> = {}): SafeFetch =>
  createSafeFetch({
    userAgent: 'Dateline test',
    allowedHosts: web.hosts('a.test', 'b.test'),
    resolve: resolveToLoopback,
    timeoutMs: 3000,
    ...rules,
  });
const failing = (code: string, words?: RegExp) =>
  expect.objectContaining({ code, ...(words === undefined ? {} : { message: expect.stringMatching(words) }) });

describe('addresses', () => {
  test('a name of loopback is refused unless an operator allows it', async () => {
    web.serve('c.test/', { body: 'secret' });
    await expect(fetching()(web.url('c.test/'))).rejects.toEqual(
      failing('fetch.refused', /private, local or reserved/),
    );
    expect(web.requests).toHaveLength(0);
  });

  test.each([
    ['the cloud’s metadata', () => 'http://169.254.169.254/latest/meta-data/iam/security-credentials/'],
    ['the cloud’s metadata in decimal', () => 'http://2852039166/latest/meta-data/'],
    ['loopback, by number', () => `http://127.0.0.1:${web.port}/`],
    ['loopback, in octal', () => `http://0177.0.0.01:${web.port}/`],
    ['loopback, in IPv6', () => `http://[::ffff:127.0.0.1]:${web.port}/`],
    ['loopback, by a name', () => web.url('c.test/')],
    ['a file', () => 'file:///etc/passwd'],
    ['another protocol', () => 'gopher://a.test/_x'],
  ])('a redirect to %s is refused', async (_what, target) => {
    web.serve('c.test/', { body: 'secret' });
    web.serve('127.0.0.1/', { body: 'secret' });
    web.serve('a.test/', { status: 302, headers: { location: target() } });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.refused'));
    expect(web.requests.map(({ address }) => address)).toEqual(['a.test/']);
  });

  test('the third hop is vetted like the first', async () => {
    web.serve('a.test/', { status: 301, headers: { location: web.url('b.test/') } });
    web.serve('b.test/', { status: 307, headers: { location: '/next' } });
    web.serve('b.test/next', { status: 308, headers: { location: `http://127.0.0.1:${web.port}/` } });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.refused'));
    expect(web.requests).toHaveLength(3);
  });

  test('a name that answers differently the second time is asked once: the connection goes where the vetting was', async () => {
    // 127.0.0.2 stands for a public server, 127.0.0.1 for what must not be reached; both listen on the same port.
    const good = await startNastyWeb('127.0.0.2', web.port);
    good.serve('rebind.test/', { body: 'public' });
    web.serve('rebind.test/', { body: 'secret' });
    let asked = 0;
    const fetch = fetching({
      allowedHosts: [],
      mayConnectTo: (address) => address === '127.0.0.2',
      resolve: async () => [{ address: asked++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }],
    });
    const url = web.url('rebind.test/');
    expect((await fetch(url)).body.toString()).toBe('public');
    expect(asked).toBe(1);
    await expect(fetch(url)).rejects.toEqual(failing('fetch.refused'));
    expect(web.requests).toHaveLength(0);
    await good.stop();
  });

  test('of a name with public and private addresses only the public ones are tried', async () => {
    const good = await startNastyWeb('127.0.0.2', web.port);
    good.serve('both.test/', { body: 'public' });
    const fetch = fetching({
      allowedHosts: [],
      mayConnectTo: (address) => address === '127.0.0.2',
      resolve: async () => [
        { address: '127.0.0.1', family: 4 },
        { address: '127.0.0.2', family: 4 },
      ],
    });
    expect((await fetch(web.url('both.test/'))).body.toString()).toBe('public');
    await good.stop();
  });

  test('a name that does not exist is said to', async () => {
    const fetch = fetching({
      resolve: async () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    });
    await expect(fetch(web.url('a.test/'))).rejects.toEqual(
      failing('fetch.unreachable', /no server by the name of a\.test/),
    );
  });
});

describe('redirects', () => {
  test('five are followed, six are not', async () => {
    for (let hop = 0; hop < 6; hop += 1)
      web.serve(`a.test/${hop}`, { status: 302, headers: { location: `/${hop + 1}` } });
    web.serve('a.test/6', { body: 'here' });
    expect(await fetching()(web.url('a.test/1'))).toMatchObject({ status: 200, url: web.url('a.test/6') });
    await expect(fetching()(web.url('a.test/0'))).rejects.toEqual(failing('fetch.too-many-redirects'));
  });

  test('with an endless body lead on without it', async () => {
    web.serve('a.test/', (_request, response) => {
      response.writeHead(302, { location: '/next' });
      const pour = setInterval(() => response.write(Buffer.alloc(100_000)), 1);
      response.on('close', () => clearInterval(pour));
    });
    web.serve('a.test/next', { body: 'here' });
    expect((await fetching()(web.url('a.test/'))).body.toString()).toBe('here');
  });

  test('in a circle end', async () => {
    web.serve('a.test/', { status: 301, headers: { location: '/' } });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.too-many-redirects'));
  });

  test('take no validators to another host', async () => {
    web.serve('a.test/', { status: 302, headers: { location: web.url('b.test/') } });
    web.serve('b.test/', { body: 'x' });
    await fetching()(web.url('a.test/'), { 'if-none-match': '"private"' });
    expect(web.requests.map(({ headers }) => headers['if-none-match'])).toEqual(['"private"', undefined]);
  });

  test('take no cookies anywhere', async () => {
    web.serve('a.test/', { status: 302, headers: { location: '/next', 'set-cookie': 'session=1' } });
    web.serve('a.test/next', { body: 'x' });
    await fetching()(web.url('a.test/'));
    expect(web.requests[1]?.headers['cookie']).toBeUndefined();
  });

  test('with no address in them are an answer', async () => {
    web.serve('a.test/', { status: 301, body: 'where?' });
    expect(await fetching()(web.url('a.test/'))).toMatchObject({ status: 301, redirects: [] });
  });

  test('to nonsense are a bad answer', async () => {
    web.serve('a.test/', { status: 301, headers: { location: 'http://[' } });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.bad-answer'));
  });
});

describe('bytes', () => {
  const text = 'The gate was opened. '.repeat(200);
  test.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['identity', Buffer.from(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
  ])('packed as %s are unpacked', async (encoding, body) => {
    web.serve('a.test/', { headers: { 'content-encoding': encoding }, body });
    expect((await fetching()(web.url('a.test/'))).body.toString()).toBe(text);
  });

  test('a gzip bomb of a gigabyte is dropped as soon as five megabytes of it are unpacked', async () => {
    // A thousand gzip members of a megabyte of zeros each: one megabyte on the wire.
    const member = gzipSync(Buffer.alloc(1_000_000));
    web.serve('a.test/', { headers: { 'content-encoding': 'gzip' }, body: Buffer.concat(Array(1000).fill(member)) });
    const before = process.memoryUsage().arrayBuffers;
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.too-large', /5 MB/));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  test('a bomb within a bomb, too', async () => {
    const body = gzipSync(gzipSync(Buffer.alloc(200_000_000)));
    web.serve('a.test/', { headers: { 'content-encoding': 'gzip, gzip' }, body });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.too-large'));
  });

  test('packed three times over are not unpacked', async () => {
    web.serve('a.test/', {
      headers: { 'content-encoding': 'gzip, gzip, gzip' },
      body: gzipSync(gzipSync(gzipSync('x'))),
    });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.bad-answer', /3 times over/));
  });

  test('without end are dropped at five megabytes', async () => {
    let sent = 0;
    web.serve('a.test/', (_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(100_000, 'x'))) sent += 100_000;
        sent += 100_000;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.too-large'));
    expect(sent).toBeLessThan(20_000_000);
  });

  test('that their header announces as too many are not read', async () => {
    web.serve('a.test/', (_request, response) => response.writeHead(200, { 'content-length': '6000000' }).write('x'));
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.too-large'));
  });

  test.each([
    ['cut off', gzipSync(text).subarray(0, 40)],
    ['garbage', Buffer.from('not gzip at all')],
  ])('packed and %s are a bad answer', async (_how, body) => {
    web.serve('a.test/', { headers: { 'content-encoding': 'gzip' }, body });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.bad-answer', /does not unpack/));
  });

  test('packed in a way nobody asked for are a bad answer', async () => {
    web.serve('a.test/', { headers: { 'content-encoding': 'zstd' }, body: 'x' });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(failing('fetch.bad-answer', /zstd/));
  });

  test('fewer than announced are an error, not half an answer', async () => {
    web.serve('a.test/', (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('only this', () => response.destroy());
    });
    await expect(fetching()(web.url('a.test/'))).rejects.toEqual(
      failing('fetch.unreachable', /broke the connection off/),
    );
  });
});

describe('time and headers', () => {
  const quick = () => fetching({ timeoutMs: 150 });
  test('a server that says nothing is left', async () => {
    web.serve('a.test/', () => {});
    await expect(quick()(web.url('a.test/'))).rejects.toEqual(
      failing('fetch.timeout', /did not answer in full within 0.15 s/),
    );
  });

  test('a server that drips a byte at a time is left, though it never pauses for long', async () => {
    web.serve('a.test/', (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(drip));
    });
    const began = performance.now();
    await expect(quick()(web.url('a.test/'))).rejects.toEqual(failing('fetch.timeout'));
    expect(performance.now() - began).toBeLessThan(1500);
  });

  test('redirects share one deadline', async () => {
    web.serve(
      'a.test/',
      (_request, response) => void setTimeout(() => response.writeHead(302, { location: '/' }).end(), 60),
    );
    await expect(quick()(web.url('a.test/'))).rejects.toEqual(failing('fetch.timeout'));
  });

  /** A server that speaks HTTP only as far as a test wants it to. */
  async function raw(talk: (socket: Socket) => void): Promise<{ port: number; stop: () => Promise<void> }> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('data', () => talk(socket));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = address !== null && typeof address !== 'string' ? address.port : 0;
    return {
      port,
      stop: async () => {
        for (const socket of sockets) socket.destroy();
        await new Promise((closed) => server.close(closed));
      },
    };
  }

  test.each([
    [
      'headers without end',
      (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const more = () => {
          while (!socket.destroyed && socket.write(`X-${Math.random()}: ${'y'.repeat(500)}\r\n`));
          if (!socket.destroyed) socket.once('drain', more);
        };
        more();
      },
      'fetch.bad-answer',
    ],
    [
      'one header without end',
      (socket: Socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(100_000)}`),
      'fetch.bad-answer',
    ],
    ['no HTTP at all', (socket: Socket) => socket.end('220 mail.test ESMTP\r\n'), 'fetch.unreachable'],
    ['nothing, and hangs up', (socket: Socket) => socket.destroy(), 'fetch.unreachable'],
  ] as const)('a server that sends %s is left', async (_what, talk, code) => {
    const server = await raw(talk);
    const fetch = fetching({ allowedHosts: [`a.test:${server.port}`] });
    await expect(fetch(`http://a.test:${server.port}/`)).rejects.toEqual(failing(code));
    await server.stop();
  });

  test('a closed port is said to be', async () => {
    const server = await raw(() => {});
    await server.stop();
    const fetch = fetching({ allowedHosts: [`a.test:${server.port}`] });
    await expect(fetch(`http://a.test:${server.port}/`)).rejects.toEqual(
      failing('fetch.unreachable', /refused the connection/),
    );
  });
});

test('the service says who it is', async () => {
  web.serve('a.test/', { body: 'x' });
  await fetching()(web.url('a.test/'));
  expect(web.requests[0]?.headers).toMatchObject({
    'user-agent': 'Dateline test',
    'accept-encoding': 'gzip, br, deflate',
  });
});
