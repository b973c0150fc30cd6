import type { TimelineEvent } from '../../shared/events/event.ts';
import { dayNumber, dayNumberOf, isoDay } from '../../shared/time/day.ts';
import type { Bucket, Overview } from '../../shared/timeline/overview.ts';
import { blocksIn, zoomFor } from '../../shared/timeline/zoom.ts';
import { eventOf } from '../../test/browser/timeline-fixtures.ts';

/** A million events over two centuries, generated on demand: each tile is computed from its days alone and is the same every time. */
const FIRST = dayNumberOf(1824, 1, 1);
const LAST = dayNumberOf(2023, 12, 31);
const EVENTS = 1_000_000;
/** Number of events on a day, the same in each of its tiles. */
const PER_DAY = EVENTS / (LAST - FIRST + 1);
const TOP = 5;

/** Events up to a day, so that the counts of neighbours always add up. */
const before = (day: number): number => Math.round((Math.min(LAST + 1, Math.max(FIRST, day)) - FIRST) * PER_DAY);

function scrambled(n: number): number {
  let t = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b);
  t = Math.imul(t ^ (t >>> 13), 0xc2b2ae35);
  return ((t ^ (t >>> 16)) >>> 0) / 4294967296;
}

/** The important events of a range: the best of a few fixed candidates, so that a day's best is often a year's too. */
function topOf(start: number, end: number): readonly TimelineEvent[] {
  const [from, to] = [Math.max(start, FIRST), Math.min(end, LAST)];
  if (to < from) return [];
  const days = new Set<number>();
  for (let step = 2 ** Math.ceil(Math.log2(to - from + 1)); days.size < TOP && step >= 1; step /= 2)
    for (let day = Math.ceil(from / step) * step; day <= to && days.size < TOP; day += step) days.add(day);
  return [...days].slice(0, TOP).map((day) =>
    eventOf(
      {
        id: `day-${day}`,
        title: `The committee signs protocol ${Math.floor(scrambled(day) * 1e6)} of the northern line`,
        start: isoDay(day),
        display: isoDay(day),
        importance: scrambled(day),
      },
      day - FIRST,
    ),
  );
}

/** The service's response for a window of the million events. */
export function millionOverview(window: { from?: string; to?: string }, buckets: number): Overview {
  const stretch = {
    start: Math.max(FIRST, window.from === undefined ? FIRST : dayNumber(window.from)),
    end: Math.min(LAST, window.to === undefined ? LAST : dayNumber(window.to)),
  };
  if (stretch.end < stretch.start) return { zoom: 'day', buckets: [], total: 0, exact: true };
  const zoom = zoomFor(stretch, buckets);
  const made = blocksIn(stretch, zoom).map((block): Bucket => {
    const [start, end] = [Math.max(block.start, stretch.start), Math.min(block.end, stretch.end)];
    return { start: isoDay(start), end: isoDay(end), count: before(end + 1) - before(start), top: topOf(start, end) };
  });
  return { zoom, buckets: made, total: before(stretch.end + 1) - before(stretch.start), exact: true };
}
