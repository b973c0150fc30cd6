import { openStore } from '../../../shared/store/open-store.ts';
import type { Store } from '../../../shared/store/store.ts';
import { startTestEngine, type TestEngine } from './engine-table.ts';
import { anArticle, anEvent, found } from './events.ts';
import { withFaults } from './faults.ts';

let engine: TestEngine;
let tableName: string;

jest.setTimeout(120_000);
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  tableName = await engine.table();
});

const storeWith = (client = engine.client()): Store =>
  openStore({ client, tableName, now: () => '2026-11-24T10:00:00.000Z' });

/** The result of a reader that lists events and then reads each of them. */
async function lookAt(store: Store): Promise<{ readonly read: Promise<readonly string[]> }> {
  const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 50 });
  const read = Promise.all(
    events.map(async ({ id, title }) => {
      const articles = (await store.events.find(id))?.evidence.map(({ articleId }) => articleId);
      return `${title}: ${articles?.sort().join(' ') ?? 'not found'}`;
    }),
  );
  return { read };
}

/** Folds what waits. @returns what a reader gets who lists events before each of the builder's requests. */
async function foldWatched(): Promise<readonly (readonly string[])[]> {
  const reader = storeWith();
  const looks: Awaited<ReturnType<typeof lookAt>>[] = [];
  const before = async () => void looks.push(await lookAt(reader));
  await storeWith(withFaults(engine.client(), { before })).fold();
  return Promise.all(looks.map(({ read }) => read));
}

async function tell(store: Store, id: string, events: Parameters<typeof found>[0]): Promise<void> {
  await store.articles.accept(anArticle(id));
  await store.articles.complete(id, `hash-${id}`, found(events), '1');
}

const treaty = (trigger: string, publishedAt: string) =>
  anEvent({
    title: 'Ministers sign the water treaty in Geneva',
    start: '1995-03-02',
    entities: ['Geneva'],
    keywords: ['water'],
    trigger,
    publishedAt,
  });
const bridge = anEvent({ title: 'A bridge opens', start: '1998-04-05', at: 300 });

test('between any two requests of a takedown, a reader finds each event with the evidence of the other articles', async () => {
  const store = storeWith();
  await tell(store, 'b', [treaty('signed', '1995-03-04')]);
  await tell(store, 'c', [treaty('signing', '1995-03-05')]);
  // The oldest mention gives an event its id: without this article it will have another one.
  await tell(store, 'a', [treaty('sign', '1995-03-03'), bridge]);
  await store.fold();
  await store.articles.remove('a');
  const looks = await foldWatched();
  expect(looks.length).toBeGreaterThan(20);
  for (const look of looks) expect(look).toEqual(['Ministers sign the water treaty in Geneva: b c']);
  expect(await (await lookAt(store)).read).toEqual(looks[0]);
});

test('between any two requests of a batch, a reader finds each event that is listed', async () => {
  const store = storeWith();
  await tell(store, 'b', [treaty('signed', '1995-03-04')]);
  await store.fold();
  await tell(store, 'a', [treaty('sign', '1995-03-03'), bridge]);
  const looks = await foldWatched();
  expect(looks.length).toBeGreaterThan(20);
  // Evidence is read a moment later than the list, so that it may be that of a later state.
  const all = ['Ministers sign the water treaty in Geneva: a b', 'A bridge opens: a'];
  const few = [[all[0]], ['Ministers sign the water treaty in Geneva: b']];
  for (const look of looks) expect([...few, all]).toContainEqual(look);
  expect(looks.at(-1)).toEqual(all);
});
