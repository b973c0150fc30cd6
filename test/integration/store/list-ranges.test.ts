import { seeded } from '../../../bench/random.ts';
import { tableAt } from '../../../shared/store/dynamo/table-access.ts';
import { keys } from '../../../shared/store/keys.ts';
import { readList } from '../../../shared/store/lists/read-list.ts';
import { DAYS, walkList } from '../../../shared/store/lists/walk-list.ts';
import { writeList } from '../../../shared/store/lists/write-list.ts';
import { eventReader } from '../../../shared/store/queries/event-reader.ts';
import { contextOf } from '../../../shared/store/table-context.ts';
import { startTestEngine, type TestEngine } from './engine-table.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

const NOW = '2026-11-24T10:00:00.000Z';
const keyOf = (n: number) => `${5_000_000 + n}|${5_000_000 + n}|id-${n}`;
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);

test.each([
  ['the list itself', 0],
  ['the rows of a width class', 3],
])(
  'a batch that replaces all rows of a range with more than fit leaves none of them behind: %s',
  async (_, widthClass) => {
    const table = tableAt(engine.client(), await engine.table());
    const pk = keys.list('main', widthClass);
    const come = (n: number) => ({ key: keyOf(n), row: { key: keyOf(n), payload: [`row ${n}`] } });
    // Small batches: a range of many slots.
    for (const n of numbers(0, 20)) await writeList(table, pk, [come(n)]);
    await writeList(table, pk, [...numbers(0, 20).map((n) => ({ key: keyOf(n) })), ...numbers(100, 90).map(come)]);
    const found: string[] = [];
    const all = { pk, low: '', high: '9', forward: true, consistent: true, rows: 100 };
    for await (const rows of readList({ table }, all)) found.push(...rows.map(({ key }) => key));
    expect(found).toEqual(numbers(100, 90).map(keyOf));
  },
);

test('a page from the beginning reads the first rows of the list at once: nothing is looked up before them', async () => {
  const context = contextOf({ client: engine.client(), tableName: await engine.table(), now: () => NOW });
  const come = (n: number) => ({ key: keyOf(n), row: { key: keyOf(n), payload: [`row ${n}`] } });
  await writeList(context.table, keys.list('main'), numbers(0, 20).map(come));
  let requests = 0;
  const table = {
    ...context.table,
    range: (request: Parameters<typeof context.table.range>[0]) => {
      requests++;
      return context.table.range(request);
    },
  };
  const days = { from: DAYS.first, to: DAYS.last, within: false, widthClasses: [1, 3], forward: true } as const;
  const found: string[] = [];
  for await (const { key } of walkList({ ...context, table }, { list: 'main', ...days, expected: 51 })) found.push(key);
  expect(found).toEqual(numbers(0, 20).map(keyOf));
  expect(requests).toBe(1);
});

test('one request replaces the row of an event whose id changes', async () => {
  const client = engine.client();
  const table = tableAt(client, await engine.table());
  const pk = keys.list('main');
  const come = (key: string) => ({ key, row: { key, payload: [`row ${key}`] } });
  // Slots with more rows than new ones are added to.
  await writeList(
    table,
    pk,
    numbers(0, 20).map((n) => come(keyOf(n))),
  );
  const written: unknown[] = [];
  client.middlewareStack.add(
    (next) => (args) => {
      const { RequestItems = {} } = args.input as { RequestItems?: Record<string, readonly unknown[]> };
      written.push(...Object.values(RequestItems).flat());
      return next(args);
    },
    { step: 'initialize' },
  );
  await writeList(table, pk, [{ key: keyOf(3) }, come(keyOf(3).replace('id-', 'other-'))]);
  expect(written).toHaveLength(1);
});

test('a page of a collection reads the top page of its tiles only where events of earlier days may reach into its days', async () => {
  const client = engine.client();
  const context = contextOf({ client, tableName: await engine.table(), now: () => NOW });
  const requests: string[] = [];
  const table = {
    ...context.table,
    get: (...given: Parameters<typeof context.table.get>) => {
      requests.push('get');
      return context.table.get(...given);
    },
    range: (request: Parameters<typeof context.table.range>[0]) => {
      requests.push(request.pk);
      return context.table.range(request);
    },
  };
  const events = eventReader({ ...context, table });
  await events.list({ collection: 'main' }, { order: 'asc', limit: 50 });
  expect(requests).toEqual([keys.list('main')]);
  requests.length = 0;
  await events.list({ collection: 'main', from: '2001-01-01' }, { order: 'asc', limit: 50 });
  expect(requests).toContain('get');
});

test('rows that come after all others are put beside them, and move none', async () => {
  const client = engine.client();
  const table = tableAt(client, await engine.table());
  const pk = keys.list('main');
  const come = (n: number) => ({ key: keyOf(n), row: { key: keyOf(n), payload: [`row ${n}`] } });
  const transactions: string[] = [];
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (String(context.commandName).startsWith('Transact')) transactions.push(String(context.commandName));
      return next(args);
    },
    { step: 'initialize' },
  );
  for (let n = 0; n < 400; n += 25) await writeList(table, pk, numbers(n, 25).map(come));
  expect(transactions).toEqual([]);
  const found: string[] = [];
  for await (const rows of readList({ table }, { pk, low: '', high: '9', forward: true, rows: 100 }))
    found.push(...rows.map(({ key }) => key));
  expect(found).toEqual(numbers(0, 400).map(keyOf));
});

test.each([0, 3])(
  'rows that come and go in any order are read once each, in order: width class %s',
  async (widthClass) => {
    const table = tableAt(engine.client(), await engine.table());
    const pk = keys.list('main', widthClass);
    const random = seeded(11 + widthClass);
    const expected = new Map<string, string>();
    for (let batch = 0; batch < 25; batch++) {
      const changes = numbers(0, 1 + Math.floor(random() * 60)).map(() => {
        const key = keyOf(Math.floor(random() * 900));
        const payload = [`row ${key} of ${batch}`];
        return random() < 0.25 ? { key } : { key, row: { key, payload } };
      });
      for (const { key, row } of changes) {
        if (row) expected.set(key, String(row.payload[0]));
        else expected.delete(key);
      }
      await writeList(table, pk, changes);
      for (const forward of [true, false]) {
        const found: string[] = [];
        for await (const rows of readList({ table }, { pk, low: '', high: '9', forward, consistent: true, rows: 100 }))
          found.push(...rows.map(({ payload }) => String(payload[0])));
        const ordered = [...expected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
        expect(found).toEqual(forward ? ordered : ordered.reverse());
      }
    }
  },
);
