import type { IndexedEvent } from '../event-payload.ts';
import { inParallel } from '../in-parallel.ts';
import { keys, type ListName } from '../keys.ts';
import { classOf, facetsOf, listOf } from '../lists/facet-lists.ts';
import { rowKey, rowOf } from '../lists/rows.ts';
import { type RowChange, writeList } from '../lists/write-list.ts';
import { type IndexChange, writeSegment } from '../segments/write-segment.ts';
import type { StoreContext } from '../store-context.ts';
import { rankedEvent } from '../tiles/tile-page.ts';
import { updateTiles } from '../tiles/update-tiles.ts';
import type { KeptLists } from './kept-lists.ts';

/** An event before and after a batch, as readers may see it; absent where they may not. */
export type EventChange = IndexChange;

const LISTS_AT_ONCE = 8;

/**
 * Updates lists, tiles and index to the events. A repeated batch changes nothing.
 *
 * @param kept Facets of the collection that have lists, in addition to the collection's own.
 */
export async function writeViews(
  context: StoreContext,
  collection: string,
  changes: readonly EventChange[],
  batch: number,
  kept: KeptLists['lists'],
): Promise<void> {
  if (changes.length === 0) return;
  const byList = new Map<ListName, { before?: IndexedEvent | undefined; after?: IndexedEvent | undefined }[]>();
  for (const { before, after } of changes) {
    const had = before ? listsOf(before.event, kept) : new Set<ListName>();
    const has = after ? listsOf(after.event, kept) : new Set<ListName>();
    for (const list of new Set([...had, ...has])) {
      const own = byList.get(list) ?? [];
      own.push({
        before: had.has(list) ? before?.event : undefined,
        after: has.has(list) ? after?.event : undefined,
      });
      byList.set(list, own);
    }
  }
  await Promise.all([
    writeSegment(context, collection, segmentNumber(batch), changes),
    inParallel(byList, LISTS_AT_ONCE, async ([list, own]) => {
      await writeRows(context, list, own);
      const [gone, come] = [own.flatMap((one) => one.before ?? []), own.flatMap((one) => one.after ?? [])];
      const classes = new Set(come.map(classOf).filter((widthClass) => widthClass > 0));
      await updateTiles(context, { list, gone: gone.map(rankedEvent), come: come.map(rankedEvent), classes }, batch);
    }),
  ]);
}

/** Segments of later batches sort after those of earlier ones. */
const segmentNumber = (batch: number): string => String(batch).padStart(9, '0');

/** The lists that show an event: its collection's, and those of its facets that are kept. */
function listsOf(event: IndexedEvent, kept: KeptLists['lists']): ReadonlySet<ListName> {
  const facets = facetsOf(event).map((facet) => listOf(event.collection, facet));
  return new Set([listOf(event.collection), ...facets.filter((list) => kept.has(list))]);
}

/** Puts and removes the rows of events that change in a list, in all width classes they have. */
export async function writeRows(
  { table }: StoreContext,
  list: ListName,
  changes: readonly { readonly before?: IndexedEvent | undefined; readonly after?: IndexedEvent | undefined }[],
): Promise<void> {
  const byClass = new Map<number, RowChange[]>();
  const add = (widthClass: number, change: RowChange) =>
    byClass.set(widthClass, [...(byClass.get(widthClass) ?? []), change]);
  for (const { before, after } of changes) {
    for (const [event, row] of [[before, undefined] as const, [after, after && rowOf(after)] as const]) {
      if (!event) continue;
      const key = rowKey(event);
      // The row that comes replaces the one that goes where they share a key.
      add(0, { key, row });
      if (classOf(event) > 0) add(classOf(event), { key, row });
    }
  }
  await Promise.all([...byClass].map(([widthClass, own]) => writeList(table, keys.list(list, widthClass), own)));
}
