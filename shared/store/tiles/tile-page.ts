import { dayNumber } from '../../time/day.ts';
import type { PageAddress } from '../../timeline/pyramid/pages.ts';
import type { Ranked, Reach, Tile } from '../../timeline/pyramid/tile.ts';
import { blockOf, ZOOMS, type Zoom } from '../../timeline/zoom.ts';

import { fromPayload, type IndexedEvent, modalityNumber, type Payload, toPayload } from '../event-payload.ts';
import { dayKey, type Key, keys, type ListName } from '../keys.ts';
import { pack, unpack } from '../packing.ts';

/** Top events as tiles keep them: all but the evidence and what an editor wrote, which would be most of a tile. */
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

/** An event as tiles rank it. */
export function rankedEvent(event: IndexedEvent): Ranked<TopEvent> {
  return {
    id: event.id,
    rank: rankOf(event),
    modality: modalityNumber(event.modality),
    start: dayNumber(event.date.start),
    end: dayNumber(event.date.end),
    event: topEvent(event),
  };
}

/** An event as tiles keep it. */
export const topEvent = ({ note: _note, ...event }: IndexedEvent): TopEvent => ({ ...event, evidence: [] });

/** How far the events of one modality reach: days from one end to the next, from the tile's end on, and how many end there. */
type PackedReach = readonly [modality: number, days: readonly number[], counts: readonly number[]];

/** Small numbers that are alike lie together: in a dense archive most of a page is reach, and so it takes a third of the room. */
function packReach(reach: readonly Reach[], tileEnd: number): readonly PackedReach[] {
  return [...new Set(reach.map(([, modality]) => modality))].sort().map((wanted) => {
    const own = reach.filter(([, modality]) => modality === wanted);
    const days = own.map(([end], n) => end - (own[n - 1]?.[0] ?? tileEnd));
    return [wanted, days, own.map(([, , count]) => count)];
  });
}

function unpackReach(packed: readonly PackedReach[], tileEnd: number): readonly Reach[] {
  const reach = packed.flatMap(([modality, days, counts]) => {
    let end = tileEnd;
    return days.map((more, n): Reach => {
      end += more;
      return [end, modality, counts[n] ?? 0];
    });
  });
  return reach.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Tiles, packed together: what they share is written once. */
export function packTiles(tiles: readonly ListTile[]): Uint8Array {
  return pack(
    tiles.map((tile) => [
      tile.start,
      tile.counts,
      packReach(tile.reach, tile.end),
      tile.top.map(({ id, event }) => [id, toPayload(event)]),
      tile.first - tile.start,
      tile.last - tile.start,
    ]),
  );
}

/** The tiles of a packed page. */
export function unpackTiles(packed: unknown, zoom: Zoom, collection: string): readonly ListTile[] {
  return (unpack(packed) as [number, number[], PackedReach[], [string, Payload][], number, number][]).map(
    ([start, counts, reach, top, first, last]) => {
      const { end } = blockOf(start, zoom);
      return {
        start,
        end,
        counts,
        reach: unpackReach(reach, end),
        top: top.map(([id, payload]) => rankedEvent(fromPayload(id, collection, payload))),
        first: start + first,
        last: start + last,
      };
    },
  );
}

/** What events are ranked by in tiles: pinned ones before all others, then by importance. */
const rankOf = ({ pinned, importance }: Pick<IndexedEvent, 'pinned' | 'importance'>): number =>
  pinned ? 1 + importance : importance;
