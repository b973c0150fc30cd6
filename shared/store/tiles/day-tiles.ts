import { type Ranked, tileOf } from '../../timeline/pyramid/tile.ts';
import type { Block } from '../../timeline/zoom.ts';
import { fromPayload, type Payload } from '../events/event-payload.ts';
import { dayKey, keys, type ListName, positionOf, unpart } from '../keys.ts';
import { unpack } from '../packing.ts';
import type { StoreContext } from '../stored.ts';
import { type Item, LAST } from '../table-access.ts';
import { type ListTile, type TopEvent, topEvent } from './tile-page.ts';

/** The collection that a list belongs to. */
export const collectionOf = (list: ListName): string => unpart(list.split('|')[0] ?? '');

/** Tiles of the days of a list, read from its entries, in order; all days, or those of a block. */
export async function readDayTiles({ table }: StoreContext, list: ListName, block?: Block): Promise<ListTile[]> {
  const range = block ? { from: dayKey(block.start), to: `${dayKey(block.end)}|${LAST}` } : {};
  const days = dayTiles();
  const collection = collectionOf(list);
  for await (const item of table.rangeAll({ pk: keys.list(list), ...range, consistent: true })) {
    days.add(entryOf(item, collection));
  }
  return days.end();
}

/** An entry of a list as tiles rank it, unpacked when it is first asked for its event. */
function entryOf({ sk, v, r, m }: Item, collection: string): Ranked<TopEvent> {
  const { id, start, end } = positionOf(sk);
  let event: TopEvent | undefined;
  return {
    id,
    rank: Number(r),
    modality: Number(m),
    start,
    end,
    get event() {
      event ??= topEvent(fromPayload(id, collection, unpack(v) as Payload));
      return event;
    },
  };
}

/** Makes tiles of days out of entries that come in the order of their days: no more than one day's entries are kept. */
export function dayTiles() {
  const done: ListTile[] = [];
  let open: Ranked<TopEvent>[] = [];
  const close = () => {
    const [first] = open;
    const tile = first && tileOf({ start: first.start, end: first.start }, open);
    if (tile) done.push(tile);
    open = [];
  };
  return {
    add(entry: Ranked<TopEvent>): void {
      if (open[0] && open[0].start !== entry.start) close();
      open.push(entry);
    },
    end(): ListTile[] {
      close();
      return done;
    },
  };
}
