import type { TimelineEvent } from '../../../shared/events/event.ts';
import type { Store } from '../../../shared/store/store.ts';
import { anArticle, anEvent, found } from './events.ts';
import { storeBench } from './store-bench.ts';

const bench = storeBench();
let store: Store;
let articles = 0;

beforeEach(async () => {
  await bench.clearTable();
  store = bench.storeWith();
});

const treaty = anEvent({
  title: 'Ministers sign the water treaty',
  start: '1995-03-02',
  entities: ['Ministers'],
  keywords: ['water', 'treaty'],
});
const flood = anEvent({
  title: 'A flood drowns the lower town',
  start: '1996-08-20',
  entities: ['Lower Town'],
  keywords: ['flood'],
});

async function tell(...events: TimelineEvent[]): Promise<string> {
  const id = `article-${articles++}`;
  await store.articles.accept(anArticle(id));
  await store.articles.complete(id, `hash-${id}`, found(events), '1');
  await store.fold();
  return id;
}
const all = async () => (await store.events.list({ collection: 'main' }, { order: 'asc', limit: 50 })).events;
const sole = async (): Promise<TimelineEvent> => {
  const [event, ...more] = await all();
  if (!event || more.length > 0) throw new Error(`${more.length + 1} events instead of one`);
  return event;
};

test('an edit of title and date overrides the articles, moves the event to its new place in lists, and can be undone', async () => {
  await tell(treaty);
  const { id } = await sole();
  const date = { start: '1994-01-01', end: '1994-12-31', edtf: '1994', precision: 'year' as const, approximate: false };
  const edited = await store.events.patch(id, { title: 'The water treaty', date }, 'k');
  expect(edited?.event).toMatchObject({ title: 'The water treaty', date: { start: '1994-01-01', display: '1994' } });
  await tell(treaty);
  expect(await sole()).toMatchObject({ id, title: 'The water treaty', date: { start: '1994-01-01' }, mentions: 2 });
  expect(await store.events.findEdit(edited?.edit ?? '')).toMatchObject({
    event: id,
    act: 'event.patch',
    collection: 'main',
  });
  expect(await store.events.undo(edited?.edit ?? '', 'k')).toMatchObject({
    title: treaty.title,
    date: { start: '1995-03-02' },
  });
  expect(await sole()).toMatchObject({ title: treaty.title, mentions: 2 });
  await expect(store.events.undo(edited?.edit ?? '', 'k')).rejects.toMatchObject({ code: 'edit.conflict' });
  await expect(store.events.undo('none', 'k')).rejects.toMatchObject({ code: 'edit.not-found' });
  expect((await store.audit.list({ subject: id, limit: 9 })).map(({ act }) => act).sort()).toEqual([
    'event.patch',
    'event.undo',
  ]);
});

test('an edit cannot be undone while a later edit depends on it', async () => {
  await tell(treaty);
  const { id } = await sole();
  const first = await store.events.patch(id, { title: 'One' }, 'k');
  const second = await store.events.patch(id, { title: 'Two' }, 'k');
  await expect(store.events.undo(first?.edit ?? '', 'k')).rejects.toMatchObject({ code: 'edit.conflict' });
  await store.events.undo(second?.edit ?? '', 'k');
  expect((await sole()).title).toBe('One');
});

test('events of different years are merged by hand, stay merged when the article is read again, and come apart when undone', async () => {
  const first = await tell(treaty);
  const second = await tell(flood);
  const [a, b] = await all();
  const merged = await store.events.merge(a?.id ?? '', [b?.id ?? ''], 'k');
  expect(merged?.event).toMatchObject({ id: a?.id, mentions: 2 });
  expect(merged?.event.evidence.map(({ articleId }) => articleId).sort()).toEqual([first, second]);
  expect(await sole()).toMatchObject({ id: a?.id, mentions: 2 });
  expect((await store.events.find(b?.id ?? ''))?.id).toBe(a?.id);
  expect((await store.articles.eventsOf(second)).map(({ id }) => id)).toEqual([a?.id]);

  await store.articles.accept(anArticle(second, { contentHash: 'newer' }));
  await store.articles.complete(second, 'newer', found([flood]), '2');
  await store.fold();
  expect(await sole()).toMatchObject({ id: a?.id, mentions: 2 });
  const third = await tell(flood);
  expect(await sole()).toMatchObject({ id: a?.id, mentions: 3 });
  await store.articles.remove(third);
  await store.fold();
  expect(await sole()).toMatchObject({ id: a?.id, mentions: 2 });

  await store.events.undo(merged?.edit ?? '', 'k');
  expect((await all()).map(({ id, title, mentions }) => [id, title, mentions])).toEqual([
    [a?.id, treaty.title, 1],
    [b?.id, flood.title, 1],
  ]);
});

test('two events merged into each other from both sides at once end as one', async () => {
  await tell(treaty);
  await tell(flood);
  const [a, b] = await all();
  await Promise.allSettled([
    store.events.merge(a?.id ?? '', [b?.id ?? ''], 'k'),
    store.events.merge(b?.id ?? '', [a?.id ?? ''], 'k'),
  ]);
  const events = await all();
  expect(events.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(2);
});

test('evidence split off makes an event of its own, which stays apart and can be put back', async () => {
  const first = await tell(treaty);
  const second = await tell(treaty);
  const { id } = await sole();
  const split = await store.events.split(id, [{ articleId: second, start: 0 }], 'k');
  expect(split).toMatchObject({ event: { id, mentions: 1 }, created: { mentions: 1 } });
  expect(split?.created.evidence[0]?.articleId).toBe(second);
  expect(split?.event.evidence[0]?.articleId).toBe(first);
  await tell(treaty);
  expect((await all()).map(({ mentions }) => mentions).sort()).toEqual([1, 2]);
  await expect(store.events.split(id, [{ articleId: 'nobody', start: 0 }], 'k')).rejects.toMatchObject({
    code: 'edit.empty-split',
  });
  await store.events.undo(split?.edit ?? '', 'k');
  expect((await sole()).mentions).toBe(3);
});

test('an edited event is matched again after re-extraction moved its evidence, and disappears with its last article', async () => {
  const id = await tell(treaty);
  const event = await sole();
  await store.events.patch(event.id, { title: 'The water treaty' }, 'k');
  await store.articles.accept(anArticle(id, { contentHash: 'newer' }));
  const moved = anEvent({
    title: 'Ministers sign a treaty on water',
    start: '1995-03-02',
    at: 40,
    entities: ['Ministers'],
  });
  await store.articles.complete(id, 'newer', found([moved]), '2');
  await store.fold();
  expect(await sole()).toMatchObject({ id: event.id, title: 'The water treaty' });
  await store.articles.remove(id);
  await store.fold();
  expect(await all()).toEqual([]);
  expect(await store.events.find(event.id)).toBeUndefined();
});

test('a hidden event is in no list but can be found and shown again', async () => {
  await tell(treaty);
  const { id } = await sole();
  const hidden = await store.events.patch(id, { hidden: true }, 'k');
  expect(hidden?.event.hidden).toBe(true);
  expect(await all()).toEqual([]);
  expect(await store.events.find(id)).toMatchObject({ hidden: true });
  await store.events.undo(hidden?.edit ?? '', 'k');
  expect((await sole()).id).toBe(id);
});
