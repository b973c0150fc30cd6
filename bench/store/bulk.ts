import { type IndexedEvent, toPayload } from '../../shared/store/events/event-payload.ts';
import { entryKeysOf, listOf, widthClassOf } from '../../shared/store/events/lists.ts';
import type { ListName } from '../../shared/store/keys.ts';
import { pack } from '../../shared/store/packing.ts';
import type { StoreContext } from '../../shared/store/stored.ts';
import { type ListTile, packTiles, pageKey, rankedEvent, type TopEvent } from '../../shared/store/tiles/tile-page.ts';
import { dayNumber } from '../../shared/time/day.ts';
import { type PageAddress, pageOf, TOP_PAGE } from '../../shared/timeline/pyramid/pages.ts';
import { type Placed, tileOf, tileOver } from '../../shared/timeline/pyramid/tile.ts';
import { blockOf, ZOOMS } from '../../shared/timeline/zoom.ts';

/** The facet that the benchmark asks for: the commonest entity. */
export const FACET = { kind: 'entity', id: 'entity-0' } as const;

/**
 * Fills the two lists that are asked (all events, one facet's) and their pyramids with the store's own encoders, without the articles behind
 * them: what is measured reads nothing else.
 */
export async function fill(
  context: StoreContext,
  events: Iterable<IndexedEvent>,
  names: readonly ListName[],
): Promise<number> {
  const lists = new Map<ListName, Placed<TopEvent>[]>(names.map((list) => [list, []]));
  let count = 0;
  let underway: Promise<void>[] = [];
  for (const event of events) {
    count++;
    const width = dayNumber(event.date.end) - dayNumber(event.date.start) + 1;
    const own = [...lists].filter(
      ([list]) => list === listOf('main') || event.entities.some(({ id }) => id === FACET.id),
    );
    if (own.length === 0) continue;
    const v = pack(toPayload(event));
    for (const [, placed] of own) placed.push({ ...rankedEvent(event), start: dayNumber(event.date.start) });
    const wanted = new Set(own.map(([list]) => list));
    const keys = entryKeysOf(event).filter(({ pk }) => wanted.has(pk.slice(2, pk.lastIndexOf('|'))));
    if (width > 1) await context.census.admit([...wanted], widthClassOf(width));
    underway.push(
      context.table.writeMany(
        keys.map((key) => ({ ...key, v })),
        [],
      ),
    );
    if (underway.length === 400) {
      await Promise.all(underway);
      underway = [];
    }
  }
  await Promise.all(underway);
  for (const [list, placed] of lists) await fillTiles(context, list, placed);
  return count;
}

async function fillTiles({ table }: StoreContext, list: ListName, placed: readonly Placed<TopEvent>[]): Promise<void> {
  const days = new Map<number, Placed<TopEvent>[]>();
  for (const event of placed) {
    const day = days.get(event.start) ?? [];
    day.push(event);
    days.set(event.start, day);
  }
  let tiles: ListTile[] = [...days].flatMap(([day, events]) => tileOf({ start: day, end: day }, events) ?? []);
  for (const zoom of [...ZOOMS].reverse()) {
    const pages = new Map<number, { page: PageAddress; tiles: ListTile[] }>();
    for (const tile of tiles.sort((a, b) => a.start - b.start)) {
      const page = pageOf(tile.start, zoom);
      const there = pages.get(page.start) ?? { page, tiles: [] };
      there.tiles.push(tile);
      pages.set(page.start, there);
    }
    await table.writeMany(
      [...pages.values()].map(({ page, tiles: under }) => ({
        ...pageKey(list, page),
        n: 1,
        ...(page === TOP_PAGE ? { c: placed.length } : {}),
        v: packTiles(under),
      })),
      [],
    );
    const over = ZOOMS[ZOOMS.indexOf(zoom) - 1];
    if (over === undefined) return;
    tiles = [...pages.values()].flatMap(({ page, tiles: under }) => tileOver(blockOf(page.start, over), under) ?? []);
  }
}
