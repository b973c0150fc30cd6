/**
 * Latency of both reads beside the engine's own for one Query of 50 items: the same table, 16 clients, the same run.
 *
 * npx tsx bench/store/latency.ts [--events 100000] [--requests 2000]
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dayKey, keys } from '../../shared/store/keys.ts';
import { listOf } from '../../shared/store/lists/facet-lists.ts';
import { openStore } from '../../shared/store/open-store.ts';
import { contextOf } from '../../shared/store/table-context.ts';
import { dayNumber } from '../../shared/time/day.ts';
import { startTestEngine } from '../../test/integration/store/engine-table.ts';
import { FACET, fill } from './bulk.ts';
import { benchEvents } from './events.ts';
import { questions, spread } from './reads.ts';

const CLIENTS = 16;
const number = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const [size, requests] = [number('--events', 100_000), number('--requests', 2000)];

/** Milliseconds of each request, with a number of concurrent clients, each of which sends its next request after a response. */
async function timed(ask: (n: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (next < requests) {
        const n = next++;
        const begun = performance.now();
        await ask(n);
        times.push(performance.now() - begun);
      }
    }),
  );
  return times;
}

const shown = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, mean ${spread(times).mean.toFixed(1)} ms`;
};

const engine = await startTestEngine({ onDisk: true });
const options = { client: engine.client(), tableName: await engine.table(), now: () => '2026-01-01T00:00:00.000Z' };
await fill(contextOf(options), benchEvents(size), [listOf('main'), listOf('main', FACET)]);
const store = openStore(options);
const asked = [
  ...(function* () {
    let n = 0;
    for (const query of questions(false, 17))
      if (n++ < requests) yield query;
      else return;
  })(),
];
const query = (n: number) => asked[n % asked.length] ?? { collection: 'main' };
const raw = (n: number) =>
  options.client.send(
    new QueryCommand({
      TableName: options.tableName,
      KeyConditionExpression: 'pk = :p AND sk >= :s',
      ExpressionAttributeValues: {
        ':p': keys.list(listOf('main')),
        ':s': dayKey(dayNumber(query(n).from ?? '2000-01-01')),
      },
      Limit: 50,
    }),
  );
await timed(raw);
const reads = {
  'the engine, one Query of 50': raw,
  'a page of 50': (n: number) => store.events.list(query(n), { order: n % 2 ? 'asc' : 'desc', limit: 50 }),
  'an overview of 50 buckets': (n: number) => store.events.overview(query(n), 50),
};
for (const [what, ask] of Object.entries(reads)) console.log(`${what.padEnd(28)} ${shown(await timed(ask))}`);
await engine.stop();
