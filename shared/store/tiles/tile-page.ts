import { dayNumber } from '../../time/day.ts';
import type { PageAddress } from '../../timeline/pyramid/pages.ts';
import type { Ranked, Reach, Tile } from '../../timeline/pyramid/tile.ts';
import { blockOf, ZOOMS, type Zoom } from '../../timeline/zoom.ts';
import { fromPayload, type IndexedEvent, modalityNumber, type Payload, toPayload } from '../events/event-payload.ts';
import { dayKey, dayOfKey, type Key, keys, type ListName } from '../keys.ts';
import { pack, unpack } from '../packing.ts';

/** Top events as tiles keep them: all but the evidence, which would be most of a tile. */
export type TopEvent = IndexedEvent;

/** A tile of a list. */
export type ListTile = Tile<TopEvent>;

/** Where a page of a list’s pyramid lies. */
export const pageKey = (list: ListName, { zoom, start }: PageAddress): Key => ({
  pk: keys.tiles(list),
  sk: pageSortKey(zoom, start),
});

/** Sort key of a page: zoom, then first day. */
export const pageSortKey = (zoom: Zoom, start: number): string =>
  zoom === 'millennium' ? '0' : `${ZOOMS.indexOf(zoom)}|${dayKey(start)}`;

/** First day of the block that a page makes up, from its key. */
export const pageStart = (sk: string): number => (sk === '0' ? 0 : dayOfKey(sk.slice(2)));

/** Pinned events are shown before all others. */
export function rankedEvent(event: IndexedEvent): Ranked<TopEvent> {
  return {
    id: event.id,
    rank: event.pinned ? 1 + event.importance : event.importance,
    modality: modalityNumber(event.modality),
    end: dayNumber(event.date.end),
    event: { ...event, evidence: [] },
  };
}

/** Tiles, packed together: what they share is written once. */
export function packTiles(tiles: readonly ListTile[]): Uint8Array {
  return pack(
    tiles.map((tile) => [
      tile.start,
      tile.counts,
      tile.reach.map(([end, modality, count]) => [end - tile.end, modality, count]),
      tile.top.map(({ id, event }) => [id, toPayload(event)]),
      tile.first - tile.start,
      tile.last - tile.start,
    ]),
  );
}

/** The tiles of a packed page. */
export function unpackTiles(packed: unknown, zoom: Zoom, collection: string): readonly ListTile[] {
  return (unpack(packed) as [number, number[], Reach[], [string, Payload][], number, number][]).map(
    ([start, counts, reach, top, first, last]) => {
      const { end } = blockOf(start, zoom);
      return {
        start,
        end,
        counts,
        reach: reach.map(([days, modality, count]): Reach => [end + days, modality, count]),
        top: top.map(([id, payload]) => rankedEvent(fromPayload(id, collection, payload))),
        first: start + first,
        last: start + last,
      };
    },
  );
}
