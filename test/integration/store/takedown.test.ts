import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { openMaintenance } from '../../../shared/store/maintenance/maintenance.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import { startTestEngine, type TestEngine } from './engine-table.ts';
import { anArticle, anEvent, found } from './events.ts';
import { dyingAt, withFaults } from './faults.ts';

let engine: TestEngine;
let tableName: string;
let clock: string;

jest.setTimeout(400_000);
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  clock = '2026-11-24T10:00:00.000Z';
  tableName = await engine.table();
});

const options = (client = engine.client()) => ({ client, tableName, now: () => clock });

/** A store that counts the write units of its requests. */
function meteredStore() {
  const client = engine.client();
  const meter = { written: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next({ ...args, input: { ...(args.input as object), ReturnConsumedCapacity: 'TOTAL' } });
      const { ConsumedCapacity = [] } = result.output as { ConsumedCapacity?: object };
      const units = [ConsumedCapacity]
        .flat()
        .reduce((sum, one) => sum + (one as { CapacityUnits: number }).CapacityUnits, 0);
      if (/Put|Update|Delete|Write/.test(String(context.commandName))) meter.written += units;
      return result;
    },
    { step: 'initialize', priority: 'high' },
  );
  return { store: openStore(options(client)), maintenance: openMaintenance(options(client)), meter };
}

const PLACES = ['Geneva', 'Lisbon', 'Oslo', 'Quito'];
const VERBS = ['signs', 'opens', 'closes', 'floods', 'rejects'];
const THINGS = ['a treaty', 'the bridge', 'its harbour', 'a school', 'the market', 'two dams', 'an airport'];

/** Many articles of one day that report the same events in different words, so that they share merge buckets. */
async function tellOfOneDay(store: ReturnType<typeof openStore>, ids: readonly string[]): Promise<void> {
  for (const [n, id] of ids.entries()) {
    await store.articles.accept(anArticle(id));
    const events = Array.from({ length: 4 }, (_, i) =>
      anEvent({
        title: `${PLACES[i]} ${VERBS[n % VERBS.length]} ${THINGS[n % THINGS.length]}`,
        start: `199${1 + i}-03-0${1 + i}`,
        at: i * 100,
        trigger: `sign${n}x${i}`,
        entities: [`Council ${n}`, PLACES[i] ?? ''],
        keywords: [`k${n}`, 'common'],
      }),
    );
    await store.articles.complete(id, `hash-${id}`, found(events), '1');
    await store.fold();
  }
}

async function removeAndFold(store: ReturnType<typeof openStore>, id: string): Promise<void> {
  await store.articles.remove(id);
  await store.fold();
}

function signal(): { readonly given: Promise<void>; give(): void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

const ids = Array.from({ length: 24 }, (_, n) => `article-${n}`);

test('the writes of a takedown do not grow with the number of earlier takedowns', async () => {
  const { store, meter } = meteredStore();
  await tellOfOneDay(store, ids);
  const costs: number[] = [];
  for (const id of ids.slice(0, 16)) {
    meter.written = 0;
    await store.articles.remove(id);
    await store.fold();
    costs.push(meter.written);
  }
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  // Rows lie packed, so that one takedown costs some units more or less than the next.
  expect(mean(costs.slice(8))).toBeLessThanOrEqual(mean(costs.slice(0, 8)) * 1.25);
});

test('a takedown that crashed after its mark is finished once, by the sweep', async () => {
  const { store, maintenance, meter } = meteredStore();
  await tellOfOneDay(store, ids.slice(0, 6));
  const dying = openStore(options(withFaults(engine.client(), { before: dyingAt(3) })));
  await dying.articles.remove('article-0').catch(() => {});
  clock = '2026-11-24T10:20:00.000Z';
  expect(await maintenance.sweep()).toEqual({ removals: 1, tasks: 1 });
  meter.written = 0;
  expect(await maintenance.sweep()).toEqual({ removals: 0, tasks: 0 });
  expect(meter.written).toBe(0);
  // The mark goes when no reader is left that began before the end.
  clock = '2026-11-24T10:22:00.000Z';
  await maintenance.sweep();
  meter.written = 0;
  clock = '2026-11-24T10:30:00.000Z';
  expect(await maintenance.sweep()).toEqual({ removals: 0, tasks: 0 });
  expect(meter.written).toBe(0);
});

test('a reader that has read a list before a takedown ends, and the marks after it, shows no evidence of the article', async () => {
  const store = openStore(options());
  await tellOfOneDay(store, ['a']);
  await store.articles.remove('a');
  const client = engine.client();
  const listRead = signal();
  const takedownEnded = signal();
  client.middlewareStack.add(
    (next) => async (args) => {
      const { IndexName, ExpressionAttributeValues } = args.input as QueryCommandInput;
      if (IndexName === 'byTime') await takedownEnded.given;
      const answer = await next(args);
      if (Object.values(ExpressionAttributeValues ?? {}).includes('E|0|main')) listRead.give();
      return answer;
    },
    { step: 'initialize' },
  );
  const listed = openStore(options(client)).events.list({ collection: 'main' }, { order: 'asc', limit: 9 });
  await listRead.given;
  await store.fold();
  takedownEnded.give();
  expect((await listed).events).toEqual([]);
});

test('from its mark on, the evidence of an article is hidden from every read, wherever the takedown dies', async () => {
  const shared = {
    title: 'Ministers sign the water treaty in Geneva',
    start: '1995-03-02',
    entities: ['Geneva'],
    keywords: ['water'],
  };
  const own = anEvent({ title: 'A bridge opens', start: '1998-04-05', at: 300, importance: 1, keywords: ['bridge'] });
  for (let nth = 3; ; nth++) {
    tableName = await engine.table();
    clock = '2026-11-24T10:00:00.000Z';
    const store = openStore(options());
    await store.articles.accept(anArticle('a'));
    await store.articles.complete('a', 'hash-a', found([anEvent({ ...shared, trigger: 'sign' })]), '1');
    await store.fold();
    await store.articles.accept(anArticle('b'));
    await store.articles.complete(
      'b',
      'hash-b',
      found([anEvent({ ...shared, trigger: 'signed', publishedAt: '1995-03-02' }), own]),
      '1',
    );
    await store.fold();
    await openMaintenance(options()).sweep();
    const before = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 9 });
    const dying = openStore(options(withFaults(engine.client(), { before: dyingAt(nth) })));
    const ended = await removeAndFold(dying, 'b').then(
      () => true,
      () => false,
    );
    const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 9 });
    const overview = await store.events.overview({ collection: 'main' }, 50);
    const found1 = await Promise.all(before.events.map(({ id }) => store.events.find(id)));
    const many = await store.events.findMany(before.events.map(({ id }) => id));
    const shown = [...events, ...overview.buckets.flatMap(({ top }) => top), ...found1, ...many];
    const evidence = shown.flatMap((event) => event?.evidence ?? []);
    expect({ nth, of: evidence.filter(({ articleId }) => articleId === 'b') }).toEqual({ nth, of: [] });
    expect(shown.filter((event) => event?.title === 'A bridge opens')).toEqual([]);
    // Sent again, it goes on when the dead builder's lease is over; and once more, it is still no error.
    clock = '2026-11-24T10:01:00.000Z';
    expect([await store.articles.remove('b'), await store.articles.remove('b')]).toEqual([true, true]);
    await store.fold();
    expect((await store.events.list({ collection: 'main' }, { order: 'asc', limit: 9 })).events).toHaveLength(1);
    if (ended) break;
  }
});

test('an article that is sent again while its takedown has not ended keeps the events of its new text', async () => {
  const store = openStore(options());
  await tellOfOneDay(store, ['a', 'b']);
  await removeAndFold(openStore(options(withFaults(engine.client(), { before: dyingAt(6) }))), 'a').catch(() => {});
  clock = '2026-11-24T10:20:00.000Z';
  await tellOfOneDay(store, ['a']);
  const maintenance = openMaintenance(options());
  await maintenance.sweep();
  expect((await store.articles.find('a'))?.status).toBe('done');
  expect(await store.articles.eventsOf('a')).toHaveLength(4);
  const differences: unknown[] = [];
  for await (const one of maintenance.verify()) differences.push(one);
  expect(differences).toEqual([]);
});
