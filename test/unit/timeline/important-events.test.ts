import type { TimelineEvent } from '../../../shared/events/event.ts';
import { dayNumber, isoDay } from '../../../shared/time/day.ts';
import { importantEvents } from '../../../shared/timeline/important-events.ts';
import { keyMoments } from '../../../shared/timeline/key-moments.ts';
import type { Overview } from '../../../shared/timeline/overview.ts';
import { eventOf } from '../formats/sample-timeline.ts';

const TOP = 3;

/** Overviews of these events in equal buckets of whole days, and the ranges that were read. */
function overviewsOf(events: readonly TimelineEvent[], buckets: number) {
  const ranges: { from: string; to: string }[] = [];
  const days = events.map(({ date }) => dayNumber(date.start));
  const within = async (from: number, to: number): Promise<Overview> => {
    const width = Math.max(1, Math.ceil((to - from + 1) / buckets));
    const all = Array.from({ length: Math.ceil((to - from + 1) / width) }, (_, n) => {
      const [first, last] = [from + n * width, Math.min(to, from + (n + 1) * width - 1)];
      const own = events.filter((_, at) => (days[at] as number) >= first && (days[at] as number) <= last);
      const top = [...own].sort((a, b) => b.importance - a.importance).slice(0, TOP);
      return { start: isoDay(first), end: isoDay(last), count: own.length, top };
    });
    return { zoom: 'day', buckets: all, total: all.reduce((sum, { count }) => sum + count, 0), exact: true };
  };
  return {
    ranges,
    whole: () => within(Math.min(...days), Math.max(...days)),
    closer: (range: { readonly from: string; readonly to: string }) => {
      ranges.push(range);
      return within(dayNumber(range.from), dayNumber(range.to));
    },
  };
}

const on = (id: string, day: string, importance: number) =>
  eventOf({ id, title: `Event ${id}`, importance, date: { start: day, end: day } });

/** Three hundred events in the ten weeks from a day, every fifteenth of them important. */
const burst = (name: string, from: string) =>
  Array.from({ length: 300 }, (_, n) =>
    on(`${name}${n}`, isoDay(dayNumber(from) + (n % 70)), n % 15 === 0 ? 0.9 - n / 1000 : 0.2),
  );
const idsOf = (events: readonly TimelineEvent[]) => events.map(({ id }) => id).sort();
const important = (events: readonly TimelineEvent[]) => events.filter(({ importance }) => importance > 0.5);

describe('the important events of a long timeline', () => {
  const asides = Array.from({ length: 20 }, (_, n) => on(`aside${n}`, `1${String(10 + n * 4)}5-03-01`, 0.1));

  it('are found in the weeks that most events lie in, although looks back reach over centuries', async () => {
    const events = [...asides, ...burst('a', '2031-04-01')];
    const { whole, closer, ranges } = overviewsOf(events, 100);
    const found = await importantEvents(await whole(), closer);
    expect(idsOf(important(found))).toEqual(idsOf(important(events)));
    expect(keyMoments(found, 12).every(({ importance }) => importance > 0.5)).toBe(true);
    expect(ranges.length).toBeLessThanOrEqual(3);
  });

  it('are found in two periods far apart', async () => {
    const events = [...burst('a', '1931-04-01'), ...burst('b', '2031-04-01')];
    const { whole, closer } = overviewsOf(events, 100);
    const found = important(await importantEvents(await whole(), closer));
    for (const name of ['a', 'b'])
      expect(found.filter(({ id }) => id.startsWith(name)).length).toBeGreaterThanOrEqual(10);
  });

  it('are found before our era, and each is named once', async () => {
    const events = [...burst('a', '-0043-04-01'), on('late', '2031-01-01', 0.9)];
    const { whole, closer } = overviewsOf(events, 100);
    const found = await importantEvents(await whole(), closer);
    expect(new Set(idsOf(found)).size).toBe(found.length);
    expect(idsOf(important(found))).toEqual(idsOf(important(events)));
  });

  it('need no closer overview where the first names every event', async () => {
    const events = [on('a', '2031-01-01', 0.1), on('b', '2031-01-09', 0.2)];
    const { whole, closer, ranges } = overviewsOf(events, 100);
    expect(idsOf(await importantEvents(await whole(), closer))).toEqual(['a', 'b']);
    expect(ranges).toEqual([]);
    expect(await importantEvents({ zoom: 'year', buckets: [], total: 0, exact: true }, closer)).toEqual([]);
  });
});
