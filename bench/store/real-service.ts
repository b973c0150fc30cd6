/**
 * Child of real.ts: the whole service of a source tree, in a folder of its own, ingests articles and reports the cost to its parent.
 *
 * Units are counted at the client of the tree's own process, so that the same file measures any version of the store.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { writeMeter } from './write-meter.ts';

const [tree = '', file = '', takedowns = '0', concurrency = '8'] = process.argv.slice(2);
const READS = new Set(['GetItemCommand', 'QueryCommand', 'BatchGetItemCommand']);
const meter = { read: 0, written: 0, requests: 0 };
const writes = writeMeter();

const original = DynamoDBDocumentClient.from.bind(DynamoDBDocumentClient);
DynamoDBDocumentClient.from = (...args) => {
  const client = original(...args);
  client.middlewareStack.add(
    (next, context) => async (request) => {
      const input = { ...(request.input as object), ReturnConsumedCapacity: 'TOTAL' };
      writes.count(String(context.commandName), request.input as never);
      const result = await next({ ...request, input });
      const { ConsumedCapacity = [] } = result.output as { ConsumedCapacity?: unknown };
      const units = [ConsumedCapacity].flat() as { CapacityUnits?: number }[];
      const sum = units.reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
      meter[READS.has(String(context.commandName)) ? 'read' : 'written'] += sum;
      meter.requests++;
      return result;
    },
    { step: 'initialize', priority: 'high' },
  );
  return client;
};

const { startService } = await import(join(tree, 'local/service/start-service.ts'));
const data = mkdtempSync(join(tmpdir(), 'dateline-real-'));
const errors: string[] = [];
const log = {
  info() {},
  warn() {},
  error: (what: string, fields?: object) => errors.push(`${what} ${JSON.stringify(fields)}`),
};
const service = await startService({ data, port: 0, feedContact: 'bench', feedHosts: [], log });
const call = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${service.address}${path}`, {
    method,
    headers: { authorization: `Bearer ${service.adminKey}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
};
const inParallel = async <T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>) => {
  const left = [...items].reverse();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
    }),
  );
};
const settled = async () => {
  for (;;) {
    await service.caughtUp();
    const { waiting, inFlight } = service.queues.articles.counts();
    if (waiting + inFlight === 0) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  await service.caughtUp();
};
const diskOf = () => Number(execFileSync('du', ['-sk', data]).toString().split('\t')[0]);
const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;

const articles = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const disk = diskOf();
Object.assign(meter, { read: 0, written: 0, requests: 0 });
writes.reset();
const cpu = process.cpuUsage();
const begun = performance.now();
const ids: string[] = [];
await inParallel(articles, Number(concurrency), async ({ text, publishedAt, source, id }) => {
  const url = `https://${String(source).replace(/\W+/g, '-')}.example/${encodeURIComponent(id)}`;
  for (;;) {
    const { status, text: answer } = await call('POST', '/v1/articles', { text, publishedAt, source, url });
    if (status === 202 || status === 200) {
      ids.push(JSON.parse(answer).id);
      return;
    }
    if (status !== 503 && status !== 429) throw new Error(`${status} ${answer}`);
    await new Promise((done) => setTimeout(done, 200));
  }
});
await settled();
const seconds = (performance.now() - begun) / 1000;
const used = process.cpuUsage(cpu);
const importedKinds = Object.fromEntries(writes.kinds);
const imported = { ...meter, seconds, cpuSeconds: (used.user + used.system) / 1e6, disk: diskOf() - disk };
Object.assign(meter, { read: 0, written: 0, requests: 0 });
writes.reset();
const latencies: number[] = [];
const statuses: Record<string, number> = {};
await inParallel(ids.slice(0, Number(takedowns)), 8, async (id) => {
  const at = performance.now();
  const { status } = await call('DELETE', `/v1/articles/${id}`);
  latencies.push(performance.now() - at);
  statuses[status] = (statuses[status] ?? 0) + 1;
});
await settled();
const removed = { ...meter, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), statuses };
const total = JSON.parse((await call('GET', '/v1/overview')).text).total;
await service.stop();
rmSync(data, { recursive: true, force: true });
const kinds = { imported: importedKinds, removed: Object.fromEntries(writes.kinds) };
process.send?.({ articles: articles.length, imported, removed, kinds, total, errors });
process.disconnect?.();
