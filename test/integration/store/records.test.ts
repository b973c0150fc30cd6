import { openStore } from '../../../shared/store/open-store.ts';
import type { Feed, Store } from '../../../shared/store/store.ts';
import { startTestEngine, type TestEngine } from './engine-table.ts';

let engine: TestEngine;
let store: Store;
let clock: string;

beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  clock = '2026-11-24T10:00:00.000Z';
  store = openStore({ client: engine.client(), tableName: await engine.table(), now: () => clock });
});

const aFeed = (id: string, nextPollAt: string): Feed => ({
  id,
  collection: 'main',
  url: `https://example.org/${id}.xml`,
  tags: [],
  status: 'active',
  createdAt: '2026-11-01T00:00:00.000Z',
  nextPollAt,
  intervalSeconds: 900,
  failures: 0,
  articlesSeen: 0,
});

test('a lease is created once, expires by the clock alone, and is consumed by one of two callers', async () => {
  const { leases } = store;
  expect(await leases.putIfAbsent('k', 1, '2026-11-24T10:01:00.000Z')).toEqual({ put: true, value: 1 });
  expect(await leases.putIfAbsent('k', 2, '2026-11-24T10:01:00.000Z')).toEqual({ put: false, value: 1 });
  expect((await Promise.all([leases.remove('k'), leases.remove('k')])).sort()).toEqual([false, true]);
  await leases.put('k', 3, '2026-11-24T10:01:00.000Z');
  expect(await leases.find('k')).toBe(3);
  clock = '2026-11-24T10:02:00.000Z';
  expect(await leases.find('k')).toBeUndefined();
  expect(await leases.remove('k')).toBe(false);
});

test('a counter starts at 0, loses no concurrent increment, and restarts when its period ends', async () => {
  const counts = await Promise.all(
    Array.from({ length: 20 }, () => store.leases.add('c', 2, '2026-11-24T10:01:00.000Z')),
  );
  expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 2 * (i + 1)));
  clock = '2026-11-24T10:02:00.000Z';
  expect(await store.leases.add('c', 1, '2026-11-24T10:03:00.000Z')).toBe(1);
});

test('due feeds come oldest first, leave out those that are not active, and are leased to one worker', async () => {
  await store.feeds.create(aFeed('late', '2026-11-24T09:50:00.000Z'));
  await store.feeds.create(aFeed('later', '2026-11-24T09:55:00.000Z'));
  await store.feeds.create(aFeed('not yet', '2026-11-24T10:05:00.000Z'));
  await store.feeds.create({ ...aFeed('gone', '2026-11-24T09:00:00.000Z'), status: 'gone' });
  expect((await store.feeds.create(aFeed('late', '2027-01-01T00:00:00.000Z'))).created).toBe(false);
  expect((await store.feeds.due(clock, 10)).map(({ id }) => id)).toEqual(['late', 'later']);
  const until = '2026-11-24T10:05:00.000Z';
  const taken = await Promise.all([1, 2, 3].map(() => store.feeds.lease('late', clock, until)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  await store.feeds.save(aFeed('late', '2026-11-24T11:00:00.000Z'));
  expect((await store.feeds.due(clock, 10)).map(({ id }) => id)).toEqual(['later']);
  expect(await store.feeds.lease('late', clock, until)).toBe(true);
  expect((await store.feeds.list('main')).map(({ id }) => id).sort()).toEqual(['gone', 'late', 'later', 'not yet']);
  expect(await store.feeds.remove('late')).toBe(true);
  await store.feeds.save(aFeed('late', '2026-11-24T11:00:00.000Z'));
  expect(await store.feeds.find('late')).toBeUndefined();
});

test('keys are found and listed, and a revoked one has the time of revocation', async () => {
  await store.keys.create({ id: 'k1', hash: 'h', scopes: ['read'], collections: ['*'], createdAt: clock });
  expect(await store.keys.revoke('k1', clock)).toBe(true);
  expect(await store.keys.revoke('k1', clock)).toBe(false);
  expect(await store.keys.revoke('nobody', clock)).toBe(false);
  expect(await store.keys.find('k1')).toMatchObject({ hash: 'h', revokedAt: clock });
  expect(await store.keys.list()).toHaveLength(1);
});

test('timelines keep their day of creation, and the list can be cut to the public ones', async () => {
  const timeline = { slug: 'one', collection: 'main', title: 'One', visibility: 'public' as const, query: {} };
  expect((await store.timelines.put(timeline)).created).toBe(true);
  clock = '2026-11-25T10:00:00.000Z';
  const again = await store.timelines.put({ ...timeline, title: 'Uno' });
  expect(again).toMatchObject({ created: false, timeline: { title: 'Uno', createdAt: '2026-11-24T10:00:00.000Z' } });
  await store.timelines.put({ ...timeline, slug: 'two', visibility: 'private' });
  expect((await store.timelines.list({})).map(({ slug }) => slug)).toEqual(['one', 'two']);
  expect((await store.timelines.list({ visibility: 'public' })).map(({ slug }) => slug)).toEqual(['one']);
  expect(await store.timelines.remove('one')).toBe(true);
  expect(await store.timelines.find('one')).toBeUndefined();
});

test('the audit trail is newest first, by subject and for all', async () => {
  for (const [day, subject] of [
    ['01', 'a'],
    ['02', 'b'],
    ['03', 'a'],
  ] as const) {
    await store.audit.record({ at: `2026-11-${day}T00:00:00.000Z`, by: 'k', act: 'event.patch', subject });
  }
  expect((await store.audit.list({ limit: 2 })).map(({ at }) => at.slice(8, 10))).toEqual(['03', '02']);
  expect((await store.audit.list({ subject: 'a', limit: 9 })).map(({ at }) => at.slice(8, 10))).toEqual(['03', '01']);
});
