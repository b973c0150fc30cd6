import { type Item, LAST, type TableAccess } from '../dynamo/table-access.ts';
import { keys, part } from '../keys.ts';

/** Removes chunks of all texts of an article but one. */
export async function removeChunks(table: TableAccess, id: string, keep: string | undefined): Promise<void> {
  const prefix = keep === undefined ? undefined : `text|${part(`${keep}.`)}`;
  const stale: Item[] = [];
  const all = { pk: keys.article(id).pk, from: 'text|', to: `text|${LAST}`, consistent: true };
  for await (const item of table.rangeAll(all)) {
    if (prefix === undefined || !item.sk.startsWith(prefix)) stale.push(item);
  }
  await table.writeMany([], stale);
}
