import { splitEventId } from '../../shared/store/builder/event-id.ts';
import { fillList } from '../../shared/store/builder/fill-list.ts';
import { leafItem } from '../../shared/store/builder/leaves.ts';
import type { Item } from '../../shared/store/dynamo/table-access.ts';
import type { IndexedEvent } from '../../shared/store/event-payload.ts';
import { groupedBy } from '../../shared/store/grouped-by.ts';
import type { ListName } from '../../shared/store/keys.ts';
import { listOf } from '../../shared/store/lists/facet-lists.ts';
import { compactOnce } from '../../shared/store/segments/compact.ts';
import { wordsOf } from '../../shared/store/segments/terms.ts';
import { type Indexable, writeSegment } from '../../shared/store/segments/write-segment.ts';
import type { StoreContext } from '../../shared/store/store-context.ts';

/** The facet that the benchmark queries: the most frequent entity. */
export const FACET = { kind: 'entity', id: 'entity-0' } as const;

/** Events of one segment, as many as a batch of an import brings. */
const BATCH = 2000;
/** Events of one leaf, as the builder places them. */
const LEAF = 14;

/**
 * Fills lists (all events, one facet's) and their pyramids with the store's own encoders, without the articles behind them; with `index`, the
 * events' heads and the index of their terms, batch by batch and compacted as the builder would.
 */
export async function fill(
  context: StoreContext,
  events: Iterable<IndexedEvent>,
  names: readonly ListName[],
  { index = false } = {},
): Promise<void> {
  const lists = new Map<ListName, IndexedEvent[]>(names.map((list) => [list, []]));
  let batch: IndexedEvent[] = [];
  let batches = 0;
  const addToIndex = async () => {
    const number = String(++batches).padStart(9, '0');
    const all: Indexable[] = [];
    const leaves: Item[] = [];
    for (const [bucket, own] of groupedBy(batch, ({ id }) => splitEventId(id)?.bucket ?? '')) {
      for (let i = 0; i < own.length; i += LEAF) {
        const leaf = batches * 1000 + i / LEAF + 1;
        const some = own.slice(i, i + LEAF).map((event) => ({ event, words: wordsOf(event), leaf }));
        all.push(...some);
        const rest = { hidden: false, version: 1, members: [], forwarded: [] } as const;
        leaves.push(
          leafItem({ id: bucket, collection: 'main' }, leaf, {
            mentions: [],
            heads: some.map((one) => ({ ...rest, ...one })),
          }),
        );
      }
    }
    await context.table.writeMany(leaves, []);
    await writeSegment(
      context,
      'main',
      number,
      all.map((after) => ({ before: undefined, after })),
    );
    await compactOnce(context, 'main', async () => undefined, Number.POSITIVE_INFINITY);
    batch = [];
  };
  for (const event of events) {
    for (const [list, own] of lists) {
      if (list === listOf('main') || event.entities.some(({ id }) => id === FACET.id)) own.push(event);
    }
    if (!index) continue;
    batch.push(event);
    if (batch.length === BATCH) await addToIndex();
  }
  if (batch.length > 0) await addToIndex();
  for (const [list, own] of lists) await context.table.put(await fillList(context, list, own));
}
