import { toPayload } from '../event-payload.ts';
import { keys, timeKey, times } from '../keys.ts';
import { pack } from '../packing.ts';
import { epochSeconds, type StoreContext } from '../store-context.ts';
import type { EventChange } from './views.ts';

/** Transitions of one record: packed, some 100 KB. */
const MOST_IN_A_RECORD = 100;
/** How long a record is kept. */
export const KEPT_SECONDS = 3600;

/** Records a batch's changes in a collection, if a webhook or a reader of a stream watches it. A repeated batch writes the same records. */
export async function recordChanges(
  context: StoreContext,
  collection: string,
  changes: readonly EventChange[],
  batch: number,
): Promise<void> {
  if (changes.length === 0 || !(await isWatched(context, collection))) return;
  const at = context.now();
  const records = [];
  for (let from = 0; from < changes.length; from += MOST_IN_A_RECORD) {
    const position = `${String(batch).padStart(9, '0')}.${String(from).padStart(6, '0')}`;
    records.push({
      ...keys.change(collection, position),
      at,
      v: pack(changes.slice(from, from + MOST_IN_A_RECORD).map(packTransition)),
      expires: epochSeconds(at) + KEPT_SECONDS,
      gpk: times.changes,
      gsk: timeKey(at, collection, position),
    });
  }
  await context.table.writeMany(records, []);
}

async function isWatched({ table, now }: StoreContext, collection: string): Promise<boolean> {
  const { items } = await table.range({
    pk: keys.changes(collection),
    from: 'watch|',
    to: 'watch|~',
    consistent: true,
  });
  return items.some(({ until }) => until === undefined || String(until) > now());
}

type Seen = NonNullable<EventChange['before']>;

const packTransition = ({ before, after }: EventChange) => [before ? packSeen(before) : 0, after ? packSeen(after) : 0];

const packSeen = ({ event, words }: Seen) => [event.id, toPayload(event), words];
