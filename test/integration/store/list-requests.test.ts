import { hasRoom } from '../../../shared/store/builder/keep-lists.ts';
import { keptLists } from '../../../shared/store/builder/kept-lists.ts';
import { emptyCache } from '../../../shared/store/builder/workspace.ts';
import { tableAt } from '../../../shared/store/dynamo/table-access.ts';
import { keys } from '../../../shared/store/keys.ts';
import { listOf } from '../../../shared/store/lists/facet-lists.ts';
import { pack } from '../../../shared/store/packing.ts';
import type { Store } from '../../../shared/store/store.ts';
import { contextOf } from '../../../shared/store/table-context.ts';
import { pageKey } from '../../../shared/store/tiles/tile-page.ts';
import { dayNumber } from '../../../shared/time/day.ts';
import { TOP_PAGE } from '../../../shared/timeline/pyramid/pages.ts';
import { anEvent, found } from './events.ts';
import { dyingAt } from './faults.ts';
import { storeBench } from './store-bench.ts';

jest.setTimeout(200_000);
const bench = storeBench({ frequent: 1000 });
beforeEach(() => bench.clearTable());

const HARBOUR = listOf('main', { kind: 'keyword', id: 'harbour' });
const NEXT_MONTH = '2026-12-26T10:00:00.000Z';
/** Batches that make a compaction of small segments. */
const TO_COMPACT = 5;

const part = (of: number, keyword = 'harbour', century = 19) =>
  found(
    Array.from({ length: 6 }, (_, n) =>
      anEvent({
        title: `The ${keyword} of place ${of} ${n} opens`,
        sentence: `The ${keyword} of place ${of} ${n} opens.`,
        trigger: `opens${keyword}${of}x${n}`,
        start: `${century}${10 + of}-0${1 + n}-11`,
        end: `${century}${10 + of}-${n % 2 === 0 ? '12' : `0${1 + n}`}-11`,
        keywords: [keyword],
      }),
    ),
  );

const harbours = async (store: Store) => {
  const query = { collection: 'main', keywords: ['harbour'] };
  const { buckets } = await store.events.overview(query, 10);
  return {
    page: (await store.events.list(query, { order: 'asc', limit: 50 })).events.map(({ title }) => title),
    from: (await store.events.list({ ...query, from: '1911-04-01' }, { order: 'desc', limit: 50 })).events.map(
      ({ title }) => title,
    ),
    buckets: buckets.map(({ start, count, top }) => [start, count, top.map(({ title }) => title)]),
  };
};

const itemsOf = async (pk: string) => (await bench.copyTable()).filter((item) => item.pk === pk);
const hasList = async () => {
  const top = pageKey(HARBOUR, TOP_PAGE);
  return (await itemsOf(top.pk)).some(({ sk }) => sk === top.sk);
};

test('a facet that readers ask for gets a list with the next fold, and answers as before', async () => {
  const store = bench.storeWith();
  for (let of = 0; of < 3; of++) await bench.tell(store, `part-${of}`, part(of));
  expect(await hasList()).toBe(false);
  const before = await harbours(store);
  expect(before.page).toHaveLength(18);
  await store.fold();
  expect(await hasList()).toBe(true);
  expect(await harbours(store)).toEqual(before);
  expect((await bench.copyTable()).filter(({ pk }) => pk === keys.listRequests)).toEqual([]);
  // Batches keep it up to date.
  await bench.tell(store, 'part-4', part(4));
  await store.articles.remove('part-1');
  await store.fold();
  expect((await harbours(store)).page).toHaveLength(18);
  expect(await bench.differences()).toEqual([]);
});

test('a facet with few events gets none, however often it is read', async () => {
  const store = bench.storeWith();
  await bench.tell(store, 'part-0', part(0));
  await harbours(store);
  await store.fold();
  expect(await hasList()).toBe(false);
  expect((await bench.copyTable()).filter(({ pk }) => pk === keys.listRequests)).toEqual([]);
});

test('a list that nobody has read for a month is dropped by a compaction, and its rows by the one after', async () => {
  const store = bench.storeWith();
  for (let of = 0; of < 3; of++) await bench.tell(store, `part-${of}`, part(of));
  const before = await harbours(store);
  await store.fold();
  const later = bench.storeWith({}, NEXT_MONTH);
  for (let of = 0; of < TO_COMPACT; of++) await bench.tell(later, `other-${of}`, part(of, 'bridge', 18));
  expect(await hasList()).toBe(false);
  expect(await itemsOf(keys.list(HARBOUR))).not.toEqual([]);
  expect(await bench.differences()).toEqual([]);
  for (let of = 0; of < TO_COMPACT; of++) await bench.tell(later, `more-${of}`, part(of, 'bridge', 18));
  expect(await itemsOf(keys.list(HARBOUR))).toEqual([]);
  expect(await itemsOf(keys.tiles(HARBOUR))).toEqual([]);
  expect(await harbours(later)).toEqual(before);
  await later.fold();
  expect(await hasList()).toBe(true);
});

test('a list that is still read is kept', async () => {
  const store = bench.storeWith();
  for (let of = 0; of < 3; of++) await bench.tell(store, `part-${of}`, part(of));
  await harbours(store);
  await store.fold();
  const twoWeeksOn = bench.storeWith({}, '2026-12-08T10:00:00.000Z');
  await harbours(twoWeeksOn);
  await twoWeeksOn.fold();
  const later = bench.storeWith({}, NEXT_MONTH);
  for (let of = 0; of < TO_COMPACT; of++) await bench.tell(later, `other-${of}`, part(of, 'bridge', 18));
  expect(await hasList()).toBe(true);
  expect(await bench.differences()).toEqual([]);
});

test('lists of an earlier release, which nobody had to request, are dropped unless they are read', async () => {
  const store = bench.storeWith();
  for (let of = 0; of < 3; of++) await bench.tell(store, `part-${of}`, part(of));
  await harbours(store);
  await store.fold();
  const { client, tableName } = bench.table();
  await tableAt(client, tableName).writeMany([{ ...keys.keptLists('main'), v: pack([HARBOUR]) }], []);
  const next = bench.storeWith({}, '2026-11-24T10:01:00.000Z');
  expect(await bench.differences()).toEqual([]);
  for (let of = 0; of < TO_COMPACT; of++) await bench.tell(next, `other-${of}`, part(of, 'bridge', 18));
  expect(await hasList()).toBe(false);
  expect(await bench.differences()).toEqual([]);
});

test('whatever request the builder dies at while it makes a list, answers are the same, and the next fold makes it', async () => {
  for (let of = 0; of < 3; of++) await bench.tell(bench.storeWith(), `part-${of}`, part(of));
  const whole = await harbours(bench.storeWith());
  const begun = await bench.copyTable();
  let requests = 0;
  const counting = (n: number) => {
    requests = n;
  };
  await bench.storeWith({ before: counting }).fold();
  expect(await hasList()).toBe(true);
  let deaths = 0;
  for (let nth = 1; nth <= requests; nth++) {
    await bench.restoreTable(begun);
    await bench
      .storeWith({ before: dyingAt(nth) })
      .fold()
      .catch(() => {
        deaths++;
      });
    const next = bench.storeWith({}, '2026-11-24T11:00:00.000Z');
    expect({ nth, ...(await harbours(next)) }).toEqual({ nth, ...whole });
    await next.fold();
    expect({ nth, has: await hasList(), ...(await harbours(next)) }).toEqual({ nth, has: true, ...whole });
    expect({ nth, differences: await bench.differences() }).toEqual({ nth, differences: [] });
  }
  expect(deaths).toBeGreaterThan(requests * 0.8);
});

test('a collection keeps a hundred lists on request: another takes the place of one that is no longer read, if there is one', async () => {
  const { client, tableName } = bench.table();
  const context = contextOf({ client, tableName, now: () => NEXT_MONTH });
  const today = dayNumber(NEXT_MONTH.slice(0, 10));
  const listsOf = (daysAgo: (n: number) => number) =>
    new Map(Array.from({ length: 100 }, (_, n) => [`main|keyword|k${n}`, today - daysAgo(n)] as const));
  const frequent = ['main|keyword|frequent', undefined] as const;
  const cache = emptyCache();
  cache.kept.set('main', { lists: new Map([frequent, ...listsOf(() => 3)]), gone: [] });
  expect(await hasRoom(context, cache, 'main', today)).toBe(false);
  cache.kept.set('main', { lists: new Map([frequent, ...listsOf((n) => (n === 40 ? 12 : 3))]), gone: [] });
  expect(await hasRoom(context, cache, 'main', today)).toBe(true);
  const written = await keptLists(context, emptyCache(), 'main');
  expect(written.gone).toEqual(['main|keyword|k40']);
  expect(written.lists.size).toBe(100);
  expect(written.lists.has('main|keyword|k40')).toBe(false);
  expect(await hasRoom(context, cache, 'main', today)).toBe(true);
});
