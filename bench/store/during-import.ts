/**
 * Latency while the service is idle and while it imports real articles: of reads, and of an article until its event is in the list and in the
 * overview; then of takedowns by eight clients.
 *
 * npx tsx bench/store/during-import.ts --corpus DIR [--articles 250] [--seconds 10]
 *
 * DIR as in real.ts. The store holds `--articles` articles before the import, which adds as many again.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { corpusArticles } from './corpus.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', default: '250' },
    seconds: { type: 'string', default: '10' },
  },
});
if (values.corpus === undefined) throw new RangeError('--corpus DIR');
const CLIENTS = 8;
const READERS = 4;
const PROBES = 8;
const count = Number(values.articles);

const data = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const service = fork(fileURLToPath(new URL('../api/service.ts', import.meta.url)), [data], {
  execArgv: ['--import', 'tsx'],
});
const [{ address, key }] = (await once(service, 'message')) as [{ address: string; key: string }];

async function call(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(address + path, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

const statuses = new Map<string, number>();
const times = new Map<string, number[]>();
function note(what: string, ms: number, status?: number): void {
  times.set(what, [...(times.get(what) ?? []), ms]);
  if (status !== undefined) statuses.set(`${what} ${status}`, (statuses.get(`${what} ${status}`) ?? 0) + 1);
}

/** Sends an article until it is accepted. @returns its id. */
async function post(article: object): Promise<string> {
  for (;;) {
    const { status, body } = await call('POST', '/v1/articles', article);
    if (status === 202 || status === 200) return (body as { id: string }).id;
    if (status !== 503 && status !== 429) throw new Error(`${status} ${JSON.stringify(body)}`);
    await sleep(200);
  }
}

async function importAll(articles: readonly object[]): Promise<readonly string[]> {
  const ids: string[] = [];
  await inParallel(articles, CLIENTS, async (article) => {
    ids.push(await post(article));
  });
  for (;;) {
    const { body } = await call('GET', '/v1/articles?status=queued&limit=1');
    if ((body as { articles?: unknown[] }).articles?.length === 0) return ids;
    await sleep(100);
  }
}

const PAGE = '/v1/events?collection=main&limit=50&from=2010-06-01';
const OVERVIEW = '/v1/overview?collection=main';

/** Reads pages and overviews in turn until told to stop. */
async function read(when: string, isOver: () => boolean): Promise<void> {
  for (let n = 0; !isOver(); n++) {
    const [what, path] = n % 2 === 0 ? ['a page of 50', PAGE] : ['an overview', OVERVIEW];
    const begun = performance.now();
    const { status } = await call('GET', path);
    note(`${what}, ${when}`, performance.now() - begun, status);
  }
}

let probes = 0;
/** Sends an article about a day without other events, and waits until list and overview have it. */
async function probe(when: string): Promise<void> {
  const year = 1500 + probes++;
  const text = `The town hall of Lower Marsh was destroyed by a fire on 4 May ${year}. Nobody was injured.`;
  const begun = performance.now();
  await post({ text, publishedAt: '2020-01-01', source: 'probe', url: `https://probe.example/${year}` });
  const range = `collection=main&from=${year}-05-04&to=${year}-05-04&match=within`;
  for (const [what, path, isThere] of [
    ['POST until in the list', `/v1/events?${range}`, (body: { events: unknown[] }) => body.events.length > 0],
    ['POST until in the overview', `/v1/overview?${range}`, (body: { total: number }) => body.total > 0],
  ] as [string, string, (body: unknown) => boolean][]) {
    for (;;) {
      const { status, body } = await call('GET', path);
      if (status === 200 && isThere(body)) break;
      await sleep(20);
    }
    note(`${what}, ${when}`, performance.now() - begun);
  }
}

async function probeUntil(when: string, isOver: () => boolean): Promise<void> {
  for (let n = 0; n < PROBES && !isOver(); n++) {
    await probe(when);
    await sleep(500);
  }
}

const all = corpusArticles(values.corpus, 2 * count).map(({ text, publishedAt, source, id }) => ({
  text,
  publishedAt,
  source,
  url: `https://${source.replace(/\W+/g, '-')}.example/${encodeURIComponent(id)}`,
}));
const ids = await importAll(all.slice(0, count));
await sleep(2000);
let over = false;
const idle = Array.from({ length: READERS }, () => read('idle', () => over));
await sleep(Number(values.seconds) * 1000);
over = true;
await Promise.all(idle);
await probeUntil('idle', () => false);

over = false;
const busy = [
  ...Array.from({ length: READERS }, () => read('during an import', () => over)),
  probeUntil('during an import', () => over),
];
const begun = performance.now();
await importAll(all.slice(count));
const seconds = (performance.now() - begun) / 1000;
over = true;
await Promise.all(busy);
await sleep(2000);
await inParallel(ids, CLIENTS, async (id) => {
  const at = performance.now();
  const { status } = await call('DELETE', `/v1/articles/${id}`);
  note('DELETE, eight clients', performance.now() - at, status);
});

console.log('| | times | p50, ms | p99, ms | most, ms | answers |\n|---|---|---|---|---|---|');
for (const [what, own] of times) {
  const sorted = [...own].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  const answers = [...statuses].flatMap(([name, times]) =>
    name.startsWith(`${what} `) ? `${times} × ${name.slice(what.length + 1)}` : [],
  );
  console.log(`| ${what} | ${own.length} | ${at(0.5)} | ${at(0.99)} | ${at(1)} | ${answers.join(', ')} |`);
}
console.log(`${(all.length - count) / seconds} articles/s imported beside the readers`);
const exit = once(service, 'exit');
service.disconnect();
await exit;
rmSync(data, { recursive: true, force: true });
