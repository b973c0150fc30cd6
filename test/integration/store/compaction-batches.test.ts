import { openStore } from '../../../shared/store/open-store.ts';
import { crowd } from './crowd.ts';
import { anArticle, anEvent, found } from './events.ts';
import { withFaults } from './faults.ts';
import { FREQUENT, storeBench } from './store-bench.ts';

jest.setTimeout(60_000);
const bench = storeBench();
beforeEach(() => bench.clearTable());

test('an article that comes during a compaction is listed before the compaction ends', async () => {
  const all = { collection: 'main' };
  const page = { order: 'asc', limit: 200 } as const;
  for (let part = 0; part < 4; part++) await bench.tell(bench.storeWith(), `part-${part}`, crowd(part));
  const other = bench.storeWith({}, '2026-11-24T10:00:01.000Z');
  const before = (await other.events.list(all, page)).events.length;

  let [requests, isSent] = [0, false];
  let listedMeanwhile: number | undefined;
  const hook = async (_: number, command: string) => {
    requests++;
    if (command.startsWith('BatchWrite') && !isSent) {
      isSent = true;
      await other.articles.accept(anArticle('late'));
      const said = found([anEvent({ title: 'A late event', sentence: 'It came late.', start: '1999-09-09' })]);
      await other.articles.complete('late', 'hash-late', said, '1');
    }
    // The facet that the compaction found frequent gets its list.
    if (command.startsWith('Transact')) listedMeanwhile ??= (await other.events.list(all, page)).events.length;
  };
  const { client, tableName } = bench.table();
  // A machine that is slow: each request takes a quarter of a second.
  const now = () => new Date(Date.parse('2026-11-24T10:00:01.000Z') + requests * 250).toISOString();
  const store = openStore({ client: withFaults(client, {}), tableName, now, frequent: FREQUENT });
  await store.articles.accept(anArticle('part-4'));
  await store.articles.complete('part-4', 'hash-part-4', crowd(4), '1');
  withFaults(client, { before: hook });
  await store.fold();
  expect(listedMeanwhile).toBe(before + crowd(4).events.length + 1);
  expect(await bench.differences()).toEqual([]);
});

test('a run folds the tasks that waited when it began; later ones are folded together in the next run', async () => {
  const all = { collection: 'main' };
  const page = { order: 'asc', limit: 200 } as const;
  const other = bench.storeWith({}, '2026-11-24T10:00:01.000Z');
  let isSent = false;
  const store = bench.storeWith({
    before: async (_, command) => {
      if (!command.startsWith('BatchWrite') || isSent) return;
      isSent = true;
      await other.articles.accept(anArticle('late'));
      await other.articles.complete('late', 'hash-late', crowd(1), '1');
    },
  });
  await other.articles.accept(anArticle('first'));
  await other.articles.complete('first', 'hash-first', crowd(0), '1');
  await store.fold();
  expect((await store.events.list(all, page)).events).toHaveLength(crowd(0).events.length);
  await store.fold();
  expect((await store.events.list(all, page)).events).toHaveLength(2 * crowd(0).events.length);
});
