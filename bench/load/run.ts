/**
 * The service under steady load: articles at a share of the ingest rate measured first, beside readers without pauses, and in the middle
 * two articles that are slow to read (1 MB with 5,000 dates; 3 MiB of `<p>a`).
 *
 *   node --import tsx bench/load/run.ts [--minutes 10] [--readers 64] [--share 0.7] [--warm-up 150]
 *
 * Prints the responses by status, p50 and p99 of the admitted reads, memory by minute, and in the first and the last one, and how long the backlog took to
 * drain. Exit code 1 if a request got another status than 200, 202, 429 or 503 `service.busy`, or an accepted article was not done in the end.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { articleNumber } from '../api/articles.ts';
import { seeded } from '../random.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    readers: { type: 'string', default: '64' },
    share: { type: 'string', default: '0.7' },
    'warm-up': { type: 'string', default: '150' },
  },
});
const minutes = Number(values.minutes);
const PATHS = [
  '/v1/events?collection=load&limit=50',
  '/v1/overview?collection=load',
  '/v1/facets?collection=load&prefix=b',
  '/v1/events?collection=load&from=1950&to=1990&limit=50',
  '/v1/timelines',
];
const MEMORY_EVERY_MS = 2_000;

const data = mkdtempSync(join(tmpdir(), 'dateline-load-'));
const service = fork(join(import.meta.dirname, '../api/service.ts'), [data]);
const [{ address, key }] = (await once(service, 'message')) as [{ address: string; key: string }];
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };

interface Tally {
  readonly answers: Map<string, number>;
  readonly latencies: number[];
}
const tally = (): Tally => ({ answers: new Map(), latencies: [] });
const reads = tally();
const writes = tally();
const accepted = new Set<string>();

async function ask(to: Tally, path: string, body?: unknown): Promise<{ readonly id?: string }> {
  const begun = performance.now();
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(address + path, { headers, ...sent });
  const json = (await answer.json()) as { id?: string; code?: string };
  const name = answer.ok ? String(answer.status) : `${answer.status} ${json.code}`;
  to.answers.set(name, (to.answers.get(name) ?? 0) + 1);
  if (answer.ok) to.latencies.push(performance.now() - begun);
  return answer.ok ? json : {};
}

async function post(article: object): Promise<void> {
  const { id } = await ask(writes, '/v1/articles', { ...article, collection: 'load' });
  if (id !== undefined) accepted.add(id);
}

/** Articles that are not done, of those that were accepted. */
async function drained(): Promise<void> {
  for (const id of accepted) {
    for (;;) {
      const answer = await fetch(`${address}/v1/articles/${id}`, { headers });
      const { status, reason } = (await answer.json()) as { status?: string; reason?: string };
      if (status === 'done') break;
      if (status === 'failed') {
        console.log(`failed: ${reason}`);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const rssMb = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const warmUp = Number(values['warm-up']);
const begun = performance.now();
for (let n = 0; n < warmUp; n += 8)
  await Promise.all(Array.from({ length: Math.min(8, warmUp - n) }, (_, i) => post(articleNumber(n + i))));
await drained();
const rate = warmUp / ((performance.now() - begun) / 1000);
const pace = rate * Number(values.share);
console.log(
  `ingest: ${rate.toFixed(1)} articles/s; load: ${pace.toFixed(1)} articles/s and ${values.readers} readers for ${minutes} min`,
);

const end = performance.now() + minutes * 60_000;
const memory: { readonly at: number; readonly mb: number }[] = [];
const random = seeded(7);
const reader = async () => {
  while (performance.now() < end) {
    await ask(reads, PATHS[Math.floor(random() * PATHS.length)] ?? '/').catch((error: unknown) => {
      reads.answers.set(String(error), (reads.answers.get(String(error)) ?? 0) + 1);
    });
  }
};
const writer = async () => {
  for (let n = warmUp, at = performance.now(); at < end; n++, at += 1000 / pace) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
    void post(articleNumber(n));
  }
};
const watcher = async () => {
  while (performance.now() < end) {
    memory.push({ at: performance.now(), mb: rssMb() });
    await new Promise((resolve) => setTimeout(resolve, MEMORY_EVERY_MS));
  }
};
const hardArticles = async () => {
  await new Promise((resolve) => setTimeout(resolve, (minutes * 60_000) / 2));
  const sentence = (n: number) =>
    `The council of Town ${n} met in the old hall with all of its members on ${1 + (n % 28)} May ${1000 + (n % 1000)}, and decided nothing about the bridge over the river, nor about the school beside it, nor about anything else. `;
  await post({
    title: 'Dates',
    text: Array.from({ length: 5000 }, (_, n) => sentence(n))
      .join('')
      .slice(0, 1_000_000),
  });
  await post({ title: 'Tags', html: '<p>a'.repeat(780_000) });
};
reads.latencies.length = 0;
await Promise.all([...Array.from({ length: Number(values.readers) }, reader), writer(), watcher(), hardArticles()]);
const drainBegun = performance.now();
await drained();
const drainSeconds = (performance.now() - drainBegun) / 1000;

const at = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
const shown = ({ answers, latencies }: Tally) => {
  const sorted = [...latencies].sort((a, b) => a - b);
  const told = [...answers].map(([name, count]) => `${name}: ${count}`).join(', ');
  return `p50 ${at(sorted, 0.5)} ms, p99 ${at(sorted, 0.99)} ms of those let in; ${told}`;
};
const mean = (some: readonly { readonly mb: number }[]) => some.reduce((sum, { mb }) => sum + mb, 0) / some.length;
const minute = Math.min(60_000, (minutes * 60_000) / 4);
const [first, last] = [
  mean(memory.filter((one) => one.at < (memory[0]?.at ?? 0) + minute)),
  mean(memory.filter((one) => one.at > end - minute)),
];
const byMinute = Array.from({ length: Math.ceil(minutes) }, (_, n) =>
  memory.filter(({ at }) => Math.floor((at - (memory[0]?.at ?? 0)) / 60_000) === n),
).filter((some) => some.length > 0);
console.log(`memory by minute: ${byMinute.map((some) => Math.round(mean(some))).join(', ')} MB`);
console.log(`reads: ${shown(reads)}`);
console.log(`writes: ${shown(writes)}`);
console.log(
  `memory: ${Math.round(first)} MB at first, ${Math.round(last)} MB at last; backlog drained in ${drainSeconds.toFixed(1)} s`,
);
const exit = once(service, 'exit');
service.disconnect();
await exit;
rmSync(data, { recursive: true, force: true });
const wrong = [...reads.answers.keys(), ...writes.answers.keys()].filter(
  (name) => !/^(20[02]|429|503 service\.busy)/.test(name),
);
process.exit(wrong.length > 0 ? 1 : 0);
