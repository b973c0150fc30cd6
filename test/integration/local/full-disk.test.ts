import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommand, ROOT, temporaryFolder, until } from './dateline.ts';

const folder = temporaryFolder();

jest.setTimeout(180_000);
beforeAll(buildCommand);
afterAll(() => folder.remove());

const UNSHARE = ['--user', '--map-root-user', '--mount', '/bin/sh', '-c'];
const MOUNT = 'mount -t tmpfs -o size=24m tmpfs "$1"';
/** A small disk of one's own takes a mount namespace. */
const canMount = spawnSync('unshare', [...UNSHARE, MOUNT, 'sh', folder.path]).status === 0;

/** The service on a disk of 24 MB; its files are reached through the namespace of its process. */
async function serveOnSmallDisk() {
  const command = [process.execPath, join(ROOT, 'local/bin/dateline.mjs'), 'serve', '--port', '0', '--no-sample'];
  const run = `${MOUNT} && shift && exec "$@"`;
  const child = spawn(
    'unshare',
    [...UNSHARE, run, 'sh', folder.path, ...command, '--data', join(folder.path, 'data')],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  await until('the service runs', () => said.includes('Dateline runs at ') || child.exitCode !== null);
  const url = /Dateline runs at (\S+)/.exec(said)?.[1] ?? '';
  const inside = (path: string) => join(`/proc/${child.pid}/root`, folder.path, path);
  const key = readFileSync(inside('data/admin.key'), 'utf8').trim();
  const call = async (method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await fetch(url + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      json: text === '' ? {} : JSON.parse(text),
    };
  };
  return { child, call, inside, said: () => said };
}

const article = (n: number) => ({
  publishedAt: '2020-03-01',
  text: `The bridge of Town ${n} was opened on 3 May ${1900 + n}.`,
});

test('on a full disk reads go on, writes get 503, and it recovers when there is room again', async () => {
  // Where the system gives ordinary users no namespaces, there is no small disk to fill.
  if (!canMount) return;
  const { child, call, inside, said } = await serveOnSmallDisk();
  const first = await call('POST', '/v1/articles', article(1));
  expect(first.status).toBe(202);
  const isDone = (id: string) => async () => (await call('GET', `/v1/articles/${id}`)).json.status === 'done';
  await until('the first article is done', isDone(first.json.id));

  // Fill what is left, to the last block.
  const { bavail, bsize } = statfsSync(inside('.'));
  for (let blocks = bavail, n = 0; blocks >= 1; n += 1) {
    try {
      writeFileSync(inside(`ballast-${n}`), Buffer.alloc(blocks * bsize));
    } catch {
      // The part that fitted was written.
    }
    blocks = Math.min(statfsSync(inside('.')).bavail, Math.floor(blocks / 2));
  }
  const refused = await until503(call);
  expect([refused.status, refused.retryAfter]).toEqual([503, expect.any(String)]);
  // Longer than it takes to save the places in the stream.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(child.exitCode).toBeNull();
  expect((await call('GET', '/v1/events')).json.events).toHaveLength(1);
  expect((await call('GET', `/v1/articles/${first.json.id}`)).json.text).toContain('Town 1');

  for (let n = 0; n < 40; n += 1) rmSync(inside(`ballast-${n}`), { force: true });
  const after = await call('POST', '/v1/articles', article(1999));
  expect([after.status, said()]).toEqual([202, expect.any(String)]);
  await until('an article sent afterwards is done', isDone(after.json.id));
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(0);
});

/** Sends articles until one is refused: the engine's files may have some room of their own left. */
async function until503(call: Awaited<ReturnType<typeof serveOnSmallDisk>>['call']) {
  for (let n = 2; n < 400; n += 1) {
    const answer = await call('POST', '/v1/articles', article(n));
    if (answer.status !== 202) return answer;
  }
  throw new Error('the disk never was full');
}
