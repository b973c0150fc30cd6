import type { TimelineEvent } from '../../events/event.ts';
import { isoDay } from '../../time/day.ts';
import type { Overview } from '../../timeline/overview.ts';
import { type PageAddress, pagesFor, TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { pyramidOver } from '../../timeline/pyramid/pyramid.ts';
import { summarise } from '../../timeline/pyramid/summary.ts';
import { best, countOf, TOP } from '../../timeline/pyramid/tile.ts';
import type { TimelineQuery } from '../../timeline/query.ts';
import { type Block, blockOf, blocksIn, ZOOMS, type Zoom, zoomFor, zoomOver } from '../../timeline/zoom.ts';
import { readHeads } from '../builder/read-heads.ts';
import type { Item } from '../dynamo/table-access.ts';
import { type IndexedEvent, modalityNumber, publicEvent } from '../event-payload.ts';
import { groupedBy } from '../grouped-by.ts';
import { keys, type ListName, positionOf } from '../keys.ts';
import { collectionOf } from '../lists/facet-lists.ts';
import { DAYS } from '../lists/walk-list.ts';
import type { Posting } from '../segments/terms.ts';
import type { StoreContext } from '../store-context.ts';
import { readDayTiles } from '../tiles/day-tiles.ts';
import { type ListTile, pageKey, pageSortKey, rankedEvent, unpackTiles } from '../tiles/tile-page.ts';
import { FEW_EVENTS, pagesUnder } from '../tiles/update-tiles.ts';
import { type Plan, planOf } from './query-filter.ts';
import { listFor, postingsOf, walkQuery } from './walk-query.ts';

/** Events that an overview by importance reads before it estimates. */
const MOST_READ = 2000;
/** A list with at most so many events is read whole for an overview: seven read units at most, while pages are up to a dozen items of half a unit and more. */
const WHOLE_LIST = 250;
/** Pages side by side are read as one range when there are at least so many. */
const RUN = 3;

/**
 * Counts and top events of a query by buckets of time.
 *
 * From tiles if one list and the modality answer the query (exact, at the same cost for a hundred million events as for
 * a thousand); from the postings of several terms, also exact; from the events themselves if importance or the basis of
 * dates is filtered. Then it reads a limited number of events and returns `exact: false` if those are not all.
 */
export async function overviewOf(context: StoreContext, query: TimelineQuery, buckets: number): Promise<Overview> {
  const plan = planOf(query);
  if ((query.minImportance ?? 0) > 0 || query.bases?.length) return fromEvents(context, plan, buckets);
  const found = await listFor(context, plan);
  if (!found) return fromPostings(context, query, plan, buckets);
  if (found.top === undefined) return { zoom: 'day', buckets: [], total: 0, exact: true };
  return fromTiles(context, { query, plan, list: found.list, top: found.top, buckets });
}

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
  const needed = pagesFor(stretch, zoom);
  const isShort = Number(top.c) <= (context.wholeList ?? WHOLE_LIST);
  const pages = isShort ? await pagesOfRows(context, list) : await readPages(context, list, needed);
  pages.set(keyOf(TOP_PAGE), millennia);
  if (!isShort) await addSmallBlocks(context, list, needed, pages);
  const modalities = query.modalities?.length ? new Set(query.modalities.map(modalityNumber)) : undefined;
  const filled = summarise({
    stretch,
    zoom,
    endingBy: plan.within ? plan.to : undefined,
    counts: (modality) => modalities?.has(modality) ?? true,
    tilesOf: (page) => pages.get(keyOf(page)) ?? [],
  }).map(({ start, end, count, top: best }) => ({
    start: isoDay(start),
    end: isoDay(end),
    count,
    top: best.map(({ event }) => publicEvent(event)),
  }));
  return { zoom, buckets: filled, total: filled.reduce((sum, { count }) => sum + count, 0), exact: true };
}

/** The pages over all rows of a list. */
async function pagesOfRows(context: StoreContext, list: ListName): Promise<Map<string, readonly ListTile[]>> {
  const { pages } = pyramidOver(await readDayTiles(context, list, undefined, false));
  return new Map(pages.map((page) => [keyOf(page), page.tiles]));
}

/** The days asked for; where an end is open, as far as there are events. */
function stretchOf(plan: Plan, millennia: readonly ListTile[]): Block | undefined {
  if (millennia.length === 0) return undefined;
  const start = plan.from > DAYS.first ? plan.from : Math.min(...millennia.map(({ first }) => first));
  const last = Math.max(...millennia.map((tile) => tile.last));
  const end = plan.to < DAYS.last ? plan.to : Math.max(start, last);
  return end < start ? undefined : { start, end };
}

const keyOf = ({ zoom, start }: PageAddress): string => pageSortKey(zoom, start);

/** Pages of one zoom that follow each other are one range; the rest is fetched by key, all at once. */
async function readPages({ table }: StoreContext, list: ListName, pages: readonly PageAddress[]) {
  const collection = collectionOf(list);
  const found = new Map<string, readonly ListTile[]>();
  const byZoom = groupedBy(
    pages.filter(({ zoom }) => zoom !== 'millennium'),
    ({ zoom }) => zoom,
  );
  const single: PageAddress[] = [];
  const runs: Promise<readonly Item[]>[] = [];
  for (const [zoom, run] of byZoom) {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length < RUN || !first || !last) single.push(...run);
    else runs.push(rangeOf(table, keys.tiles(list), pageSortKey(zoom, first.start), pageSortKey(zoom, last.start)));
  }
  const [byKey, ...byRange] = await Promise.all([table.getMany(single.map((page) => pageKey(list, page))), ...runs]);
  const zooms = new Map(pages.map((page) => [keyOf(page), page.zoom]));
  for (const item of [...byKey, ...byRange.flat()]) {
    const zoom = zooms.get(item.sk);
    if (zoom) found.set(item.sk, unpackTiles(item.v, zoom, collection));
  }
  return found;
}

async function rangeOf(table: StoreContext['table'], pk: string, from: string, to: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of table.rangeAll({ pk, from, to })) items.push(item);
  return items;
}

/**
 * Blocks with few events have no pages: those that the summary looks into are made from their rows. Blocks that lie side by side are read
 * together.
 */
async function addSmallBlocks(
  context: StoreContext,
  list: ListName,
  needed: readonly PageAddress[],
  pages: Map<string, readonly ListTile[]>,
): Promise<void> {
  const small: Block[] = [];
  const isInside = (day: number) => small.some(({ start, end }) => day >= start && day <= end);
  // From the top down: what lies in a small block is made with it.
  for (const zoom of ZOOMS.slice(1)) {
    for (const page of needed.filter((one) => one.zoom === zoom)) {
      const over = zoomOver(zoom);
      if (!over || pages.has(keyOf(page)) || isInside(page.start)) continue;
      const tile = tileAt(pages, page.start, over);
      if (tile && countOf(tile) > TOP && countOf(tile) <= FEW_EVENTS) small.push(blockOf(page.start, over));
    }
  }
  const runs: { start: number; end: number; blocks: Block[] }[] = [];
  for (const block of [...small].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    if (last && last.end + 1 === block.start) {
      last.end = block.end;
      last.blocks.push(block);
    } else runs.push({ ...block, blocks: [block] });
  }
  await Promise.all(
    runs.map(async ({ start, end, blocks }) => {
      const days = await readDayTiles(context, list, { start, end }, false);
      for (const block of blocks) {
        const own = days.filter((day) => day.start >= block.start && day.start <= block.end);
        for (const page of pagesUnder(own, block)) pages.set(keyOf(page), page.tiles);
      }
    }),
  );
}

/** The tile of a zoom that begins on a day. */
function tileAt(pages: ReadonlyMap<string, readonly ListTile[]>, day: number, zoom: Zoom): ListTile | undefined {
  const over = zoomOver(zoom);
  const page = over === undefined ? TOP_PAGE : { zoom, start: blockOf(day, over).start };
  return pages.get(keyOf(page))?.find(({ start }) => start === day);
}

async function fromPostings(
  context: StoreContext,
  query: TimelineQuery,
  plan: Plan,
  buckets: number,
): Promise<Overview> {
  const modalities = query.modalities?.length ? new Set(query.modalities.map(modalityNumber)) : undefined;
  const postings = (await postingsOf(context, plan)).filter(({ modality }) => modalities?.has(modality) ?? true);
  const overview = bucketsOf(plan, postings, buckets);
  const top = new Map(overview.filled.map(({ block, inside }) => [block.start, topOf(inside)]));
  const heads = await readHeads(context, [...top.values()].flat());
  const byId = new Map(heads.map(({ event }) => [event.id, event]));
  const shown = (some: readonly Posting[]) =>
    best(some.flatMap(({ id }) => byId.get(id) ?? []).map(rankedEvent)).map(({ event }) => publicEvent(event));
  return answerOf(overview, postings.length, true, ({ start }) => shown(top.get(start) ?? []));
}

const topOf = (postings: readonly Posting[]): readonly Posting[] =>
  [...postings].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1)).slice(0, TOP);

async function fromEvents(context: StoreContext, plan: Plan, buckets: number): Promise<Overview> {
  const placed: { start: number; event: IndexedEvent }[] = [];
  let read = 0;
  let exact = true;
  for await (const { key, event } of walkQuery(context, { plan, order: 'asc', expected: 64 })) {
    if (read++ === MOST_READ) {
      exact = false;
      break;
    }
    if (plan.accepts(event())) placed.push({ start: positionOf(key).start, event: event() });
  }
  const overview = bucketsOf(plan, placed, buckets);
  const inside = new Map(overview.filled.map((one) => [one.block.start, one.inside]));
  return answerOf(overview, placed.length, exact, ({ start }): readonly TimelineEvent[] =>
    best((inside.get(start) ?? []).map(({ event }) => rankedEvent(event))).map(({ event }) => publicEvent(event)),
  );
}

interface Filled<Placed> {
  readonly zoom: Zoom;
  readonly filled: readonly { readonly block: Block; readonly inside: readonly Placed[] }[];
}

/** Puts events into the buckets of their days, cut to the days asked for. */
function bucketsOf<Placed extends { readonly start: number }>(
  plan: Plan,
  placed: readonly Placed[],
  buckets: number,
): Filled<Placed> {
  if (placed.length === 0) return { zoom: 'day', filled: [] };
  const starts = placed.map(({ start }) => start);
  const from = plan.from > DAYS.first ? plan.from : starts.reduce((a, b) => Math.min(a, b));
  const to = plan.to < DAYS.last ? plan.to : starts.reduce((a, b) => Math.max(a, b), from);
  const zoom = zoomFor({ start: from, end: to }, buckets);
  const byBlock = groupedBy(placed, ({ start }) => blockOf(Math.max(start, from), zoom).start);
  const filled = blocksIn({ start: from, end: to }, zoom).map((block) => ({
    block: { start: Math.max(block.start, from), end: Math.min(block.end, to) },
    inside: byBlock.get(block.start) ?? [],
  }));
  return { zoom, filled };
}

const answerOf = <Placed>(
  { zoom, filled }: Filled<Placed>,
  total: number,
  exact: boolean,
  top: (block: Block) => readonly TimelineEvent[],
): Overview => ({
  zoom,
  buckets: filled.map(({ block, inside }) => ({
    start: isoDay(block.start),
    end: isoDay(block.end),
    count: inside.length,
    top: top(block),
  })),
  total,
  exact,
});
