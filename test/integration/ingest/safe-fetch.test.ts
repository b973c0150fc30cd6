import { startNastyWeb } from './nasty-web.ts';
import { failing, safeFetchBench } from './safe-fetch-bench.ts';

const { web, fetching } = safeFetchBench();

describe('addresses', () => {
  test('a loopback address is refused unless the operator allows it', async () => {
    web().serve('c.test/', { body: 'secret' });
    await expect(fetching()(web().url('c.test/'))).rejects.toEqual(
      failing('fetch.refused', /private, local or reserved/),
    );
    expect(web().requests).toHaveLength(0);
  });

  test.each([
    ['the cloud’s metadata', () => 'http://169.254.169.254/latest/meta-data/iam/security-credentials/'],
    ['the cloud’s metadata in decimal', () => 'http://2852039166/latest/meta-data/'],
    ['loopback, by number', () => `http://127.0.0.1:${web().port}/`],
    ['loopback, in octal', () => `http://0177.0.0.01:${web().port}/`],
    ['loopback, in IPv6', () => `http://[::ffff:127.0.0.1]:${web().port}/`],
    ['loopback, by a name', () => web().url('c.test/')],
    ['a file', () => 'file:///etc/passwd'],
    ['another protocol', () => 'gopher://a.test/_x'],
  ])('a redirect to %s is refused', async (_what, target) => {
    web().serve('c.test/', { body: 'secret' });
    web().serve('127.0.0.1/', { body: 'secret' });
    web().serve('a.test/', { status: 302, headers: { location: target() } });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.refused'));
    expect(web().requests.map(({ address }) => address)).toEqual(['a.test/']);
  });

  test('every redirect is checked like the first address', async () => {
    web().serve('a.test/', { status: 301, headers: { location: web().url('b.test/') } });
    web().serve('b.test/', { status: 307, headers: { location: '/next' } });
    web().serve('b.test/next', { status: 308, headers: { location: `http://127.0.0.1:${web().port}/` } });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.refused'));
    expect(web().requests).toHaveLength(3);
  });

  test('a host name is resolved once, and the connection goes to the checked address (DNS rebinding)', async () => {
    // 127.0.0.2 stands for a public server, 127.0.0.1 for what must not be reached; both listen on the same port.
    const good = await startNastyWeb('127.0.0.2', web().port);
    good.serve('rebind.test/', { body: 'public' });
    web().serve('rebind.test/', { body: 'secret' });
    let asked = 0;
    const fetch = fetching({
      allowedHosts: [],
      mayConnectTo: (address) => address === '127.0.0.2',
      resolve: async () => [{ address: asked++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }],
    });
    const url = web().url('rebind.test/');
    expect((await fetch(url)).body.toString()).toBe('public');
    expect(asked).toBe(1);
    await expect(fetch(url)).rejects.toEqual(failing('fetch.refused'));
    expect(web().requests).toHaveLength(0);
    await good.stop();
  });

  test('only the public addresses of a host name are tried', async () => {
    const good = await startNastyWeb('127.0.0.2', web().port);
    good.serve('both.test/', { body: 'public' });
    const fetch = fetching({
      allowedHosts: [],
      mayConnectTo: (address) => address === '127.0.0.2',
      resolve: async () => [
        { address: '127.0.0.1', family: 4 },
        { address: '127.0.0.2', family: 4 },
      ],
    });
    expect((await fetch(web().url('both.test/'))).body.toString()).toBe('public');
    await good.stop();
  });

  test('an unknown host name is reported as such', async () => {
    const fetch = fetching({
      resolve: async () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    });
    await expect(fetch(web().url('a.test/'))).rejects.toEqual(
      failing('fetch.unreachable', /no server by the name of a\.test/),
    );
  });
});

describe('redirects', () => {
  test('are followed five times, not six', async () => {
    for (let hop = 0; hop < 6; hop += 1)
      web().serve(`a.test/${hop}`, { status: 302, headers: { location: `/${hop + 1}` } });
    web().serve('a.test/6', { body: 'here' });
    expect(await fetching()(web().url('a.test/1'))).toMatchObject({ status: 200, url: web().url('a.test/6') });
    await expect(fetching()(web().url('a.test/0'))).rejects.toEqual(failing('fetch.too-many-redirects'));
  });

  test('with an endless body are followed without reading it', async () => {
    web().serve('a.test/', (_request, response) => {
      response.writeHead(302, { location: '/next' });
      const pour = setInterval(() => response.write(Buffer.alloc(100_000)), 1);
      response.on('close', () => clearInterval(pour));
    });
    web().serve('a.test/next', { body: 'here' });
    expect((await fetching()(web().url('a.test/'))).body.toString()).toBe('here');
  });

  test('that lead back to an earlier address end with an error', async () => {
    web().serve('a.test/', { status: 301, headers: { location: '/' } });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.too-many-redirects'));
  });

  test('send no validators to another host', async () => {
    web().serve('a.test/', { status: 302, headers: { location: web().url('b.test/') } });
    web().serve('b.test/', { body: 'x' });
    await fetching()(web().url('a.test/'), { 'if-none-match': '"private"' });
    expect(web().requests.map(({ headers }) => headers['if-none-match'])).toEqual(['"private"', undefined]);
  });

  test('send no cookies', async () => {
    web().serve('a.test/', { status: 302, headers: { location: '/next', 'set-cookie': 'session=1' } });
    web().serve('a.test/next', { body: 'x' });
    await fetching()(web().url('a.test/'));
    expect(web().requests[1]?.headers.cookie).toBeUndefined();
  });

  test('without a Location are returned as the response', async () => {
    web().serve('a.test/', { status: 301, body: 'where?' });
    expect(await fetching()(web().url('a.test/'))).toMatchObject({ status: 301, redirects: [] });
  });

  test('to an invalid address are a bad response', async () => {
    web().serve('a.test/', { status: 301, headers: { location: 'http://[' } });
    await expect(fetching()(web().url('a.test/'))).rejects.toEqual(failing('fetch.bad-answer'));
  });
});

test('the service identifies itself by its User-Agent', async () => {
  web().serve('a.test/', { body: 'x' });
  await fetching()(web().url('a.test/'));
  expect(web().requests[0]?.headers).toMatchObject({
    'user-agent': 'Dateline test',
    'accept-encoding': 'gzip, br, deflate',
  });
});
