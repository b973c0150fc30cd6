import type { TimelineEvent } from '../events/event.ts';
import { dayNumber, isoDay } from '../time/day.ts';
import type { Bucket, Overview } from './overview.ts';
import { blockOf, type Zoom, zoomFor } from './zoom.ts';

/** Most events listed for a bucket. */
const TOP = 3;

/**
 * An overview with some events removed from its counts and others added.
 *
 * @param change `removed` are counted in the overview, `added` are not; no event is in both.
 * @param from First day of the query: an event counts in the bucket of the later of its start and this day.
 * @param buckets Number of buckets for an overview without any.
 */
export function adjusted<Given extends Overview>(
  overview: Given,
  change: { readonly removed: readonly TimelineEvent[]; readonly added: readonly TimelineEvent[] },
  from: string | undefined,
  buckets: number,
): Given {
  const dayOf = ({ date }: TimelineEvent): number =>
    Math.max(dayNumber(date.start), from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from));
  const zoom = overview.buckets.length > 0 ? overview.zoom : zoomOf(change.added.map(dayOf), buckets);
  const all = new Map<number, Bucket>();
  for (const bucket of overview.buckets) all.set(blockOf(dayNumber(bucket.start), zoom).start, bucket);
  const recount = (event: TimelineEvent, by: 1 | -1): void => {
    const block = blockOf(dayOf(event), zoom);
    const bucket = all.get(block.start) ?? { start: isoDay(block.start), end: isoDay(block.end), count: 0, top: [] };
    const others = bucket.top.filter(({ id }) => id !== event.id);
    const top = by === 1 ? mostImportant([...others, event]) : others;
    all.set(block.start, { ...bucket, count: Math.max(0, bucket.count + by), top });
  };
  for (const event of change.removed) recount(event, -1);
  for (const event of change.added) recount(event, 1);
  return {
    ...overview,
    zoom,
    buckets: [...all.entries()].sort(([a], [b]) => a - b).map(([, bucket]) => bucket),
    total: Math.max(0, overview.total - change.removed.length + change.added.length),
  };
}

const mostImportant = (events: readonly TimelineEvent[]): readonly TimelineEvent[] =>
  [...events].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1)).slice(0, TOP);

function zoomOf(days: readonly number[], buckets: number): Zoom {
  return days.length === 0 ? 'year' : zoomFor({ start: Math.min(...days), end: Math.max(...days) }, buckets);
}
