import { replaceMentions } from '../events/mention-writer.ts';
import { keys, part } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import { type Item, LAST, type TableAccess } from '../table-access.ts';
import { rebuildTiles } from '../tiles/rebuild.ts';
import { touchedDays } from '../tiles/touched.ts';
import { metaOf } from './article-item.ts';

/** How long the mark of a taken-down article says what it was of: a worker that still holds its text must find it. */
export const REMOVED_SECONDS = 24 * 3600;

/** Takes out everything that a marked article has left, tiles included; to be done again as often as one likes. */
export async function finishRemoval(context: StoreContext, marked: Item, id: string): Promise<void> {
  const touched = touchedDays();
  await replaceMentions(context, metaOf(marked), [], { touched });
  await removeChunks(context.table, id, undefined);
  await rebuildTiles(context, touched.days);
}

/** Removes chunks of all texts of an article but one. */
export async function removeChunks(table: TableAccess, id: string, keep: string | undefined): Promise<void> {
  const prefix = keep === undefined ? undefined : `text|${part(`${keep}.`)}`;
  const stale: Item[] = [];
  for await (const item of table.rangeAll({ pk: keys.article(id).pk, from: 'text|', to: `text|${LAST}` })) {
    if (prefix === undefined || !item.sk.startsWith(prefix)) stale.push(item);
  }
  await table.writeMany([], stale);
}
