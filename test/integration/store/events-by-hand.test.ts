import type { NewEvent } from '../../../shared/store/store.ts';
import { anArticle, anEvent, found } from './events.ts';
import { storeBench } from './store-bench.ts';

jest.setTimeout(100_000);
const { storeWith, clearTable, differences, tell } = storeBench();
beforeEach(clearTable);

const ferry: NewEvent = {
  collection: 'main',
  title: 'The ferry makes its last crossing',
  date: { start: '1937-05-01', end: '1937-05-31', edtf: '1937-05', precision: 'month', approximate: false },
  text: 'The ferrymen were given work on the bridge.',
  link: 'https://www.archive.example/ferry',
  picture: { url: 'https://archive.example/ferry.jpg', alt: 'A crowded ferry', credit: 'Town archive' },
  tags: ['harbour'],
};
const opening = anEvent({
  title: 'The old bridge opens',
  start: '1937-05-12',
  entities: ['Old Bridge'],
  keywords: ['bridge'],
});

const all = async (query: object = {}) =>
  (await storeWith().events.list({ collection: 'main', ...query }, { order: 'asc', limit: 50 })).events;

test('an event that an editor adds is listed, counted, and found by its words, tag and source', async () => {
  const [created] = await storeWith().events.create([ferry], 'k');
  expect(created).toMatchObject({ outcome: 'created', edit: expect.any(String) });
  const shown = {
    id: created?.event.id,
    title: ferry.title,
    date: { start: '1937-05-01', end: '1937-05-31', basis: 'editor', display: 'May 1937' },
    modality: 'asserted',
    mentions: 0,
    confidence: 1,
    sources: ['archive.example'],
    evidence: [],
    note: { text: ferry.text, link: ferry.link, picture: ferry.picture, tags: ['harbour'] },
  };
  for (const query of [{}, { q: 'ferrymen crossing' }, { tags: ['harbour'] }, { sources: ['archive.example'] }]) {
    expect(await all(query)).toMatchObject([shown]);
  }
  expect((await storeWith().events.overview({ collection: 'main' }, 10)).total).toBe(1);
  expect(await storeWith().articles.collections()).toEqual(['main']);
  expect((await storeWith().audit.list({ subject: created?.event.id ?? '', limit: 9 })).map(({ act }) => act)).toEqual([
    'event.create',
  ]);
  expect(await differences()).toEqual([]);
});

test('verification finds the event of an editor that no article leads to', async () => {
  const [created] = await storeWith().events.create([ferry], 'k');
  await storeWith().events.patch(created?.event.id ?? '', { hidden: true }, 'k');
  expect(await differences()).toEqual([]);
  await storeWith().events.patch(created?.event.id ?? '', { hidden: false, title: 'The last ferry' }, 'k');
  expect(await all()).toEqual([expect.objectContaining({ title: 'The last ferry' })]);
  expect(await differences()).toEqual([]);
});

test('adding an event with the same title and days again changes the existing event', async () => {
  const [first] = await storeWith().events.create([ferry], 'k');
  const again = await storeWith().events.create([ferry, { ...ferry, text: 'The ferrymen were laid off.' }], 'k');
  expect(again.map(({ event }) => event.id)).toEqual([first?.event.id, first?.event.id]);
  const [same] = await storeWith().events.create([{ ...ferry, text: 'The ferrymen were laid off.' }], 'k');
  expect(same).toMatchObject({ outcome: 'unchanged', event: { note: { text: 'The ferrymen were laid off.' } } });
  expect(same).not.toHaveProperty('edit');
  expect(await all()).toHaveLength(1);
});

test('new, re-extracted and removed articles do not change it', async () => {
  const [created] = await storeWith().events.create([{ ...ferry, title: opening.title, date: opening.date }], 'k');
  const store = storeWith();
  await tell(store, 'a', found([opening]));
  expect((await all()).map(({ mentions }) => mentions).sort()).toEqual([0, 1]);
  await store.articles.accept(anArticle('a', { contentHash: 'newer' }));
  await store.articles.complete('a', 'newer', found([opening]), '2');
  await store.fold();
  expect(await all()).toHaveLength(2);
  await store.articles.remove('a');
  await store.fold();
  expect(await all()).toEqual([expect.objectContaining({ id: created?.event.id, mentions: 0 })]);
  expect(await differences()).toEqual([]);
});

test('merged with an extracted event, in either direction, it keeps its title, date and picture and gains the evidence', async () => {
  const store = storeWith();
  await tell(store, 'a', found([opening]));
  const [told] = await all();
  for (const [into, other] of [
    ['told', 'made'],
    ['made', 'told'],
  ] as const) {
    const [created] = await store.events.create([ferry], 'k');
    const ids = { told: told?.id ?? '', made: created?.event.id ?? '' };
    const merged = await store.events.merge(ids[into], [ids[other]], 'k');
    const [sole, ...more] = await all();
    expect(more).toEqual([]);
    expect(sole).toMatchObject({
      id: ids[into],
      title: ferry.title,
      date: { start: '1937-05-01', basis: 'editor' },
      mentions: 1,
      keywords: ['bridge'],
      note: { picture: ferry.picture },
    });
    expect(merged?.event.evidence).toHaveLength(1);
    await store.articles.accept(anArticle('a', { contentHash: into }));
    await store.articles.complete('a', into, found([opening]), '2');
    await store.fold();
    expect(await all()).toEqual([expect.objectContaining({ id: ids[into], mentions: 1 })]);
    expect(await differences()).toEqual([]);
    await store.events.undo(merged?.edit ?? '', 'k');
    expect((await all()).map(({ title }) => title).sort()).toEqual([ferry.title, opening.title].sort());
  }
});

test('when the article of a merged event is taken down, the editor’s event is left', async () => {
  const store = storeWith();
  await tell(store, 'a', found([opening]));
  const [told] = await all();
  const [created] = await store.events.create([ferry], 'k');
  await store.events.merge(told?.id ?? '', [created?.event.id ?? ''], 'k');
  await store.articles.remove('a');
  await store.fold();
  const [sole] = await all();
  expect(sole).toMatchObject({ title: ferry.title, mentions: 0, evidence: [] });
  expect(await differences()).toEqual([]);
});

test('removing and creating it can be undone, and an extracted event cannot be removed', async () => {
  const store = storeWith();
  const [created] = await store.events.create([ferry], 'k');
  const id = created?.event.id ?? '';
  const removed = await store.events.remove(id, 'k');
  expect(removed).toMatchObject({ left: undefined });
  expect(await all()).toEqual([]);
  expect(await store.events.remove(id, 'k')).toBeUndefined();
  await store.events.undo(removed?.edit ?? '', 'k');
  expect(await all()).toEqual([expect.objectContaining({ id, note: expect.objectContaining({ text: ferry.text }) })]);
  await store.events.remove(id, 'k');
  const [again] = await store.events.create([ferry], 'k');
  expect(again).toMatchObject({ outcome: 'created' });
  await store.events.undo(again?.edit ?? '', 'k');
  expect(await all()).toEqual([]);
  await tell(store, 'a', found([opening]));
  const [told] = await all();
  await expect(store.events.remove(told?.id ?? '', 'k')).rejects.toMatchObject({ code: 'edit.not-by-hand' });
  expect(await differences()).toEqual([]);
});

test('text, link, picture and tags can be added to an extracted event and removed again', async () => {
  const store = storeWith();
  await tell(store, 'a', found([opening]));
  const [told] = await all();
  const { text = '', link = '', tags = [] } = ferry;
  await store.events.patch(told?.id ?? '', { text, link, picture: ferry.picture ?? null, tags }, 'k');
  expect(await all({ tags: ['harbour'], q: 'ferrymen' })).toMatchObject([
    { title: opening.title, mentions: 1, note: { text, link, picture: ferry.picture } },
  ]);
  await store.events.patch(told?.id ?? '', { text: null, link: null, picture: null, tags: [] }, 'k');
  expect((await all())[0]).not.toHaveProperty('note');
  expect(await differences()).toEqual([]);
});

test('some hundred events with long texts fold in batches whose record fits an item', async () => {
  // Words that hardly compress.
  const word = (n: number) => ((n * 2_654_435_761) % 4_294_967_296).toString(36);
  const events = Array.from({ length: 150 }, (_, n) => ({
    ...ferry,
    title: `Event ${n}`,
    text: Array.from({ length: 280 }, (_, w) => word(n * 1000 + w)).join(' '),
  }));
  const created = await storeWith().events.create(events, 'k');
  expect(created.map(({ outcome }) => outcome)).toEqual(events.map(() => 'created'));
  expect((await storeWith().events.overview({ collection: 'main' }, 10)).total).toBe(150);
  expect(await differences()).toEqual([]);
});
