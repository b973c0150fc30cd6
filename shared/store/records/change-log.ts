import { KEPT_SECONDS } from '../builder/record-changes.ts';
import type { ChangeLog, ChangeRecord, SeenEvent } from '../contract/webhooks.ts';
import { type Item, LAST } from '../dynamo/table-access.ts';
import { fromPayload, type Payload } from '../event-payload.ts';
import { keys, partsOfTimeKey, times, unpart } from '../keys.ts';
import { unpack } from '../packing.ts';
import type { StoreContext } from '../store-context.ts';

/** A watch is prolonged when it would end within so many milliseconds. */
const PROLONG_MS = 300_000;
/** Old records that one call removes: the engine of one machine never does. */
const REMOVED_AT_ONCE = 25;

/** The changes that the builder recorded (builder/record-changes.ts). */
export function changeLog({ table, now }: StoreContext): ChangeLog {
  const secondsAgo = (seconds: number) => new Date(Date.parse(now()) - seconds * 1000).toISOString();

  async function removeOld(collection: string): Promise<void> {
    const { items } = await table.range({ pk: keys.changes(collection), to: `change|${LAST}`, limit: REMOVED_AT_ONCE });
    const old = items.filter(({ at }) => at !== undefined && String(at) < secondsAgo(KEPT_SECONDS));
    await table.writeMany([], old);
  }

  return {
    async watch(collection, until) {
      const key = keys.watch(collection, 'stream');
      const known = await table.get(key);
      if (known && Date.parse(String(known.until)) - Date.parse(now()) > PROLONG_MS) return;
      await table.put({ ...key, until });
    },
    async end(collection) {
      const { items } = await table.range({
        pk: keys.changes(collection),
        from: 'change|',
        to: `change|${LAST}`,
        forward: false,
        limit: 1,
        consistent: true,
      });
      return items[0] ? positionOf(items[0]) : '';
    },
    async after(collection, position, limit) {
      const { items } = await table.range({
        pk: keys.changes(collection),
        from: `change|${position}`,
        to: `change|${LAST}`,
        limit: limit + 1,
        consistent: true,
      });
      const kept = items.filter((item) => positionOf(item) > position && String(item.at) >= secondsAgo(KEPT_SECONDS));
      return kept.slice(0, limit).map((item) => recordIn(collection, item));
    },
    async untold(limit) {
      const { items } = await table.range({ pk: times.changes, to: `${now()}|${LAST}`, index: 'byTime', limit });
      // The index lags and holds keys alone: the items themselves decide.
      const found = await table.getMany(items, { consistent: true });
      return found
        .filter(({ gsk }) => gsk !== undefined)
        .sort((a, b) => (String(a.gsk) < String(b.gsk) ? -1 : 1))
        .map((item) => recordIn(partsOfTimeKey(item.gsk)[1] ?? '', item));
    },
    async told({ collection, position }) {
      // One that was removed since stays removed.
      await table.update(keys.change(collection, position), 'REMOVE gpk, gsk', { expression: 'attribute_exists(pk)' });
      await removeOld(collection);
    },
  };
}

const positionOf = ({ sk }: Item): string => unpart(sk.slice('change|'.length));

type PackedSeen = readonly [id: string, payload: Payload, words: readonly string[]] | 0;

function recordIn(collection: string, item: Item): ChangeRecord {
  const seen = (packed: PackedSeen): SeenEvent | undefined =>
    packed === 0 ? undefined : { event: fromPayload(packed[0], collection, packed[1]), words: packed[2] };
  const transitions = (unpack(item.v) as readonly (readonly [PackedSeen, PackedSeen])[]).map(([before, after]) => ({
    before: seen(before),
    after: seen(after),
  }));
  return { collection, position: positionOf(item), at: String(item.at), transitions };
}
