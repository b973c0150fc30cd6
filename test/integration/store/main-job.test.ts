import type { Store } from '../../../shared/store/store.ts';
import { anArticle, anEvent, found } from './events.ts';
import { storeBench } from './store-bench.ts';

const bench = storeBench();
let store: Store;
const VERSION = '1';

beforeEach(async () => {
  await bench.clearTable();
  store = bench.storeWith();
});

const crackdown = anEvent({
  title: 'Troops crush protests in Tiananmen Square',
  start: '1989-06-04',
  entities: ['China', 'Tiananmen Square'],
  keywords: ['troops', 'protest'],
  publishedAt: '2014-03-30',
});
const olympics = anEvent({
  title: 'Beijing hosts the Olympic Games',
  start: '2008-01-01',
  end: '2008-12-31',
  at: 100,
  entities: ['Beijing'],
  keywords: ['olympics'],
  publishedAt: '2014-03-30',
});
const everything = { collection: 'main' };
const page = { order: 'asc' as const, limit: 50 };
const titles = async (query: Parameters<Store['events']['list']>[0]) =>
  (await store.events.list(query, page)).events.map(({ title }) => title);

test('an article is accepted once, extracted, and its events are listed in date order', async () => {
  const article = anArticle('a', { tags: ['rights'] });
  expect(await store.articles.accept(article)).toEqual({ outcome: 'created', status: 'queued' });
  expect(await store.articles.accept(article)).toEqual({ outcome: 'unchanged', status: 'queued' });
  const queued = [];
  for await (const waiting of store.articles.queued()) queued.push(waiting.id);
  expect(queued).toEqual(['a']);

  await store.articles.complete('a', 'hash-a', found([olympics, crackdown]), VERSION);
  await store.fold();
  expect(await titles(everything)).toEqual([crackdown.title, olympics.title]);
  expect(await titles({ ...everything, entities: ['beijing'] })).toEqual([olympics.title]);
  expect(await titles({ ...everything, tags: ['rights'], keywords: ['troops'] })).toEqual([crackdown.title]);
  expect(await titles({ ...everything, from: '2008-06-01', to: '2008-06-02' })).toEqual([olympics.title]);
  expect(await titles({ ...everything, from: '2008-06-01', to: '2008-06-02', match: 'within' })).toEqual([]);
  const stored = await store.articles.find('a');
  expect(stored).toMatchObject({ status: 'done', text: 'the text', extractorVersion: VERSION });
  expect((await store.articles.eventsOf('a')).map(({ title }) => title)).toEqual([crackdown.title, olympics.title]);
  for await (const waiting of store.articles.queued()) throw new Error(`${waiting.id} is still queued`);
});

test('two articles on one event give one event with two proofs, and taking one down leaves the other', async () => {
  for (const id of ['a', 'b']) {
    await store.articles.accept(anArticle(id));
    await store.articles.complete(id, `hash-${id}`, found([crackdown]), VERSION);
    await store.fold();
  }
  const { events } = await store.events.list(everything, page);
  expect(events.map(({ mentions }) => mentions)).toEqual([2]);
  expect((await store.events.find(events[0]?.id ?? ''))?.evidence.map(({ articleId }) => articleId).sort()).toEqual([
    'a',
    'b',
  ]);
  expect(await store.articles.remove('a')).toBe(true);
  await store.fold();
  expect(await store.articles.find('a')).toBeUndefined();
  const after = await store.events.list(everything, page);
  expect(after.events.map(({ mentions, evidence }) => [mentions, evidence[0]?.articleId])).toEqual([[1, 'b']]);
  expect(await store.articles.remove('b')).toBe(true);
  await store.fold();
  expect(await titles(everything)).toEqual([]);
  expect(await store.articles.remove('b')).toBe(true);
  expect(await store.articles.remove('never sent')).toBe(false);
});

test('a text longer than an item can hold comes back as it was sent', async () => {
  const text = Array.from({ length: 90_000 }, (_, i) => (i * 7919).toString(36))
    .join(' ')
    .slice(0, 1_000_000);
  await store.articles.accept(anArticle('long', { text }));
  expect((await store.articles.find('long'))?.text).toBe(text);
});

test('pages follow one another to the end in both orders', async () => {
  const many = Array.from({ length: 25 }, (_, i) =>
    anEvent({
      title: `Event number ${i} of ${i * 31}`,
      start: `19${10 + ((i * 7) % 80)}-01-01`,
      end: `19${10 + ((i * 7) % 80)}-12-31`,
      at: i * 100,
      keywords: ['all', `k${i}`],
    }),
  );
  await store.articles.accept(anArticle('a'));
  await store.articles.complete('a', 'hash-a', found(many), VERSION);
  await store.fold();
  for (const order of ['asc', 'desc'] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await store.events.list(
        { ...everything, keywords: ['all'] },
        { order, limit: 4, ...(cursor ? { cursor } : {}) },
      );
      seen.push(...answer.events.map(({ date }) => date.start));
      cursor = answer.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(25);
    expect(seen).toEqual([...seen].sort(order === 'asc' ? undefined : (a, b) => (a < b ? 1 : -1)));
  }
  const { buckets, total } = await store.events.overview({ ...everything }, 50);
  expect(total).toBe(25);
  expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(25);
});
