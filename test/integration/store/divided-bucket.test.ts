import { MOST_IN_BUCKET } from '../../../shared/events/merging/merge-bucket.ts';
import type { Store } from '../../../shared/store/store.ts';
import { anEvent, found } from './events.ts';
import { dyingAt } from './faults.ts';
import { storeBench } from './store-bench.ts';

jest.setTimeout(400_000);
const { storeWith, clearTable, copyTable, restoreTable, sweepLater, differences, ...bench } = storeBench();

const flood = anEvent({ title: 'A flood drowns the lower town of Brill', start: '1997-03-04', trigger: 'flood' });
const deluge = anEvent({ title: 'Brill lies under water to the roofs', start: '1997-03-05', trigger: 'lies', at: 200 });
const dyke = anEvent({ title: 'The dyke above Corvo breaks', start: '1997-04-01', trigger: 'breaks', at: 400 });
const mayor = anEvent({ title: 'Garth elects Ida Holm mayor', start: '1997-05-02', trigger: 'elects', at: 600 });
const school = anEvent({ title: 'Esker opens a school for sailors', start: '1997-06-03', trigger: 'opens', at: 800 });

const ferry = anEvent({
  title: 'The Delph ferry crosses for the last time',
  start: '1997-07-09',
  trigger: 'crosses',
  at: 1000,
});

/** Events of the year, of which none is like another. */
const filling = (count: number) =>
  found(
    Array.from({ length: count }, (_, n) =>
      anEvent({
        title: `Ship${n} leaves Port${n}`,
        start: `1997-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
        at: n * 100,
        trigger: `sail${n}`,
      }),
    ),
  );

const tell = (store: Store, id: string, ...events: ReturnType<typeof anEvent>[]) =>
  bench.tell(store, id, found(events));

async function entryOf(store: Store, title: string) {
  const { events } = await store.events.list({ collection: 'main', q: title }, { order: 'asc', limit: 9 });
  const whole = await Promise.all(events.map(({ id }) => store.events.find(id)));
  const [one, ...others] = whole;
  if (!one || others.length > 0) throw new Error(`${whole.length} events for "${title}"`);
  return one;
}

test('what editors said of events holds when their bucket is divided, for evidence that comes later too, and is undone afterwards as before', async () => {
  await clearTable();
  const store = storeWith();
  await tell(store, 'a', flood, deluge, dyke, mayor, school, ferry);
  await tell(store, 'b', mayor);
  const [first, second, third] = [
    await entryOf(store, 'lower'),
    await entryOf(store, 'roofs'),
    await entryOf(store, 'dyke'),
  ];
  const elected = await entryOf(store, 'mayor');
  const opened = await entryOf(store, 'sailors');
  const merged = await store.events.merge(first.id, [second.id, third.id], 'k');
  const split = await store.events.split(elected.id, [{ articleId: 'b', start: 600 }], 'k');
  const renamed = await store.events.patch(opened.id, { title: 'A school at Esker' }, 'k');
  const crossed = await entryOf(store, 'ferry');

  await bench.tell(store, 'filling', filling(MOST_IN_BUCKET));
  expect((await store.events.find(first.id))?.mentions).toBe(3);
  expect((await store.events.find(second.id))?.id).toBe(first.id);
  expect(await store.events.find(opened.id)).toMatchObject({ id: opened.id, title: 'A school at Esker' });
  const moved = await store.events.find(crossed.id);
  expect(moved).toMatchObject({ title: ferry.title, mentions: 1 });
  expect(moved?.id).not.toBe(crossed.id);
  await tell(store, 'c', deluge, dyke);
  expect(await store.events.find(first.id)).toMatchObject({ id: first.id, mentions: 5 });
  expect((await store.events.find(split?.created.id ?? ''))?.evidence.map(({ articleId }) => articleId)).toEqual(['b']);
  await tell(store, 'd', school);
  expect(await store.events.find(opened.id)).toMatchObject({ title: 'A school at Esker', mentions: 2 });
  expect(await differences()).toEqual([]);

  await store.events.undo(renamed?.edit ?? '', 'k');
  await store.events.undo(split?.edit ?? '', 'k');
  expect((await entryOf(store, 'mayor')).mentions).toBe(2);
  await store.events.undo(merged?.edit ?? '', 'k');
  expect((await entryOf(store, 'roofs')).mentions).toBe(2);
  expect((await entryOf(store, 'lower')).mentions).toBe(1);
  expect((await store.events.find(second.id))?.title).toBe(deluge.title);
  await store.articles.remove('a');
  await sweepLater();
  expect((await entryOf(store, 'roofs')).evidence.map(({ articleId }) => articleId)).toEqual(['c']);
  expect(await store.events.find(crossed.id)).toBeUndefined();
  expect(await store.events.find(opened.id)).toMatchObject({ title: school.title, mentions: 1 });
  expect(await differences()).toEqual([]);
});

test('a builder that dies at any request of the batch that divides a bucket leaves the same state as an undisturbed one', async () => {
  await clearTable();
  await tell(storeWith(), 'a', flood, deluge, dyke, mayor);
  await bench.tell(storeWith(), 'filling', filling(MOST_IN_BUCKET - 8));
  const begun = await copyTable();
  const act = (store: Store) =>
    tell(store, 'c', deluge, dyke, mayor, school, { ...flood, title: 'The flood of Brill' });
  const shown = async () => {
    const store = storeWith();
    const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 200 });
    const evidence = await Promise.all(
      events.filter(({ mentions }) => mentions > 1).map(async ({ id }) => (await store.events.find(id))?.evidence),
    );
    return { events, evidence, ofArticle: await store.articles.eventsOf('a'), differences: await differences() };
  };
  await act(storeWith());
  const done = await shown();
  expect(done.differences).toEqual([]);
  // Each third request: the batch makes some sixty.
  for (let nth = 1; ; nth += 3) {
    await restoreTable(begun);
    const died = await act(storeWith({ before: dyingAt(nth) })).then(
      () => false,
      () => true,
    );
    await sweepLater();
    const is = await shown();
    // An article that was not stored is not folded.
    if (is.events.length > MOST_IN_BUCKET - 4 || !died) expect({ nth, is }).toEqual({ nth, is: done });
    else expect({ nth, differences: is.differences }).toEqual({ nth, differences: [] });
    if (!died) break;
  }
});
