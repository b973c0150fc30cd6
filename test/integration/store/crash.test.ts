import type { Extraction } from '../../../shared/events/event.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import type { Store } from '../../../shared/store/store.ts';
import { anArticle, anEvent, found } from './events.ts';
import { dyingAt, refusing, withFaults } from './faults.ts';
import { storeBench } from './store-bench.ts';

jest.setTimeout(400_000);
const { storeWith, clearTable, sweepLater, differences, ...bench } = storeBench();
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

/** Everything that readers see, and that verification finds nothing. */
async function snapshot() {
  const store = storeWith();
  const query = { collection: 'main' };
  const { events } = await store.events.list(query, { order: 'asc', limit: 200 });
  const whole = await Promise.all(events.map(({ id }) => store.events.find(id)));
  const { events: ofFacet } = await store.events.list({ ...query, keywords: ['bridge'] }, { order: 'desc', limit: 9 });
  const { events: ofWords } = await store.events.list({ ...query, q: 'flooded towns' }, { order: 'asc', limit: 9 });
  return {
    events,
    whole: whole.map((event) => ({ ...event, version: 0 })),
    ofFacet,
    ofWords: ofWords.map(({ id }) => id),
    overview: await store.events.overview(query, 50),
    facets: await store.events.facets({ collection: 'main', prefix: '', limit: 50 }),
    differences: await differences(),
  };
}

const byHand = {
  collection: 'main',
  title: 'The ferry makes its last crossing',
  date: { start: '1996-08-02', end: '1996-08-02', edtf: '1996-08-02', precision: 'day', approximate: false },
  text: 'The ferrymen were given work on the bridge.',
  tags: ['harbour'],
} as const;

/** Operations on a store with articles `a` and `b`, in which a worker is made to die. */
const acts: Record<string, (store: Store) => Promise<unknown>> = {
  'a batch': (store) => tell(store, 'c'),
  'a batch of several articles': async (store) => {
    for (const id of ['c', 'd']) {
      await store.articles.accept(anArticle(id));
      await store.articles.complete(id, `hash-${id}`, versions.c ?? found([]), '1');
    }
    await store.fold();
  },
  'a newer text': async (store) => {
    await store.articles.accept(anArticle('a', { contentHash: 'newer' }));
    await store.articles.complete('a', 'newer', found((versions.a?.events ?? []).slice(1)), '1');
    await store.fold();
  },
  'a takedown': async (store) => {
    await store.articles.remove('a');
    await store.fold();
  },
  'an edit': async (store) => {
    const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 1 });
    const date = {
      start: '1994-01-01',
      end: '1994-12-31',
      edtf: '1994',
      precision: 'year',
      approximate: false,
    } as const;
    await store.events.patch(events[0]?.id ?? '', { title: 'The water treaty', date }, 'k');
  },
  'an event by hand': (store) => store.events.create([byHand], 'k'),
  'an event by hand, merged with one of articles': async (store) => {
    const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 1 });
    const [created] = await store.events.create([byHand], 'k');
    await store.events.merge(events[0]?.id ?? '', [created?.event.id ?? ''], 'k');
  },
  'a merge by hand': async (store) => {
    const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 2 });
    await store.events.merge(events[0]?.id ?? '', [events[1]?.id ?? ''], 'k');
  },
};

/** Acts of which some may be done and others not. */
const OF_SEVERAL_STEPS = new Set(['a batch of several articles', 'an event by hand, merged with one of articles']);

let begun: Awaited<ReturnType<typeof bench.copyTable>> | undefined;

/** A table with the articles `a` and `b`. */
async function begin(): Promise<void> {
  if (begun) return bench.restoreTable(begun);
  await clearTable();
  await tell(storeWith(), 'a');
  await tell(storeWith(), 'b');
  begun = await bench.copyTable();
  await bench.restoreTable(begun);
}

describe.each(Object.entries(acts))('%s', (what, act) => {
  test('has the same result when its worker dies at any request', async () => {
    await begin();
    const untouched = await snapshot();
    await act(storeWith());
    const done = await snapshot();
    expect(done.differences).toEqual([]);
    expect(done).not.toEqual(untouched);
    for (let nth = 1; ; nth++) {
      await begin();
      const died = await act(storeWith({ before: dyingAt(nth) })).then(
        () => false,
        () => true,
      );
      await sweepLater();
      const is = await snapshot();
      // An operation that never reached the store has no effect; no operation has half of one.
      const wanted = JSON.stringify(is) === JSON.stringify(untouched) ? untouched : done;
      if (!OF_SEVERAL_STEPS.has(what)) expect({ nth, is }).toEqual({ nth, is: wanted });
      else expect({ nth, is: is.differences }).toEqual({ nth, is: [] });
      if (!died) {
        expect(is).toEqual(done);
        break;
      }
      expect(nth).toBeLessThan(400);
    }
  });
});

test('throttling and conflicting transactions are retried and change nothing', async () => {
  await begin();
  await tell(storeWith(), 'c');
  const expected = await snapshot();
  await clearTable();
  const names = ['ProvisionedThroughputExceededException', 'TransactionConflictException', 'ThrottlingException'];
  for (const id of ['a', 'b', 'c']) await tell(storeWith({ before: refusing(4, names) }), id);
  expect(await snapshot()).toEqual(expected);
});

test('workers on the same articles at once, in any order, lose no evidence and double none', async () => {
  await begin();
  await tell(storeWith(), 'c');
  const { whole } = await snapshot();
  for (let round = 0; round < 5; round++) {
    await clearTable();
    const ids = [...'abcabcabc'].sort(() => (((round * 7919) % 13) % 2 === 0 ? 1 : -1));
    await Promise.all(ids.map((id) => tell(storeWith(), id)));
    const is = await snapshot();
    expect([is.whole, is.differences]).toEqual([whole, []]);
  }
});

test('an article that is replaced before its older text is folded has only the events of the newer text', async () => {
  const [first] = versions.a?.events ?? [];
  await clearTable();
  const store = storeWith();
  await store.articles.accept(anArticle('a'));
  await store.articles.complete('a', 'hash-a', versions.a ?? found([]), '1');
  await store.articles.accept(anArticle('a', { contentHash: 'newer' }));
  await store.articles.complete('a', 'newer', found(first ? [first] : []), '1');
  await store.fold();
  const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 10 });
  expect(events.map(({ title }) => title)).toEqual([first?.title]);
  expect(await differences()).toEqual([]);
});

test('a builder that stalls at any request while another takes over its shard writes nothing when it resumes', async () => {
  await begin();
  await tell(storeWith(), 'c');
  const expected = await snapshot();
  for (let held = 1; ; held++) {
    await begin();
    await storeWith().articles.accept(anArticle('c'));
    await storeWith().articles.complete('c', 'hash-c', versions.c ?? found([]), '1');
    let clock = '2026-11-24T10:00:00.000Z';
    let reached = false;
    const before = async (n: number) => {
      if (n !== held) return;
      reached = true;
      clock = '2026-11-24T11:00:00.000Z';
      await sweepLater();
    };
    const { client, tableName } = bench.table();
    const slow = openStore({ client: withFaults(client, { before }), tableName, now: () => clock });
    await slow.fold().catch(() => undefined);
    await sweepLater();
    expect({ held, is: await snapshot() }).toEqual({ held, is: expected });
    if (!reached) break;
  }
});
