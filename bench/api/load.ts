/**
 * Requests a second and latencies of the main reads, against a bare Hono route that answers a constant of the same size, in one run:
 *
 *   npx tsx bench/api/load.ts [--articles 100] [--seconds 2] [--clients 1,16,64] [--only TEXT]
 *
 * Prints a Markdown table; with TEXT only of the reads whose names contain it. Each side is a process of its own; this one sends the requests.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { articleNumber } from './articles.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '2' },
    clients: { type: 'string', default: '1,16,64' },
    only: { type: 'string', default: '' },
  },
});
const seconds = Number(values.seconds);
const clients = values.clients.split(',').map(Number);

interface Told {
  readonly address: string;
  readonly key?: string;
}

const data = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const service = fork(join(import.meta.dirname, 'service.ts'), [data]);
const constant = fork(join(import.meta.dirname, 'constant.ts'));
try {
  const [{ address, key = '' }, bare] = await Promise.all([told(service), told(constant)]);
  await fill(address, key, Number(values.articles));
  await quiet(service);
  const reads = await readsOf(address, key);
  console.log(
    '| read | bytes | clients | req/s | p50 ms | p99 ms | CPU ms | bare req/s | bare p50 | bare p99 | bare CPU | share of bare |',
  );
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const { name, path, headers, status } of reads) {
    if (!name.includes(values.only)) continue;
    const first = await fetch(address + path, { headers });
    if (first.status !== status) throw new Error(`${name}: ${first.status} ${(await first.text()).slice(0, 200)}`);
    const bytes = (await first.arrayBuffer()).byteLength;
    // Warm-up: both sides answer requests for a second.
    await measure(service, address + path, headers, 8, status, 1);
    await measure(constant, `${bare.address}/${bytes}`, {}, 8, 200, 1);
    for (const connections of clients) {
      const mine = await measure(service, address + path, headers, connections, status, seconds);
      const theirs = await measure(constant, `${bare.address}/${bytes}`, {}, connections, 200, seconds);
      const share = `${Math.round((100 * mine.rate) / theirs.rate)} %`;
      console.log(`| ${[name, bytes, connections, ...shown(mine), ...shown(theirs), share].join(' | ')} |`);
    }
  }
} finally {
  await Promise.all([service, constant].map(end));
  rmSync(data, { recursive: true, force: true });
}

async function told(child: ChildProcess): Promise<Told> {
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('a server did not start'))),
  ])) as [Told];
  return message;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
}

/** Sends the articles and waits until the last of them is done. */
async function fill(address: string, key: string, count: number): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const post = async (path: string, method: string, body: object): Promise<Response> => {
    const answer = await fetch(address + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer;
  };
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const accepted = await post('/v1/articles', 'POST', { ...articleNumber(index), collection: 'bench' });
    ids.push(((await accepted.json()) as { id: string }).id);
  }
  await post('/v1/timelines/bench', 'PUT', { title: 'Bench', collection: 'bench', visibility: 'public' });
  for (const id of ids) {
    for (let turn = 0; ; turn += 1) {
      const article = (await (await fetch(`${address}/v1/articles/${id}`, { headers })).json()) as { status: string };
      if (article.status === 'done') break;
      if (turn > 6000) throw new Error(`article ${id} is still ${article.status}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

interface Read {
  readonly name: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly status: number;
}

async function readsOf(address: string, key: string): Promise<readonly Read[]> {
  const headers = { authorization: `Bearer ${key}` };
  const page = await fetch(`${address}/v1/events?collection=bench&limit=50`, { headers });
  const { events } = (await page.json()) as { events: { id: string }[] };
  const timeline = '/v1/timelines/bench/events?limit=50';
  const etag =
    (await fetch(address + timeline, { headers: { 'accept-encoding': 'identity' } })).headers.get('etag') ?? '';
  const read = (name: string, path: string, more: Partial<Read> = {}): Read => ({
    name,
    path,
    status: 200,
    ...more,
    // No side compresses: both send plain bytes.
    headers: { 'accept-encoding': 'identity', ...(more.headers ?? headers) },
  });
  return [
    read('events, page of 50', '/v1/events?collection=bench&limit=50'),
    read('events, a decade of one tag', '/v1/events?collection=bench&tag=t1&from=1900-01-01&to=1909-12-31'),
    read('one event', `/v1/events/${events[0]?.id}`),
    read('overview', '/v1/overview?collection=bench'),
    read('facets by prefix', '/v1/facets?collection=bench&prefix=b'),
    read('timeline, page of 50, public', timeline, { headers: {} }),
    read('timeline, 304', timeline, { headers: { 'if-none-match': etag }, status: 304 }),
    read('embed page', '/embed/bench', { headers: {} }),
    // No key and no table: the cost of the HTTP layer alone.
    read('openapi.json', '/openapi.json', { headers: {} }),
  ];
}

interface Measured {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the server per request; other load on the machine hardly changes it. */
  readonly cpu: number;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return (user + system) / 1000;
}

/** Waits until the service's background work for the articles (tiles, sweeps) is done, a minute at most. */
async function quiet(child: ChildProcess): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    const before = await cpuOf(child);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    if ((await cpuOf(child)) - before < 50) return;
  }
}

async function measure(
  child: ChildProcess,
  url: string,
  headers: Record<string, string>,
  connections: number,
  status: number,
  duration: number,
): Promise<Measured> {
  const before = await cpuOf(child);
  const result = await autocannon({ url, headers, connections, duration });
  const cpu = ((await cpuOf(child)) - before) / Math.max(1, result.requests.total);
  const wrong = Object.entries(result.statusCodeStats ?? {}).filter(([code]) => Number(code) !== status);
  if (wrong.length > 0 || result.errors > 0)
    throw new Error(`${url}: ${JSON.stringify(wrong)}, ${result.errors} errors`);
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, cpu };
}

function shown({ rate, p50, p99, cpu }: Measured): readonly (number | string)[] {
  return [Math.round(rate), p50, p99, cpu.toFixed(2)];
}
