import { createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { failing, safeFetchBench } from './safe-fetch-bench.ts';

const { web, fetching } = safeFetchBench();

describe('a response body', () => {
  const text = 'The gate was opened. '.repeat(200);
  test.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['identity', Buffer.from(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
  ])('compressed as %s is decompressed', async (encoding, body) => {
    web().serve('a.test/', { headers: { 'content-encoding': encoding }, body });
    expect((await fetching()(web().url('a.test/'))).body.toString()).toBe(text);
  });

  test('that is a gzip bomb of a gigabyte is dropped after five decompressed megabytes', async () => {
    // A thousand gzip members of a megabyte of zeros each: one megabyte on the wire.
    const member = gzipSync(Buffer.alloc(1_000_000));
    web().serve('a.test/', { headers: { 'content-encoding': 'gzip' }, body: Buffer.concat(Array(1000).fill(member)) });
    const before = process.memoryUsage().arrayBuffers;
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.too-large', /5 MB/));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  test('that is a bomb within a bomb is dropped, too', async () => {
    const body = gzipSync(gzipSync(Buffer.alloc(200_000_000)));
    web().serve('a.test/', { headers: { 'content-encoding': 'gzip, gzip' }, body });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.too-large'));
  });

  test('compressed three times over is not decompressed', async () => {
    web().serve('a.test/', {
      headers: { 'content-encoding': 'gzip, gzip, gzip' },
      body: gzipSync(gzipSync(gzipSync('x'))),
    });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.bad-answer', /3 times over/));
  });

  test('without end is dropped at five megabytes', async () => {
    let sent = 0;
    web().serve('a.test/', (_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(100_000, 'x'))) sent += 100_000;
        sent += 100_000;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.too-large'));
    expect(sent).toBeLessThan(20_000_000);
  });

  test('whose compressed bytes decompress to nothing is counted as it arrives', async () => {
    const nothing = gzipSync('');
    let sent = 0;
    web().serve('a.test/', (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const more = () => {
        const many = Buffer.concat(Array(5000).fill(nothing));
        while (!response.destroyed && sent < 30_000_000 && response.write(many)) sent += many.length;
        sent += many.length;
        if (sent >= 30_000_000) response.end();
        else if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.too-large'));
    expect(sent).toBeLessThan(20_000_000);
  });

  test('with too large a Content-Length is not read', async () => {
    web().serve('a.test/', (_request, response) => response.writeHead(200, { 'content-length': '6000000' }).write('x'));
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.too-large'));
  });

  test.each([
    ['cut off', gzipSync(text).subarray(0, 40)],
    ['garbage', Buffer.from('not gzip at all')],
  ])('that is compressed and %s is a bad response', async (_how, body) => {
    web().serve('a.test/', { headers: { 'content-encoding': 'gzip' }, body });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.bad-answer', /does not unpack/));
  });

  test('in a content coding that was not requested is a bad response', async () => {
    web().serve('a.test/', { headers: { 'content-encoding': 'zstd' }, body: 'x' });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.bad-answer', /zstd/));
  });

  test('shorter than its Content-Length is an error, not a partial response', async () => {
    web().serve('a.test/', (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('only this', () => response.destroy());
    });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(
      failing('fetch.unreachable', /broke the connection off/),
    );
  });
});

describe('time and headers', () => {
  const quick = () => fetching({ timeoutMs: 150 });
  test('a server that never responds runs into the deadline', async () => {
    web().serve('a.test/', () => {});
    await expect(quick()(web().url('a.test/'))).rejects.toEqual(
      failing('fetch.timeout', /did not answer in full within 0.15 s/),
    );
  });

  test('a server that sends one byte at a time runs into the deadline, too', async () => {
    web().serve('a.test/', (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(drip));
    });
    // Without a deadline for the whole, the drip would never end.
    await expect(quick()(web().url('a.test/'))).rejects.toEqual(failing('fetch.timeout'));
  });

  test('redirects share one deadline', async () => {
    web().serve(
      'a.test/',
      (_request, response) => void setTimeout(() => response.writeHead(302, { location: '/' }).end(), 60),
    );
    await expect(quick()(web().url('a.test/'))).rejects.toEqual(failing('fetch.timeout'));
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
  ] as const)('a server that sends %s is disconnected', async (_what, talk, code) => {
    const server = await raw(talk);
    const fetch = fetching({ allowedHosts: [`a.test:${server.port}`] });
    await expect(fetch(`http://a.test:${server.port}/`)).rejects.toEqual(failing(code));
    await server.stop();
  });

  test('a closed port is reported as such', async () => {
    const server = await raw(() => {});
    await server.stop();
    const fetch = fetching({ allowedHosts: [`a.test:${server.port}`] });
    await expect(fetch(`http://a.test:${server.port}/`)).rejects.toEqual(
      failing('fetch.unreachable', /refused the connection/),
    );
  });
});
