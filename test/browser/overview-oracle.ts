import type { TimelineEvent } from '../../shared/events/event.ts';
import { civilDay, dayNumber, dayNumberOf, isoDay } from '../../shared/time/day.ts';
import type { Bucket, Overview } from '../../shared/timeline/overview.ts';

const UNITS: readonly [Overview['zoom'], (day: number) => number, (day: number) => number][] = (() => {
  const years = (step: number): [(day: number) => number, (day: number) => number] => [
    (day) => dayNumberOf(Math.floor(civilDay(day).year / step) * step, 1, 1),
    (day) => dayNumberOf(Math.floor(civilDay(day).year / step) * step + step, 1, 1),
  ];
  const month = (day: number, ahead: number): number => {
    const at = civilDay(day);
    const index = at.year * 12 + at.month - 1 + ahead;
    return dayNumberOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
  };
  return [
    ['day', (day) => day, (day) => day + 1],
    ['month', (day) => month(day, 0), (day) => month(day, 1)],
    ['year', ...years(1)],
    ['decade', ...years(10)],
    ['century', ...years(100)],
    ['millennium', ...years(1000)],
  ];
})();

/** The overview of a list of events by plain counting: what any pyramid must agree with. */
export function overviewOf(
  events: readonly TimelineEvent[],
  buckets: number,
  window: { from?: string; to?: string } = {},
): Overview {
  const low = window.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(window.from);
  const high = window.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(window.to);
  const inside = events.filter((e) => dayNumber(e.date.end) >= low && dayNumber(e.date.start) <= high);
  if (inside.length === 0) return { zoom: 'year', buckets: [], total: 0, exact: true };
  const homes = inside.map((event) => ({ event, day: Math.max(dayNumber(event.date.start), low) }));
  let first = homes[0]?.day as number;
  let last = first;
  for (const { day } of homes) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (window.from !== undefined) first = low;
  if (window.to !== undefined) last = high;
  for (const [zoom, floor, next] of UNITS) {
    const result: { start: string; end: string; events: TimelineEvent[] }[] = [];
    for (let day = floor(first); day <= last && result.length <= buckets; day = next(day))
      result.push({ start: isoDay(Math.max(day, low)), end: isoDay(Math.min(next(day) - 1, high)), events: [] });
    if (result.length > buckets) continue;
    const starts = result.map((bucket) => dayNumber(bucket.start));
    for (const { event, day } of homes) {
      let [a, b] = [0, starts.length - 1];
      while (a < b) {
        const middle = Math.ceil((a + b) / 2);
        if ((starts[middle] as number) <= day) a = middle;
        else b = middle - 1;
      }
      result[a]?.events.push(event);
    }
    const counted: Bucket[] = result.map(({ start, end, events: held }) => ({
      start,
      end,
      count: held.length,
      top: [...held].sort((a, b) => b.importance - a.importance).slice(0, 5),
    }));
    return { zoom, buckets: counted, total: inside.length, exact: true };
  }
  throw new RangeError('too few buckets');
}
