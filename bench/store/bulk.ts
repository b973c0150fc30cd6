import { entryFields } from '../../shared/store/events/entry-item.ts';
import { type IndexedEvent, toPayload } from '../../shared/store/events/event-payload.ts';
import { entryKeysOf, listOf, widthClassOf } from '../../shared/store/events/lists.ts';
import type { ListName } from '../../shared/store/keys.ts';
import { pack } from '../../shared/store/packing.ts';
import type { StoreContext } from '../../shared/store/stored.ts';
import { dayTiles } from '../../shared/store/tiles/day-tiles.ts';
import { packTiles, pageKey, rankedEvent, type TopEvent } from '../../shared/store/tiles/tile-page.ts';
import { dayNumber } from '../../shared/time/day.ts';
import { TOP_PAGE } from '../../shared/timeline/pyramid/pages.ts';
import { pyramidOver } from '../../shared/timeline/pyramid/pyramid.ts';
import type { Ranked } from '../../shared/timeline/pyramid/tile.ts';

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
  const lists = new Map<ListName, Ranked<TopEvent>[]>(names.map((list) => [list, []]));
  let count = 0;
  let underway: Promise<void>[] = [];
  for (const event of events) {
    count++;
    const width = dayNumber(event.date.end) - dayNumber(event.date.start) + 1;
    const own = [...lists].filter(
      ([list]) => list === listOf('main') || event.entities.some(({ id }) => id === FACET.id),
    );
    if (own.length === 0) continue;
    const fields = entryFields(event, pack(toPayload(event)));
    for (const [, placed] of own) placed.push(rankedEvent(event));
    const wanted = new Set(own.map(([list]) => list));
    const keys = entryKeysOf(event).filter(({ pk }) => wanted.has(pk.slice(2, pk.lastIndexOf('|'))));
    if (width > 1) await context.census.admit([...wanted], widthClassOf(width));
    underway.push(
      context.table.writeMany(
        keys.map((key) => ({ ...key, ...fields })),
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

async function fillTiles({ table }: StoreContext, list: ListName, placed: readonly Ranked<TopEvent>[]): Promise<void> {
  const days = dayTiles();
  for (const event of [...placed].sort((a, b) => a.start - b.start)) days.add(event);
  await table.writeMany(
    pyramidOver(days.end()).pages.map((page) => ({
      ...pageKey(list, page),
      n: 1,
      ...(page.zoom === TOP_PAGE.zoom ? { c: placed.length } : {}),
      v: packTiles(page.tiles),
    })),
    [],
  );
}
