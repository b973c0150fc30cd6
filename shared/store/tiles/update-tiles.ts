import { type PageAddress, TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { type Page, pyramidOver } from '../../timeline/pyramid/pyramid.ts';
import { countOf, type Ranked, tileOver } from '../../timeline/pyramid/tile.ts';
import { changedTile, type TileChange } from '../../timeline/pyramid/tile-change.ts';
import { type Block, blockOf, ZOOMS, zoomOver, zoomUnder } from '../../timeline/zoom.ts';
import type { Item } from '../dynamo/table-access.ts';
import { giveWay } from '../give-way.ts';
import { inParallel } from '../in-parallel.ts';
import type { ListName } from '../keys.ts';
import { collectionOf } from '../lists/facet-lists.ts';
import type { StoreContext } from '../store-context.ts';
import { readDayTiles } from './day-tiles.ts';
import { type ListTile, packTiles, pageKey, pageSortKey, type TopEvent, unpackTiles } from './tile-page.ts';

/** A block with at most this many events has no page of its own: a reader reads its events, which are a few kilobytes. */
export const FEW_EVENTS = 48;
const PAGES_AT_ONCE = 8;

/** The changes of a batch in a list. */
export interface ListChange extends TileChange<TopEvent> {
  readonly list: ListName;
  /** Width classes that come to the list. */
  readonly classes: ReadonlySet<number>;
}

/** An event as it goes or comes. */
type Moved = Ranked<TopEvent>;

interface Update {
  readonly context: StoreContext;
  readonly list: ListName;
  readonly batch: number;
  readonly puts: Item[];
  readonly removals: { readonly pk: string; readonly sk: string }[];
}

/**
 * Updates the tiles of a list after a batch, whose rows must already be in the list.
 *
 * Only the finest tiles are changed by addition; all others are recomputed from the page below. A page records the
 * batch that wrote it, so a repeated batch leaves it unchanged. If addition is not sufficient (a top event was
 * removed), the block's rows are read.
 */
export async function updateTiles(context: StoreContext, change: ListChange, batch: number): Promise<void> {
  const { list, gone, come, classes } = change;
  const top = await context.table.get(pageKey(list, TOP_PAGE), { consistent: true });
  if (top?.b === batch) return;
  const update: Update = { context, list, batch, puts: [], removals: [] };
  const tiles = await changedPage(update, TOP_PAGE, top, { gone, come });
  const widths = [...new Set([...((top?.w as number[] | undefined) ?? []), ...classes])].sort((a, b) => a - b);
  // The finest first: a page that this batch has written vouches for all under it.
  for (const zoom of [...ZOOMS].reverse()) {
    const own = `${ZOOMS.indexOf(zoom)}|`;
    await context.table.writeMany(
      update.puts.filter(({ sk }) => sk.startsWith(own)),
      [],
    );
  }
  await context.table.writeMany([], update.removals);
  await context.table.put({
    ...pageKey(list, TOP_PAGE),
    b: batch,
    c: totalOf(tiles),
    w: widths,
    ...(top?.r === undefined ? {} : { r: top.r }),
    v: packTiles(tiles),
  });
}

const totalOf = (tiles: readonly ListTile[]): number => tiles.reduce((sum, tile) => sum + countOf(tile), 0);

/** The tiles of a page after a change; those of the pages under it are put by the way. */
async function changedPage(
  update: Update,
  page: PageAddress,
  item: Item | undefined,
  { gone, come }: TileChange<TopEvent>,
): Promise<readonly ListTile[]> {
  const { context, list } = update;
  const kept = item?.v === undefined ? [] : unpackTiles(item.v, page.zoom, collectionOf(list));
  const blocks = new Map<number, { gone: Moved[]; come: Moved[] }>();
  const at = (day: number) => {
    const { start } = blockOf(day, page.zoom);
    const block = blocks.get(start) ?? { gone: [], come: [] };
    blocks.set(start, block);
    return block;
  };
  for (const event of gone) at(event.start).gone.push(event);
  for (const event of come) at(event.start).come.push(event);
  const known = new Map(kept.map((tile) => [tile.start, tile]));
  const finer = zoomUnder(page.zoom);
  const pages = finer ? [...blocks.keys()].filter((start) => isPaged(known.get(start))) : [];
  const items = finer
    ? await context.table.getMany(
        pages.map((start) => pageKey(list, { zoom: finer, start })),
        { consistent: true },
      )
    : [];
  const found = new Map(items.map((one) => [one.sk, one]));
  const fresh: ListTile[] = [];
  await inParallel(blocks, PAGES_AT_ONCE, async ([start, own]) => {
    await giveWay();
    const block = blockOf(start, page.zoom);
    const under = finer && found.get(pageSortKey(finer, start));
    const tile = await changedBlock(update, page, block, known.get(start), under, own);
    if (tile) fresh.push(tile);
  });
  return [...kept.filter(({ start }) => !blocks.has(start)), ...fresh].sort((a, b) => a.start - b.start);
}

const isPaged = (tile: ListTile | undefined): boolean => tile !== undefined && countOf(tile) > FEW_EVENTS;

async function changedBlock(
  update: Update,
  { zoom }: PageAddress,
  block: Block,
  tile: ListTile | undefined,
  under: Item | undefined,
  change: TileChange<TopEvent>,
): Promise<ListTile | undefined> {
  const { context, list, batch } = update;
  const finer = zoomUnder(zoom);
  const count = (tile ? countOf(tile) : 0) + change.come.length - change.gone.length;
  if (finer && isPaged(tile) && count > FEW_EVENTS && under) {
    // Written by this batch before it died: all under it is as it must be.
    const isDone = under.b === batch;
    const page = { zoom: finer, start: block.start };
    const tiles = isDone
      ? unpackTiles(under.v, finer, collectionOf(list))
      : await changedPage(update, page, under, change);
    if (!isDone) update.puts.push({ ...pageKey(list, page), b: batch, v: packTiles(tiles) });
    return tileOver(block, tiles);
  }
  const isWhole = !finer || (!isPaged(tile) && count <= FEW_EVENTS);
  const changed = isWhole ? changedTile(block, tile, change) : ('unknown' as const);
  if (changed !== 'unknown') return changed;
  if (!finer) return (await readDayTiles(context, list, block))[0];
  // The block gets its first pages, loses its last ones, or only its rows can tell.
  const pyramid = pagesOver(await readDayTiles(context, list, block), block);
  for (const page of pyramid.pages) update.puts.push({ ...pageKey(list, page), b: batch, v: packTiles(page.tiles) });
  if (isPaged(tile))
    await removePages(update, block, finer, new Set(pyramid.pages.map((page) => pageSortKey(page.zoom, page.start))));
  return pyramid.tile;
}

/** Pages of a block that had some, less those that it keeps. */
async function removePages(
  { context, list, removals }: Update,
  block: Block,
  finest: PageAddress['zoom'],
  kept: ReadonlySet<string>,
): Promise<void> {
  for (let zoom: PageAddress['zoom'] | undefined = finest; zoom; zoom = zoomUnder(zoom)) {
    const { pk, sk } = pageKey(list, { zoom, start: block.start });
    const to = pageSortKey(zoom, block.end);
    for await (const item of context.table.rangeAll({ pk, from: sk, to, consistent: true })) {
      if (!kept.has(item.sk)) removals.push({ pk, sk: item.sk });
    }
  }
}

/** The pages that days make which lie in one block, or anywhere: a page is there where its block has more than a few events. */
export function pagesOver(
  days: readonly ListTile[],
  within?: Block,
): { pages: readonly Page<TopEvent>[]; tile: ListTile | undefined } {
  const { pages, tile } = pyramidOver(days, within);
  return {
    pages: pages.filter(({ zoom, tiles }) => zoomOver(zoom) === undefined || totalOf(tiles) > FEW_EVENTS),
    tile,
  };
}

/** All pages over the days of a block, also those that are not kept. */
export const pagesUnder = (days: readonly ListTile[], within: Block): readonly Page<TopEvent>[] =>
  pyramidOver(days, within).pages;
