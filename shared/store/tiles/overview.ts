import type { TimelineEvent } from '../../events/event.ts';
import { dayNumber, isoDay } from '../../time/day.ts';
import { type PageAddress, pagesFor, TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { summarise } from '../../timeline/pyramid/summary.ts';
import { best } from '../../timeline/pyramid/tile.ts';
import type { TimelineQuery } from '../../timeline/query.ts';
import { type Block, blockOf, blocksIn, type Zoom, zoomFor } from '../../timeline/zoom.ts';
import { type IndexedEvent, modalityNumber, publicEvent } from '../events/event-payload.ts';
import { FIRST_DAY, LAST_DAY, type Plan, planOf } from '../events/query-filter.ts';
import { rarestList, walkQuery } from '../events/walk-query.ts';
import { keys, type ListName, positionOf } from '../keys.ts';
import type { Overview } from '../store.ts';
import type { StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import { collectionOf } from './day-tiles.ts';
import { type ListTile, pageKey, pageSortKey, rankedEvent, unpackTiles } from './tile-page.ts';

/** Entries that an overview with several filters reads before it estimates. */
const MOST_READ = 2000;
/** Pages side by side are read as one range when there are at least so many. */
const RUN = 3;

/**
 * Counts and top events of a query by buckets of time.
 *
 * From tiles wherever one list and the modality say all (exact, and as cheap over a hundred million events as over a thousand); from the entries
 * themselves for short lists and for filters that tiles don't know. Then it reads a bounded number of entries and, if those are not all, says how
 * many there would be if the rest were like them, with `exact: false`.
 */
export async function overviewOf(context: StoreContext, query: TimelineQuery, buckets: number): Promise<Overview> {
  const plan = planOf(query);
  const list = await rarestList(context, plan);
  const top = await context.table.get(pageKey(list, TOP_PAGE));
  const tiled = top?.v !== undefined ? { query, plan, list, top, buckets } : undefined;
  if (tiled && plan.facets.length <= 1 && (query.minImportance ?? 0) <= 0) return fromTiles(context, tiled);
  const entries: PlacedEvent[] = [];
  let read = 0;
  for await (const entry of walkQuery(context, { plan, list, order: 'asc', expected: 64 })) {
    if (read++ === MOST_READ) {
      return tiled
        ? estimated(await fromTiles(context, tiled), plan, entries)
        : fromEntries(plan, entries, buckets, false);
    }
    const event = entry.event();
    if (plan.accepts(event)) entries.push({ start: positionOf(entry.sk).start, event });
  }
  return fromEntries(plan, entries, buckets, true);
}

interface PlacedEvent {
  readonly start: number;
  readonly event: IndexedEvent;
}

/** Counts as they would be if all entries were like those read; top events of those read alone. */
function estimated(whole: Overview, plan: Plan, entries: readonly PlacedEvent[]): Overview {
  const share = entries.length / MOST_READ;
  const buckets = whole.buckets.map((bucket) => {
    const inside = entries.filter(({ start }) => {
      const day = isoDay(Math.max(start, plan.from));
      return dayNumber(day) >= dayNumber(bucket.start) && dayNumber(day) <= dayNumber(bucket.end);
    });
    const count = Math.max(inside.length, Math.round(bucket.count * share));
    return { ...bucket, count, top: topOf(inside) };
  });
  return { ...whole, buckets, total: buckets.reduce((sum, { count }) => sum + count, 0), exact: false };
}

const topOf = (entries: readonly PlacedEvent[]): readonly TimelineEvent[] =>
  best(entries.map(({ event }) => rankedEvent(event))).map(({ event }) => publicEvent(event));

interface TilesRequest {
  readonly query: TimelineQuery;
  readonly plan: Plan;
  readonly list: ListName;
  readonly top: Item;
  readonly buckets: number;
}

async function fromTiles(context: StoreContext, request: TilesRequest): Promise<Overview> {
  const { query, plan, list, top } = request;
  const collection = collectionOf(list);
  const millennia = unpackTiles(top.v, 'millennium', collection);
  const stretch = stretchOf(plan, millennia);
  if (!stretch) return { zoom: 'day', buckets: [], total: 0, exact: true };
  const zoom = zoomFor(stretch, request.buckets);
  const pages = await readPages(context, list, pagesFor(stretch, zoom));
  pages.set(keyOf(TOP_PAGE), millennia);
  const modalities = query.modalities?.length ? new Set(query.modalities.map(modalityNumber)) : undefined;
  const filled = summarise({
    stretch,
    zoom,
    endingBy: plan.within ? plan.to : undefined,
    counts: (modality) => modalities?.has(modality) ?? true,
    tilesOf: (page) => pages.get(keyOf(page)) ?? [],
  }).map(({ start, end, count, top }) => ({
    start: isoDay(start),
    end: isoDay(end),
    count,
    top: top.map(({ event }) => publicEvent(event)),
  }));
  return { zoom, buckets: filled, total: filled.reduce((sum, { count }) => sum + count, 0), exact: true };
}

/** The days asked for; where an end is open, as far as there are events. */
function stretchOf(plan: Plan, millennia: readonly ListTile[]): Block | undefined {
  if (millennia.length === 0) return undefined;
  const start = plan.from > FIRST_DAY ? plan.from : Math.min(...millennia.map(({ first }) => first));
  const last = Math.max(...millennia.map((tile) => tile.last));
  const end = plan.to < LAST_DAY ? plan.to : Math.max(start, last);
  return end < start ? undefined : { start, end };
}

const keyOf = ({ zoom, start }: PageAddress): string => pageSortKey(zoom, start);

/** Pages of one zoom that follow each other are one range; the rest is fetched by key, all at once. */
async function readPages({ table }: StoreContext, list: ListName, pages: readonly PageAddress[]) {
  const collection = collectionOf(list);
  const found = new Map<string, readonly ListTile[]>();
  const byZoom = new Map<Zoom, PageAddress[]>();
  for (const page of pages) {
    if (page.zoom !== 'millennium') byZoom.set(page.zoom, [...(byZoom.get(page.zoom) ?? []), page]);
  }
  const single: PageAddress[] = [];
  const runs: Promise<readonly Item[]>[] = [];
  for (const [zoom, run] of byZoom) {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length < RUN || !first || !last) single.push(...run);
    else runs.push(rangeOf(table, keys.tiles(list), pageSortKey(zoom, first.start), pageSortKey(zoom, last.start)));
  }
  const [byKey, ...byRange] = await Promise.all([table.getMany(single.map((page) => pageKey(list, page))), ...runs]);
  for (const item of [...byKey, ...byRange.flat()]) {
    const zoom = pages.find((page) => keyOf(page) === item.sk)?.zoom;
    // Of a page that is no longer needed only its version is left.
    if (zoom && item.v !== undefined) found.set(item.sk, unpackTiles(item.v, zoom, collection));
  }
  return found;
}

async function rangeOf(table: StoreContext['table'], pk: string, from: string, to: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of table.rangeAll({ pk, from, to })) items.push(item);
  return items;
}

function fromEntries(plan: Plan, entries: readonly PlacedEvent[], buckets: number, exact: boolean): Overview {
  if (entries.length === 0) return { zoom: 'day', buckets: [], total: 0, exact };
  const starts = entries.map(({ start }) => start);
  const from = plan.from > FIRST_DAY ? plan.from : starts.reduce((a, b) => Math.min(a, b));
  const to = plan.to < LAST_DAY ? plan.to : starts.reduce((a, b) => Math.max(a, b), from);
  const zoom = zoomFor({ start: from, end: to }, buckets);
  const byBlock = new Map<number, PlacedEvent[]>();
  for (const entry of entries) {
    const { start } = blockOf(Math.max(entry.start, from), zoom);
    const inside = byBlock.get(start) ?? [];
    inside.push(entry);
    byBlock.set(start, inside);
  }
  const filled = blocksIn({ start: from, end: to }, zoom).map((block) => {
    const inside = byBlock.get(block.start) ?? [];
    return {
      start: isoDay(Math.max(block.start, from)),
      end: isoDay(Math.min(block.end, to)),
      count: inside.length,
      top: topOf(inside),
    };
  });
  return { zoom, buckets: filled, total: entries.length, exact };
}
