import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateline, folderForCommands, launch, type RunningService, serve, until } from './dateline.ts';

const folder = folderForCommands();

const COUNT = 100;
const article = (n: number) => ({
  id: `ignored-${n}`,
  url: `https://archive.example/${n}`,
  publishedAt: '2020-01-01',
  text: `Bridge ${n} was opened on ${1 + (n % 28)} June ${1700 + n}.`,
});

function archive(name: string, count: number, extra: readonly string[] = []): string {
  const file = join(folder.path, name);
  const lines = Array.from({ length: count }, (_, n) => JSON.stringify(article(n)));
  writeFileSync(file, [...lines, ...extra].join('\n'));
  return file;
}

async function eventCount(service: RunningService, collection: string): Promise<number> {
  let count = 0;
  for (let next: string | null = ''; next !== null; ) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const { json } = await service.call('GET', `/v1/events?collection=${collection}&limit=200${cursor}`);
    count += json.events.length;
    next = json.next;
  }
  return count;
}

test('an import killed in the middle continues at its place, and no article is doubled', async () => {
  const data = join(folder.path, 'data');
  const file = archive('archive.jsonl', COUNT);
  const args = ['import', file, '--data', data, '--collection', 'bridges'];
  const placeKept = () => {
    try {
      const [name = ''] = readdirSync(join(data, 'imports')).filter((each) => each.endsWith('.json'));
      return JSON.parse(readFileSync(join(data, 'imports', name), 'utf8')).place.lines as number;
    } catch {
      return 0;
    }
  };
  const child = launch(args);
  const exited = once(child, 'exit');
  await until('some lines settled', () => placeKept() >= 64);
  child.kill('SIGKILL');
  await exited;
  const place = placeKept();
  expect(place).toBeLessThan(COUNT);

  const { code, stdout, stderr } = await dateline(args);
  expect(code).toBe(0);
  expect(stderr).toContain(`Continuing after line ${place}.`);
  expect(stdout).toMatch(/^\d+ new, \d+ known before, 0 refused\.\n$/);
  const [fresh = 0, known = 0] = (stdout.match(/\d+/g) ?? []).map(Number);
  expect(fresh + known).toBe(COUNT);
  expect(readdirSync(join(data, 'imports'))).toEqual([]);

  expect((await dateline(args)).stdout).toBe(`0 new, ${COUNT} known before, 0 refused.\n`);
  const service = await serve(data);
  await until('every article has its event', async () => (await eventCount(service, 'bridges')) === COUNT);
  await service.end('SIGTERM');
  const verified = await dateline(['verify', '--data', data]);
  expect([verified.code, verified.stdout]).toEqual([0, 'No differences.\n']);
}, 240_000);

test('uses the service that runs on the folder, tells of lines that are refused, and goes on after them', async () => {
  const data = join(folder.path, 'served');
  const service = await serve(data);
  const file = archive('flawed.jsonl', 3, [
    '{"text": 5}',
    'no JSON',
    '{"title":"no text"}',
    JSON.stringify(article(9)),
  ]);
  const { code, stdout, stderr } = await dateline(['import', file, '--data', data]);
  expect([code, stdout]).toEqual([1, '4 new, 0 known before, 3 refused.\n']);
  expect(stderr).toMatch(/^line 4: text: /m);
  expect(stderr).toMatch(/^line 5: not JSON/m);
  expect(stderr).toMatch(/^line 6: text: /m);
  expect(await eventCount(service, 'main')).toBe(4);

  const opml = join(folder.path, 'feeds.opml');
  writeFileSync(
    opml,
    '<opml version="2.0"><body><outline type="rss" text="One" xmlUrl="https://one.example/feed"/></body></opml>',
  );
  expect((await dateline(['import', opml, '--data', data])).stdout).toMatch(
    /^1 feeds new, 0 known before, 0 refused\./,
  );
  expect((await dateline(['import', opml, '--data', data])).stdout).toMatch(
    /^0 feeds new, 1 known before, 0 refused\./,
  );
  expect((await service.call('GET', '/v1/feeds')).json.feeds).toHaveLength(1);
  writeFileSync(opml, '<opml version="2.0"><body><outline type="rss" xmlUrl="http://127.0.0.1/feed"/></body></opml>');
  const refused = await dateline(['import', opml, '--data', data]);
  expect([refused.code, refused.stdout.slice(0, 45)]).toEqual([1, '0 feeds new, 0 known before, 1 refused. The s']);
  expect(refused.stderr).toMatch(/^http:\/\/127\.0\.0\.1\/feed: /);
  await service.end('SIGTERM');
});

test('keys are made, listed and revoked on a folder, served or not', async () => {
  const data = join(folder.path, 'keys');
  const service = await serve(data);
  const made = await dateline([
    'key',
    'create',
    '--data',
    data,
    '--scope',
    'read',
    '--collection',
    'main',
    '--label',
    'wall',
  ]);
  expect(made.stdout).toMatch(/^dl_[0-9a-f]{16}_\S{43}\n$/);
  const key = made.stdout.trim();
  const ask = () => fetch(`${service.url}/v1/events`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  const id = key.split('_')[1] ?? '';
  expect((await dateline(['key', 'list', '--data', data])).stdout).toMatch(
    new RegExp(`^${id} {2}read .*main.*live.*wall$`, 'm'),
  );
  expect((await dateline(['key', 'revoke', id, '--data', data])).code).toBe(0);
  expect((await ask()).status).toBe(401);
  const link = (await dateline(['console', '--data', data])).stdout.trim();
  expect((await fetch(link, { redirect: 'manual' })).headers.get('set-cookie')).toContain('HttpOnly');
  await service.end('SIGTERM');

  expect((await dateline(['key', 'list', '--data', data])).stdout).toMatch(new RegExp(`^${id} .*revoked`, 'm'));
  const nobody = await dateline(['key', 'revoke', 'nobody', '--data', data]);
  expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('There is no key nobody')]);
  const nowhere = await dateline(['console', '--data', data]);
  expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('No service runs on')]);
});

test('denied access to a table on AWS is reported with the message of AWS', () => {
  const { stderr, status } = spawnSync(
    process.execPath,
    [join(__dirname, '../../../local/bin/dateline.mjs'), 'key', 'list', '--table', 'dateline-prod'],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        AWS_REGION: 'eu-west-1',
        AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9',
        AWS_ACCESS_KEY_ID: 'x',
        AWS_SECRET_ACCESS_KEY: 'x',
        AWS_MAX_ATTEMPTS: '1',
      },
    },
  );
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^dateline: The table dateline-prod on AWS does not answer \(.+\)\.\n$/),
  ]);
});
