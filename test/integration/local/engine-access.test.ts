import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { canIsolate, launch as launchEngine } from '../../../local/aws-emulation/engine-process.ts';
import { openTable, TABLE_NAME } from '../../../local/aws-emulation/table.ts';
import { issueConsoleToken, openSession } from '../../../shared/http/console-session.ts';
import { makeKey } from '../../../shared/http/keys.ts';
import { keys } from '../../../shared/store/keys.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import { buildCommand, dateline, ROOT, type RunningService, serve, temporaryFolder } from './dateline.ts';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
let service: RunningService;

jest.setTimeout(60_000);
beforeAll(async () => {
  buildCommand();
  service = await serve(data);
});
afterAll(async () => {
  await service.end('SIGTERM');
  folder.remove();
});

/** Processes that a process started, and theirs. */
function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** Addresses, as the kernel writes them, on which a process listens in this network namespace. */
function listening(pid: number): string[] {
  const own = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
    } catch {
      return undefined;
    }
  });
  const rows = ['tcp', 'tcp6'].flatMap((kind) => readFileSync(`/proc/self/net/${kind}`, 'utf8').split('\n').slice(1));
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && own.includes(inode))
    .map(([, address = '']) => address);
}

const endpoint = () => (JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as { engine: string }).engine;

test('no process of the engine listens where other users and web pages could reach it', async () => {
  expect(listening(service.pid)).toHaveLength(1);
  if (!(await canIsolate())) {
    // Then it says so, and hides.
    expect(service.said()).toContain('engine.reachable');
    expect(endpoint()).toMatch(/^http:\/\/127\.\d+\.\d+\.\d+:\d+$/);
    return;
  }
  const engine = descendants(service.pid);
  expect(engine.length).toBeGreaterThan(1);
  expect(engine.flatMap(listening)).toEqual([]);
  expect(endpoint()).toBe(`unix:${join(data, 'engine.sock')}`);
});

test('the engine’s files and its socket are accessible to their owner only', () => {
  for (const name of readdirSync(data).filter((file) => /dateline\.db|engine\.sock/.test(file))) {
    expect([name, statSync(join(data, name)).mode & 0o077]).toEqual([name, 0]);
  }
});

test('where there are no network namespaces, the engine listens on an address that no web page can guess', async () => {
  const binary = join(ROOT, 'node_modules/@dynoxide/linux-x64/dynoxide');
  const outcomes = await Promise.all([1, 2].map(() => launchEngine(binary, undefined, { kind: 'hidden' })));
  const hosts = outcomes.map((outcome) => ('engine' in outcome ? new URL(outcome.engine.endpoint).hostname : ''));
  await Promise.all(outcomes.map((outcome) => 'engine' in outcome && outcome.engine.stop()));
  for (const host of hosts) expect(host).toMatch(/^127\.\d+\.\d+\.\d+$/);
  expect(new Set(hosts).size).toBe(2);
});

test('a key, a link or a session written into the table by another process gives no access', async () => {
  const table = await openTable(endpoint());
  const now = new Date().toISOString();
  const store = openStore({ client: table.client, tableName: TABLE_NAME, now: () => now });
  const { key, record } = makeKey({ scopes: ['admin'], collections: ['*'] }, now);
  await store.keys.create(record);
  const forged = await fetch(`${service.url}/v1/keys`, { headers: { authorization: `Bearer ${key}` } });
  expect(forged.status).toBe(401);

  // A genuine record with a wider scope is no longer genuine.
  const made = (await service.call('POST', '/v1/keys', { scopes: ['read'], collections: ['main'] })).json;
  expect((await fetch(`${service.url}/v1/events`, { headers: { authorization: `Bearer ${made.key}` } })).status).toBe(
    200,
  );
  const kept = await store.keys.find(made.id);
  await table.client.send(
    new PutCommand({ TableName: TABLE_NAME, Item: { ...keys.apiKey(made.id), v: { ...kept, scopes: ['admin'] } } }),
  );
  expect((await fetch(`${service.url}/v1/events`, { headers: { authorization: `Bearer ${made.key}` } })).status).toBe(
    401,
  );

  const token = await issueConsoleToken(store.leases, now);
  const entered = await fetch(`${service.url}/?token=${token}`, { redirect: 'manual' });
  expect([entered.status, entered.headers.get('set-cookie')]).toEqual([200, null]);
  const cookie = await openSession(await issueConsoleToken(store.leases, now), store.leases, now, false);
  const page = await fetch(`${service.url}/keys`, { headers: { cookie: cookie?.split(';')[0] ?? '' } });
  expect(await page.text()).not.toContain(record.id);
  table.close();
});

test('commands make and list keys that the service takes', async () => {
  const created = await dateline(['key', 'create', '--scope', 'read', '--label', 'by command', '--data', data]);
  const key =
    created.stdout
      .trim()
      .split(/\s+/)
      .find((word) => word.startsWith('dl_')) ?? '';
  expect((await fetch(`${service.url}/v1/events`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
  expect((await dateline(['key', 'list', '--data', data])).stdout).toContain('by command');
});

test('keys of a folder that an earlier release made are sealed once, and go on working', async () => {
  const old = join(folder.path, 'old');
  const first = await serve(old);
  const table = await openTable(
    (JSON.parse(readFileSync(join(old, 'running.json'), 'utf8')) as { engine: string }).engine,
  );
  const now = new Date().toISOString();
  const { key, record } = makeKey({ scopes: ['read'], collections: ['*'] }, now);
  await openStore({ client: table.client, tableName: TABLE_NAME, now: () => now }).keys.create(record);
  table.close();
  await first.end('SIGTERM');
  rmSync(join(old, 'keys-sealed'));
  const second = await serve(old);
  const status = async () =>
    (await fetch(`${second.url}/v1/events`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect(await status()).toBe(200);
  await second.end('SIGTERM');
});

test('of processes that claim a folder at once, with the claim of a dead one in it, one succeeds', async () => {
  for (let round = 0; round < 3; round++) {
    const contested = join(folder.path, `contested-${round}`);
    mkdirSync(contested);
    writeFileSync(join(contested, 'running.json'), JSON.stringify({ pid: 4_000_000, url: 'gone' }));
    // Each says that it is ready, claims the folder at a word, says how that went, and stays until all have: a winner that ended would be a dead one.
    const script = `
      import { claimFolder } from ${JSON.stringify(join(ROOT, 'local/service/folder-claim.ts'))};
      process.title = 'dateline serve';
      process.stdin.once('data', () => {
        try { claimFolder(${JSON.stringify(contested)}, { url: 'here' }); console.log('won'); } catch (error) { console.log(error.code); }
      });
      console.log('ready');`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script, 'dateline', 'serve'];
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, args, { cwd: ROOT }));
    const lines = children.map((child) => createInterface(child.stdout)[Symbol.asyncIterator]());
    const next = () => Promise.all(lines.map(async (line) => (await line.next()).value as string));
    await next();
    for (const child of children) child.stdin.write('go\n');
    const said = await next();
    for (const child of children) child.stdin.end();
    await Promise.all(children.map((child) => child.exitCode ?? once(child, 'close')));
    expect(said.filter((one) => one === 'won')).toHaveLength(1);
    expect(new Set(said)).toEqual(new Set(['won', 'data.in-use']));
  }
});

test.each([
  ['an empty file', '', 'is empty'],
  ['a file of another kind', 'not a database at all', 'is no database'],
])('%s in the database’s place is refused, and kept', async (_, content, said) => {
  const broken = join(folder.path, `broken-${content.length}`);
  mkdirSync(broken);
  writeFileSync(join(broken, 'dateline.db'), content);
  const { code, stderr } = await dateline(['serve', '--port', '0', '--data', broken]);
  expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
  expect(readFileSync(join(broken, 'dateline.db'), 'utf8')).toBe(content);
});
