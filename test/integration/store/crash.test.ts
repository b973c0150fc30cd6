import type { Extraction } from '../../../shared/events/event.ts';
import type { Store } from '../../../shared/store/store.ts';
import { anArticle, anEvent, found } from './events.ts';
import { dyingAt, refusing } from './faults.ts';
import { storeBench } from './store-bench.ts';

jest.setTimeout(120_000);
const { storeWith, maintenance, clearTable, sweepLater, differences, ...bench } = storeBench();
beforeEach(clearTable);

/** The same events in other words: what three articles say of two events, one of them with a date that contradicts the others. */
const versions: Record<string, Extraction & { text: string }> = {
  a: found([
    anEvent({
      title: 'Ministers sign the water treaty in Geneva',
      start: '1995-03-02',
      entities: ['Geneva'],
      keywords: ['water', 'treaty'],
      sources: ['one.example'],
      trigger: 'sign',
      publishedAt: '1995-03-03',
    }),
    anEvent({
      title: 'A flood drowns the lower town',
      start: '1996-08-01',
      end: '1996-08-31',
      at: 200,
      entities: ['Lower Town'],
      keywords: ['flood'],
      trigger: 'drowns',
      publishedAt: '1996-09-01',
    }),
  ]),
  b: found([
    anEvent({
      title: 'Ministers sign the water treaty',
      start: '1995-03-01',
      end: '1995-03-31',
      entities: ['Geneva'],
      keywords: ['water', 'treaty'],
      sources: ['two.example'],
      trigger: 'signed',
      publishedAt: '1999-01-01',
    }),
  ]),
  c: found([
    anEvent({
      title: 'Ministers sign the water treaty in Geneva',
      start: '1995-03-03',
      entities: ['Geneva'],
      keywords: ['water', 'treaty'],
      sources: ['one.example'],
      trigger: 'signed',
      publishedAt: '2001-01-01',
    }),
    anEvent({
      title: 'The lower town drowns in a flood',
      start: '1996-08-20',
      at: 300,
      entities: ['Lower Town'],
      keywords: ['flood'],
      trigger: 'drowns',
      publishedAt: '2001-01-01',
    }),
    anEvent({
      title: 'A bridge opens over the strait',
      start: '1998-04-05',
      end: '1998-04-06',
      at: 500,
      keywords: ['bridge'],
      trigger: 'opens',
      publishedAt: '2001-01-01',
    }),
  ]),
};

const tell = (store: Store, id: string) => bench.tell(store, id, versions[id] ?? found([]));

async function snapshot() {
  const store = storeWith();
  const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 100 });
  const whole = await Promise.all(events.map(({ id }) => store.events.find(id)));
  // Counts may lag in lists; all else must be there.
  const listed = events.map(({ id, title, date, entities, evidence }) => ({ id, title, date, entities, evidence }));
  const { events: ofFacet } = await store.events.list(
    { collection: 'main', keywords: ['bridge'] },
    { order: 'asc', limit: 9 },
  );
  return { listed, ofFacet: ofFacet.map(({ id }) => id), whole: whole.map((event) => ({ ...event, version: 0 })) };
}

test('whatever request a worker dies at, the next delivery of the article makes everything what it would have been', async () => {
  await tell(storeWith(), 'a');
  await tell(storeWith(), 'b');
  await tell(storeWith(), 'c');
  const expected = await snapshot();
  expect(expected.whole.map(({ mentions }) => mentions)).toEqual([3, 2, 1]);
  expect(expected.ofFacet).toHaveLength(1);
  for (const when of ['before', 'after'] as const) {
    for (let nth = 1; ; nth++) {
      await clearTable();
      await tell(storeWith(), 'a');
      await tell(storeWith(), 'b');
      await storeWith().articles.accept(anArticle('c'));
      const done = await tell(storeWith({ [when]: dyingAt(nth) }), 'c').then(
        () => true,
        () => false,
      );
      // Until the article is done, it waits.
      const waiting: string[] = [];
      for await (const { id } of storeWith().articles.queued()) waiting.push(id);
      if (!waiting.includes('c')) {
        expect(await snapshot()).toEqual(expected);
      } else await tell(storeWith(), 'c');
      expect(await snapshot()).toEqual(expected);
      if (done) break;
    }
  }
});

test('whatever request a takedown dies at, sending it again or sweeping leaves nothing of the article behind', async () => {
  await tell(storeWith(), 'a');
  await tell(storeWith(), 'b');
  const expected = await snapshot();
  // From the first request after the mark.
  for (let nth = 3; ; nth += 3) {
    await clearTable();
    for (const id of ['a', 'b', 'c']) await tell(storeWith(), id);
    const done = await storeWith({ before: dyingAt(nth) })
      .articles.remove('c')
      .then(
        () => true,
        () => false,
      );
    const later = await sweepLater();
    expect(await later.articles.find('c')).toBeUndefined();
    expect(await snapshot()).toEqual(expected);
    if (done) break;
  }
});

test('throttling and colliding transactions are waited out, and change nothing', async () => {
  for (const id of ['a', 'b', 'c']) await tell(storeWith(), id);
  const expected = await snapshot();
  await clearTable();
  const names = ['ProvisionedThroughputExceededException', 'TransactionConflictException', 'ThrottlingException'];
  for (const id of ['a', 'b', 'c']) await tell(storeWith({ before: refusing(4, names) }), id);
  expect(await snapshot()).toEqual(expected);
});

test('workers on the same articles at once, in any order, lose no evidence and double none', async () => {
  for (const id of ['a', 'b', 'c']) await tell(storeWith(), id);
  const expected = await snapshot();
  for (let round = 0; round < 5; round++) {
    await clearTable();
    const ids = [...'abcabcabc'].sort(() => (((round * 7919) % 13) % 2 === 0 ? 1 : -1));
    await Promise.all(ids.map((id) => tell(storeWith(), id)));
    expect(await snapshot()).toEqual(expected);
    await maintenance().sweep({ atMost: 100 });
    expect(await differences()).toEqual([]);
  }
});

test('an article that is replaced by a newer text while it is worked on leaves only what the newer text says', async () => {
  const [first] = versions.a?.events ?? [];
  for (let round = 0; round < 4; round++) {
    await clearTable();
    const store = storeWith();
    await store.articles.accept(anArticle('a'));
    const older = store.articles.complete('a', 'hash-a', versions.a ?? found([]), '1');
    await store.articles.accept(anArticle('a', { contentHash: 'newer' }));
    await Promise.all([older, storeWith().articles.complete('a', 'newer', found(first ? [first] : []), '1')]);
    const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 10 });
    expect(events.map(({ title }) => title)).toEqual([first?.title]);
  }
});

/** What happens to an article while a worker that has read its older text stands still. */
const overtaken: Record<string, () => Promise<unknown>> = {
  'a newer text with one of its events': () => tellNewer(versions.a?.events.slice(1) ?? []),
  'a newer text without events': () => tellNewer([]),
  'a takedown': () => storeWith().articles.remove('a'),
};

async function tellNewer(events: Extraction['events']): Promise<void> {
  await storeWith().articles.accept(anArticle('a', { contentHash: 'newer' }));
  await storeWith().articles.complete('a', 'newer', found(events), '1');
}

test.each(Object.entries(overtaken))(
  'a worker overtaken by %s, and dead at whatever request after it, leaves nothing behind when the sweep has passed',
  async (_, overtake) => {
    await tell(storeWith(), 'b');
    await tell(storeWith(), 'c');
    await tell(storeWith(), 'a');
    await overtake();
    const expected = await snapshot();
    for (let held = 2, end = false; !end; held += 3) {
      for (let nth = held + 1; ; nth += 5) {
        await clearTable();
        await tell(storeWith(), 'b');
        await tell(storeWith(), 'c');
        await storeWith().articles.accept(anArticle('a'));
        let reached = false;
        const die = dyingAt(nth);
        const before = async (n: number) => {
          if (n === held) await overtake();
          reached ||= n === held;
          die(n);
        };
        const underway: Promise<unknown>[] = [];
        const working = storeWith({ before, underway }).articles.complete('a', 'hash-a', versions.a ?? found([]), '1');
        const [{ status }] = await Promise.allSettled([working]);
        await Promise.allSettled(underway);
        if (!reached) await overtake();
        await sweepLater();
        const is = await snapshot();
        expect({ held, nth, left: await differences(), is }).toEqual({ held, nth, left: [], is: expected });
        end = !reached;
        if (status === 'fulfilled') break;
      }
    }
  },
  240_000,
);
