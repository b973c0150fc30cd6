import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { leafItem, leafOfItem } from '../../../shared/store/builder/leaves.ts';
import type { Item } from '../../../shared/store/dynamo/table-access.ts';
import { keys } from '../../../shared/store/keys.ts';
import { type Maintenance, openMaintenance } from '../../../shared/store/maintenance/maintenance.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import type { Store } from '../../../shared/store/store.ts';
import type { StoreOptions } from '../../../shared/store/table-context.ts';
import { FEW_EVENTS } from '../../../shared/store/tiles/update-tiles.ts';
import { startTestEngine, type TestEngine } from './engine-table.ts';
import { anArticle, anEvent, found } from './events.ts';
import { FREQUENT } from './store-bench.ts';

let engine: TestEngine;
let options: StoreOptions;
let store: Store;
let maintenance: Maintenance;
let clock: string;

jest.setTimeout(120_000);
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  clock = '2026-11-24T10:00:00.000Z';
  options = {
    client: engine.client(),
    tableName: await engine.table(),
    now: () => clock,
    frequent: FREQUENT,
    wholeList: 0,
  };
  store = openStore(options);
  maintenance = openMaintenance(options);
});

/** Enough events of one list that it has tiles, no two alike. */
const many = Array.from({ length: FEW_EVENTS + 12 }, (_, i) =>
  anEvent({
    title: `Title ${i}`,
    sentence: `Sentence ${i}.`,
    trigger: `t${i}`,
    start: `19${20 + (i % 60)}-0${1 + (i % 9)}-11`,
    keywords: ['common'],
  }),
);
async function tellAll(): Promise<void> {
  await store.articles.accept(anArticle('many'));
  const events = many.map((event) => ({
    ...event,
    evidence: event.evidence.map((piece) => ({ ...piece, articleId: 'many' })),
  }));
  await store.articles.complete('many', 'hash-many', found(events), '1');
  await store.fold();
}
const differences = async () => {
  const all: string[] = [];
  for await (const { what, where } of maintenance.verify()) all.push(`${what} ${where}`);
  return all;
};
const total = async () => (await store.events.overview({ collection: 'main', keywords: ['common'] }, 50)).total;
const later = () => {
  clock = '2026-11-24T10:20:00.000Z';
};

test('extracted events are in lists, counts and facets once they are folded, and folding again changes nothing', async () => {
  await store.articles.accept(anArticle('many'));
  await store.articles.complete('many', 'hash-many', found(many), '1');
  expect((await store.articles.find('many'))?.status).toBe('queued');
  expect(await total()).toBe(0);
  expect(await maintenance.fold()).toBe(1);
  expect((await store.articles.find('many'))?.status).toBe('done');
  expect(await total()).toBe(many.length);
  expect(await differences()).toEqual([]);
  expect(await maintenance.fold()).toBe(0);
});

test('when a takedown returns, its events are gone from lists, top events, counts and facets', async () => {
  await tellAll();
  await store.articles.accept(anArticle('one'));
  await store.articles.complete(
    'one',
    'hash-one',
    found([anEvent({ title: 'Most important', start: '1950-05-05', importance: 1, keywords: ['common', 'rare'] })]),
    '1',
  );
  await store.fold();
  const titlesOnTop = async () =>
    (await store.events.overview({ collection: 'main' }, 100)).buckets.flatMap(({ top }) =>
      top.map(({ title }) => title),
    );
  expect(await titlesOnTop()).toContain('Most important');
  expect(await total()).toBe(many.length + 1);
  await store.articles.remove('one');
  await store.fold();
  expect(await titlesOnTop()).not.toContain('Most important');
  expect(await total()).toBe(many.length);
  expect(await store.events.facets({ collection: 'main', prefix: 'rare', limit: 5 })).toEqual([]);
  expect(await differences()).toEqual([]);
});

test('an article that was taken down comes back only when a person sends it, and the store keeps nothing of it but its id', async () => {
  const article = anArticle('gone', { title: 'Secret', url: 'https://one.example/secret', tags: ['private'] });
  await store.articles.accept(article);
  await store.articles.complete(
    'gone',
    article.contentHash,
    found([anEvent({ title: 'X', start: '1950-05-05' })]),
    '1',
  );
  await store.fold();
  await store.articles.remove('gone');
  await store.fold();
  expect(await store.articles.acceptUnlessTakenDown(article)).toBe('taken down');
  clock = '2026-11-24T10:20:00.000Z';
  await maintenance.sweep();
  clock = '2026-11-26T10:00:00.000Z';
  await maintenance.sweep();
  const { Items = [] } = await options.client.send(new ScanCommand({ TableName: options.tableName }));
  expect(Items.filter(({ pk }) => pk === 'A|gone')).toEqual([
    { pk: 'A|gone', sk: 'article', status: 'removed', collection: 'main' },
  ]);
  expect(await store.articles.acceptUnlessTakenDown(article)).toBe('taken down');
  expect(await store.articles.find('gone')).toBeUndefined();
  expect(await store.articles.accept(article)).toEqual({ outcome: 'created', status: 'queued' });
  expect(await store.articles.acceptUnlessTakenDown(article)).toEqual({ outcome: 'unchanged', status: 'queued' });
});

type Row = Readonly<Record<string, unknown>>;
const bucketOf = ({ pk, c }: Row) => ({ id: keys.bucketOf(String(pk)), collection: String(c) });
const leafNumberOf = ({ sk }: Row) => keys.leafNumber(String(sk));
const nameOf = ({ pk, sk }: Row) => `${pk} ${sk}`;
const send = {
  put: (Item: Record<string, unknown>) => options.client.send(new PutCommand({ TableName: options.tableName, Item })),
  remove: ({ pk, sk }: Row) =>
    options.client.send(new DeleteCommand({ TableName: options.tableName, Key: { pk, sk } })),
};

test.each<[string, RegExp, (item: Row, other: Row) => unknown, RegExp]>([
  [
    'an entry that no event has',
    /^E.0.main /,
    (item) => send.put({ ...item, sk: `5000000|5000000|${'x'.repeat(22)}#0000` }),
    /^entry E/,
  ],
  ['entries that are missing', /^E.0.main /, (item) => send.remove(item), /^entry E/],
  ['a page that is missing', /^O.main /, (item) => send.remove(item), /^tile O.main 0/],
  ['a page with different counts', /^O.main /, (item, { v }) => send.put({ ...item, v }), /^tile O.main 0/],
  [
    'heads that are not what their mentions say',
    /^M.* b/,
    (item) => {
      const { mentions, heads } = leafOfItem(item as Item);
      const other = heads.map((head) => ({ ...head, event: { ...head.event, title: 'Other' } }));
      return send.put(leafItem(bucketOf(item), leafNumberOf(item), { mentions, heads: other }));
    },
    /^event M/,
  ],
  [
    'mentions that no article gives',
    /^M.* b/,
    (item) => {
      const strays = leafOfItem(item as Item).mentions.map((one) => ({ ...one, articleId: 'stray' }));
      return send.put(leafItem(bucketOf(item), 99_001, { mentions: strays, heads: [] }));
    },
    /^mention M.*stray/,
  ],
  ['a block of the index that is missing', /^G.main.e/, (_table, block) => send.remove(block), /^posting G/],
  ['an event table of the index that is missing', /^G.main.e/, (table) => send.remove(table), /^posting G/],
])('verification names %s', async (_what, which, harm, named) => {
  await tellAll();
  later();
  await maintenance.sweep();
  expect(await differences()).toEqual([]);
  const { Items = [] } = await options.client.send(new ScanCommand({ TableName: options.tableName }));
  const rows = Items.filter((item) => which.test(nameOf(item))).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const [first, last] = [rows[0] ?? {}, rows.at(-1) ?? {}];
  expect(first).not.toEqual(last);
  await harm(first, last);
  expect((await differences()).filter((one) => named.test(one))).not.toEqual([]);
});

test('facets are found by the beginning of any word of a name, the most frequent first', async () => {
  await store.articles.accept(anArticle('a'));
  const events = [
    anEvent({ title: 'A walk', start: '1969-07-20', entities: ['Neil Armstrong'], keywords: ['moon'] }),
    anEvent({
      title: 'A landing',
      start: '1969-07-19',
      at: 90,
      entities: ['Neil Armstrong', 'Arms Control Agency'],
      keywords: ['lander'],
    }),
  ];
  await store.articles.complete('a', 'hash-a', found(events), '1');
  await store.fold();
  const names = async (prefix: string) =>
    (await store.events.facets({ collection: 'main', prefix, kinds: ['entity'], limit: 9 })).map(({ name, count }) => [
      name,
      count,
    ]);
  expect(await names('arms')).toEqual([
    ['Neil Armstrong', 2],
    ['Arms Control Agency', 1],
  ]);
  expect(await names('neil a')).toEqual([['Neil Armstrong', 2]]);
  later();
  await maintenance.sweep();
  expect(await names('')).toEqual([
    ['Neil Armstrong', 2],
    ['Arms Control Agency', 1],
  ]);
});

test('a list shows a changed event in the same batch that changes the event', async () => {
  const event = anEvent({ title: 'A walk on the moon', start: '1969-07-20', keywords: ['moon', 'walk'] });
  for (let i = 1; i < 6; i++) {
    await store.articles.accept(anArticle(`a${i}`));
    await store.articles.complete(`a${i}`, `hash-a${i}`, found([event]), '1');
    await store.fold();
    const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 9 });
    expect(events.map(({ mentions }) => mentions)).toEqual([i]);
    expect((await store.events.find(events[0]?.id ?? ''))?.mentions).toBe(i);
  }
  expect(await differences()).toEqual([]);
});

test('a new extractor version queues the archive in bounded steps, and reads stay whole meanwhile', async () => {
  for (let i = 0; i < 7; i++) {
    await store.articles.accept(anArticle(`a${i}`));
    await store.articles.complete(
      `a${i}`,
      `hash-a${i}`,
      found([anEvent({ title: `Title ${i}`, trigger: `t${i}`, start: `199${i}-01-01` })]),
      '1',
    );
    await store.fold();
  }
  const waiting = async () => {
    const ids: string[] = [];
    for await (const { id } of store.articles.queued()) ids.push(id);
    return ids;
  };
  const titles = async () =>
    (await store.events.list({ collection: 'main' }, { order: 'asc', limit: 20 })).events.map(({ title }) => title);
  expect(await store.articles.requeueOutdated('1', 5)).toBe(0);
  const steps: number[] = [];
  for (let requeued = -1; requeued !== 0; ) {
    requeued = await store.articles.requeueOutdated('2', 3);
    steps.push(requeued);
    expect(await store.articles.requeueOutdated('2', 3)).toBe(0);
    expect(await titles()).toHaveLength(7);
    for (const id of await waiting()) {
      const i = id.slice(1);
      await store.articles.complete(
        id,
        `hash-${id}`,
        found([anEvent({ title: `New title ${i}`, trigger: `t${i}`, start: `199${i}-01-01` })]),
        '2',
      );
      await store.fold();
      expect(await titles()).toHaveLength(7);
    }
  }
  expect(steps).toEqual([3, 3, 1, 0]);
  expect((await titles()).every((title) => title.startsWith('New'))).toBe(true);
});
