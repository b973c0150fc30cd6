import { composeEvents } from '../events/merging/compose-events.ts';
import { TOP_PAGE } from '../timeline/pyramid/pages.ts';
import { type Page, pyramidOver } from '../timeline/pyramid/pyramid.ts';
import { digestOf, eventIdIn, hash64, headEvent, isGone, isHidden, ownPart } from './events/cell.ts';
import { type CellState, cellState } from './events/cell-state.ts';
import { fromPayload, type IndexedEvent, type Payload } from './events/event-payload.ts';
import { entryKeysOf, FACET_KINDS, listOf } from './events/lists.ts';
import { readWhereabouts } from './events/whereabouts.ts';
import { keys, type ListName, partsOfTimeKey, positionOf, SHARDS, times, unpart } from './keys.ts';
import { unpack } from './packing.ts';
import type { StoreContext } from './stored.ts';
import { LIST_ENTRIES } from './table.ts';
import { collectionOf, dayTiles } from './tiles/day-tiles.ts';
import { SMALL_LIST } from './tiles/rebuild.ts';
import { isSame, readAllPages, sortKeyOf } from './tiles/stored-pages.ts';
import { type ListTile, packTiles, rankedEvent, type TopEvent } from './tiles/tile-page.ts';

/** Something that is not what it must be. */
export interface Difference {
  readonly what: 'event' | 'entry' | 'tile' | 'mention';
  /** The key of the item, or the event's id. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Recomputes everything that is derived and reports what differs: events from mentions, entries from events, tiles from entries. Reads the
 * whole archive by way of its articles, so it takes as long as the archive is large; meant for a quiet store.
 */
export async function* verifyStore(context: StoreContext): AsyncGenerator<Difference> {
  const { table } = context;
  const cells = new Map<string, Set<string>>();
  for await (const some of inChunks(finishedArticles(context))) {
    for (const { places } of await Promise.all(some.map((id) => readWhereabouts(table, id)))) {
      for (const [cell, mentions] of Object.entries(places)) {
        const known = cells.get(cell) ?? new Set();
        for (const id of mentions) known.add(id);
        cells.set(cell, known);
      }
    }
  }
  const open = [...cells.keys()];
  const collections = new Set<string>();
  const expected = new Map<string, Map<string, string>>();
  for await (const [cell, state] of cellStates(context, open)) {
    for (const to of state.exportedTo) {
      if (!cells.has(to)) {
        cells.set(to, new Set());
        open.push(to);
      }
    }
    for (const { id } of state.mentions) {
      if (!cells.get(cell)?.has(id))
        yield difference('mention', keys.mention(cell, id), 'an article that gives it', 'none');
    }
    if (state.collection !== '') collections.add(state.collection);
    const { events } = composeEvents(state.collection, state, eventIdIn(cell));
    const wanted = new Map(events.map((event) => [ownPart(event.event.id), event]));
    for (const [own, composed] of wanted) {
      const head = state.heads.get(own);
      if (!head || isGone(head)) yield difference('event', keys.head(cell, own), composed.event.title, 'nothing');
      else if (head.d !== digestOf(composed)) {
        yield difference(
          'event',
          keys.head(cell, own),
          JSON.stringify(composed.event),
          JSON.stringify(headEvent(cell, head)),
        );
      }
    }
    for (const [own, head] of state.heads) {
      if (isGone(head)) continue;
      const event = headEvent(cell, head);
      if (!wanted.has(own)) yield difference('event', keys.head(cell, own), 'nothing', event.title);
      if (isHidden(head)) continue;
      // Of millions of entries, no more than what tells whether they are right.
      const digest = hash64(steady(event));
      for (const { pk, sk } of entryKeysOf(event)) {
        const entries = expected.get(pk) ?? new Map<string, string>();
        expected.set(pk, entries.set(sk, digest));
      }
    }
  }
  for await (const pk of knownLists(context, collections)) {
    if (!expected.has(pk)) expected.set(pk, new Map());
  }
  for (const [pk, entries] of expected) {
    const days = dayTiles();
    yield* verifyList(context, pk, entries, days);
    if (pk.startsWith(LIST_ENTRIES)) {
      yield* verifyTiles(context, pk.slice(LIST_ENTRIES.length, pk.lastIndexOf('|')), days.end(), entries.size);
    }
  }
}

/** Read side by side: a large archive has hundreds of thousands of cells. */
const AT_ONCE = 16;

async function* inChunks<T>(all: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  let chunk: T[] = [];
  for await (const one of all) {
    chunk.push(one);
    if (chunk.length < AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  yield chunk;
}

/** The states of cells; more may be added to those that are open while it goes on. */
async function* cellStates(
  { table }: StoreContext,
  open: string[],
): AsyncGenerator<readonly [cell: string, state: CellState]> {
  while (open.length > 0) {
    yield* await Promise.all(open.splice(-AT_ONCE).map(async (cell) => [cell, await cellState(table, cell)] as const));
  }
}

async function* finishedArticles({ table }: StoreContext): AsyncGenerator<string> {
  for await (const { sk: version } of table.rangeAll({ pk: keys.versions, consistent: true })) {
    for (let shard = 0; shard < SHARDS.articles; shard++) {
      for await (const { gsk } of table.rangeAll({ pk: times.done(version, shard), index: 'byTime' })) {
        yield partsOfTimeKey(gsk)[1] ?? '';
      }
    }
  }
}

/** Partitions of every list that ever had an entry, also of those that should have none now. */
async function* knownLists({ table, census }: StoreContext, collections: Iterable<string>): AsyncGenerator<string> {
  for (const collection of collections) {
    const lists = [listOf(collection)];
    for (const kind of FACET_KINDS) {
      for await (const { v } of table.rangeAll({ pk: keys.facets(collection, kind) })) {
        lists.push(listOf(collection, { kind, id: (v as { id: string }).id }));
      }
    }
    for (const list of lists) {
      yield keys.list(list);
      for (const widthClass of await census.of(list)) yield keys.wideList(list, widthClass);
    }
  }
}

/** Entries may show smaller counts than their event until the next sweep; in everything else they are the event. */
async function* verifyList(
  { table }: StoreContext,
  pk: string,
  expected: ReadonlyMap<string, string>,
  days: ReturnType<typeof dayTiles>,
): AsyncGenerator<Difference> {
  const seen = new Set<string>();
  for await (const { sk, v } of table.rangeAll({ pk, consistent: true })) {
    seen.add(sk);
    const digest = expected.get(sk);
    if (digest === undefined) {
      yield difference('entry', { pk, sk }, 'nothing', 'an entry');
      continue;
    }
    const entry = fromPayload(positionOf(sk).id, collectionOf(pk.slice(LIST_ENTRIES.length)), unpack(v) as Payload);
    days.add(rankedEvent(entry));
    const found = steady(entry);
    if (digest !== hash64(found)) yield difference('entry', { pk, sk }, 'the event as its head has it', found);
  }
  for (const sk of expected.keys()) {
    if (!seen.has(sk)) yield difference('entry', { pk, sk }, 'an entry', 'nothing');
  }
}

const steady = ({ importance: _i, confidence: _c, mentions: _m, sources: _s, ...event }: IndexedEvent): string =>
  JSON.stringify(event);

async function* verifyTiles(
  context: StoreContext,
  list: ListName,
  days: readonly ListTile[],
  length: number,
): AsyncGenerator<Difference> {
  const found = await readAllPages(context, list);
  const isTiled = found.get(sortKeyOf(TOP_PAGE))?.v !== undefined;
  const { pages } = isTiled || length > SMALL_LIST ? pyramidOver(days) : { pages: [] };
  for (const page of pages) {
    // What else is there lies under tiles that keep all their events: nobody reads it.
    const item = found.get(sortKeyOf(page));
    if (isSame(item?.v, packTiles(page.tiles))) continue;
    const there = item?.v === undefined ? 'no tiles' : 'other tiles';
    yield difference('tile', { pk: keys.tiles(list), sk: sortKeyOf(page) }, inWords(page), there);
  }
}

const inWords = ({ tiles }: Page<TopEvent>): string =>
  JSON.stringify(tiles.map(({ start, counts }) => [start, counts]));

const difference = (
  what: Difference['what'],
  { pk, sk }: { readonly pk: string; readonly sk: string },
  expected: string,
  found: string,
): Difference => ({ what, where: `${unpart(pk)} ${sk}`, expected, found });
