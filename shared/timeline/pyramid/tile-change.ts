import type { Block } from '../zoom.ts';
import { best, countOf, type Ranked, type Reach, type Tile, TOP, tileOf } from './tile.ts';

/** Events removed from a block and events added to it. A changed event is in both. */
export interface TileChange<Event> {
  readonly gone: readonly Ranked<Event>[];
  readonly come: readonly Ranked<Event>[];
}

/**
 * Updates a tile from the tile and the change alone.
 *
 * @returns `'unknown'` if only the events under the tile can tell: a top event was removed and others follow it, or the
 * first or last day changed.
 */
export function changedTile<Event>(
  block: Block,
  tile: Tile<Event> | undefined,
  { gone, come }: TileChange<Event>,
): Tile<Event> | undefined | 'unknown' {
  if (!tile) return gone.length > 0 ? 'unknown' : tileOf(block, come);
  const left = new Set(gone.map(({ id }) => id));
  const kept = tile.top.filter(({ id }) => !left.has(id));
  const count = countOf(tile) - gone.length;
  if (count < 0) return 'unknown';
  // If a top event is removed, its successor is unknown. A changed event that ranks no lower keeps its place.
  const stayed = (event: Ranked<Event>) => come.some(({ id, rank }) => id === event.id && rank >= event.rank);
  const lost = tile.top.filter((event) => left.has(event.id) && !stayed(event));
  if (lost.length > 0 && count > kept.length) return 'unknown';
  const counts = [...tile.counts];
  for (const { modality } of gone) counts[modality] = (counts[modality] ?? 0) - 1;
  for (const { modality } of come) counts[modality] = (counts[modality] ?? 0) + 1;
  if (count + come.length === 0) return undefined;
  const stays = count > 0;
  const isMissed = (day: number) => gone.some(({ start }) => start === day) && !come.some(({ start }) => start === day);
  if (stays && block.start !== block.end && (isMissed(tile.first) || isMissed(tile.last))) return 'unknown';
  const starts = [...(stays ? [tile.first, tile.last] : []), ...come.map(({ start }) => start)];
  return {
    ...block,
    counts,
    reach: changedReach(block, tile.reach, { gone, come }),
    top: best([...kept, ...come]).slice(0, TOP),
    first: Math.min(...starts),
    last: Math.max(...starts),
  };
}

function changedReach<Event>(
  block: Block,
  reach: readonly Reach[],
  { gone, come }: TileChange<Event>,
): readonly Reach[] {
  const sums = new Map(reach.map(([end, modality, count]) => [`${end}/${modality}`, [end, modality, count] as Reach]));
  const add = ({ end, modality }: Ranked<Event>, by: number) => {
    if (end <= block.end) return;
    const key = `${end}/${modality}`;
    sums.set(key, [end, modality, (sums.get(key)?.[2] ?? 0) + by]);
  };
  for (const event of gone) add(event, -1);
  for (const event of come) add(event, 1);
  return [...sums.values()].filter(([, , count]) => count !== 0).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
