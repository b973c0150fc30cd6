import { tableAt } from '../../../shared/store/dynamo/table-access.ts';
import { keys } from '../../../shared/store/keys.ts';
import { readList } from '../../../shared/store/lists/read-list.ts';
import { writeList } from '../../../shared/store/lists/write-list.ts';
import { startTestEngine, type TestEngine } from './engine-table.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

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
