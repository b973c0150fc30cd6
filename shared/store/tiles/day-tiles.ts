import { type Ranked, tileOf } from '../../timeline/pyramid/tile.ts';
import type { Block } from '../../timeline/zoom.ts';
import { dayKey, keys, type ListName } from '../keys.ts';
import { collectionOf } from '../lists/facet-lists.ts';
import { readList } from '../lists/read-list.ts';
import { eventOf } from '../lists/rows.ts';
import type { StoreContext } from '../store-context.ts';
import { type ListTile, rankedEvent, type TopEvent } from './tile-page.ts';

/** Rows of a block that is read whole, at most, unless it has just lost its pages. */
const ROWS = 96;

/** Tiles of the days of a list, read from its rows, in order; all days, or those of a block. */
export async function readDayTiles(
  context: StoreContext,
  list: ListName,
  block?: Block,
  consistent = true,
): Promise<ListTile[]> {
  const days = dayTiles();
  const collection = collectionOf(list);
  const [low, high] = block ? [dayKey(block.start), dayKey(block.end)] : ['', '9'];
  for await (const rows of readList(context, {
    pk: keys.list(list),
    low,
    high,
    forward: true,
    consistent,
    rows: ROWS,
  })) {
    for (const row of rows) days.add(rankedEvent(eventOf(row, collection)));
  }
  return days.end();
}

/** Makes tiles of days out of events that come in the order of their days: no more than one day's events are kept. */
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
    add(event: Ranked<TopEvent>): void {
      if (open[0] && open[0].start !== event.start) close();
      open.push(event);
    },
    end(): ListTile[] {
      close();
      return done;
    },
  };
}
