import { TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import type { Item } from '../dynamo/table-access.ts';
import type { IndexedEvent } from '../event-payload.ts';
import { keys, type ListName } from '../keys.ts';
import { classOf, WIDE_CLASSES } from '../lists/facet-lists.ts';
import { rowKey } from '../lists/rows.ts';
import type { StoreContext } from '../store-context.ts';
import { dayTiles } from '../tiles/day-tiles.ts';
import { packTiles, pageKey, rankedEvent } from '../tiles/tile-page.ts';
import { pagesOver } from '../tiles/update-tiles.ts';
import { writeRows } from './views.ts';

/**
 * Rewrites a list and its tiles, all but the top page, with which readers begin to use the list.
 *
 * @returns The top page.
 */
export async function fillList(context: StoreContext, list: ListName, events: readonly IndexedEvent[]): Promise<Item> {
  const { table } = context;
  await clearList(context, list);
  await writeRows(
    context,
    list,
    events.map((after) => ({ after })),
  );
  const days = dayTiles();
  for (const event of [...events].sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1))) days.add(rankedEvent(event));
  const { pages } = pagesOver(days.end());
  const items = pages.map((page) => ({ ...pageKey(list, page), v: packTiles(page.tiles) }));
  const top = pageKey(list, TOP_PAGE);
  await table.writeMany(
    items.filter(({ sk }) => sk !== top.sk),
    [],
  );
  const classes = [...new Set(events.map(classOf))].filter((widthClass) => widthClass > 0).sort((a, b) => a - b);
  return { ...(items.find(({ sk }) => sk === top.sk) ?? { ...top, v: packTiles([]) }), c: events.length, w: classes };
}

/** Removes all rows and tiles of a list. */
export async function clearList({ table }: StoreContext, list: ListName): Promise<void> {
  for (const pk of [keys.tiles(list), ...[0, ...WIDE_CLASSES].map((widthClass) => keys.list(list, widthClass))]) {
    const left: Item[] = [];
    for await (const item of table.rangeAll({ pk, consistent: true })) left.push(item);
    await table.writeMany([], left);
  }
}
