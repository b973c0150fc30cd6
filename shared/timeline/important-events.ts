import type { TimelineEvent } from '../events/event.ts';
import { dayNumber } from '../time/day.ts';
import type { Bucket, Overview } from './overview.ts';

/** Reads the overview of a part of the same query; days are inclusive. */
export type CloserOverview = (range: { readonly from: string; readonly to: string }) => Promise<Overview>;

/** Most closer overviews read: each costs about as much as the first. */
const MOST_REFINEMENTS = 3;
/** Share of the events that no bucket names, which the next closer overview must cover. */
const LEAST_SHARE = 0.5;

/**
 * The events that matter most, found without reading all: the top events of an overview, and of closer overviews where most of the other events lie. A
 * collection of one year's news with a few looks back over two centuries otherwise has three candidates of that year, and the rest from the centuries.
 *
 * @param overview The first overview of the whole query.
 * @returns In no order, each once; at most the top events of `1 + MOST_REFINEMENTS` overviews.
 */
export async function importantEvents(overview: Overview, closer: CloserOverview): Promise<readonly TimelineEvent[]> {
  let buckets = overview.buckets.filter(({ count }) => count > 0);
  const found = new Map<string, TimelineEvent>();
  const collect = (from: readonly Bucket[]): void => {
    for (const event of from.flatMap(({ top }) => top)) found.set(event.id, event);
  };
  collect(buckets);
  for (let turn = 0; turn < MOST_REFINEMENTS; turn++) {
    const range = densestRange(buckets);
    if (!range) break;
    const inside = (await closer(range)).buckets.filter(({ count }) => count > 0);
    collect(inside);
    buckets = [...buckets.slice(0, range.first), ...inside, ...buckets.slice(range.last + 1)];
  }
  return [...found.values()];
}

/** Events of a bucket beyond its top events that a closer overview could name; none in a bucket of one day. */
const unnamed = ({ start, end, count, top }: Bucket): number => (start === end ? 0 : Math.max(0, count - top.length));

/** Indices and days of the shortest run of buckets with at least half of the events that no bucket names. */
function densestRange(
  buckets: readonly Bucket[],
): { readonly first: number; readonly last: number; readonly from: string; readonly to: string } | undefined {
  const least = LEAST_SHARE * buckets.reduce((sum, bucket) => sum + unnamed(bucket), 0);
  if (least === 0) return undefined;
  let best: { first: number; last: number; from: string; to: string; days: number } | undefined;
  for (let i = 0, j = 0, held = 0; i < buckets.length; i++) {
    while (j < buckets.length && held < least) held += unnamed(buckets[j++] as Bucket);
    if (held < least) break;
    const [from, to] = [(buckets[i] as Bucket).start, (buckets[j - 1] as Bucket).end];
    const days = dayNumber(to) - dayNumber(from) + 1;
    if (!best || days < best.days) best = { first: i, last: j - 1, from, to, days };
    held -= unnamed(buckets[i] as Bucket);
  }
  return best;
}
