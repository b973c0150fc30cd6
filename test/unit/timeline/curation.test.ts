import fc from 'fast-check';
import type { TimelineEvent } from '../../../shared/events/event.ts';
import { isoDay } from '../../../shared/time/day.ts';
import { adjusted } from '../../../shared/timeline/curated-overview.ts';
import { compare, curated, positionOf, withPinned } from '../../../shared/timeline/curation.ts';

/** An event of so many days from a day on; what curation does not look at is the same for all. */
function event(id: string, day: number, days = 1, importance = 0.5): TimelineEvent {
  const [start, end] = [isoDay(day), isoDay(day + days - 1)];
  return {
    id,
    collection: 'main',
    title: id,
    date: {
      start,
      end,
      edtf: start,
      precision: 'day',
      approximate: false,
      basis: 'stated',
      text: start,
      display: start,
    },
    modality: 'asserted',
    entities: [],
    keywords: [],
    importance,
    confidence: 1,
    mentions: 1,
    sources: [],
    otherDates: [],
    evidence: [],
  };
}

const events = fc.uniqueArray(
  fc
    .record({
      id: fc.stringMatching(/^[a-z]{1,3}$/),
      day: fc.integer({ min: -800_000, max: 20_000 }),
      days: fc.integer({ min: 1, max: 400 }),
    })
    .map(({ id, day, days }) => event(id, day, days)),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('walking a list with pinned events gives each once, in order, whatever the limit', () => {
  fc.assert(
    fc.property(
      events,
      fc.array(fc.boolean()),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('asc', 'desc'),
      (all, marks, limit, order) => {
        const sorted = [...all].sort((a, b) => compare(positionOf(a), positionOf(b), order));
        const listed = sorted.filter((_, at) => marks[at] !== true);
        const pinned = sorted.filter((_, at) => marks[at] !== false);
        const walked: string[] = [];
        let taken = 0;
        let last: ReturnType<typeof positionOf> | undefined;
        for (let turn = 0; turn <= all.length + 1; turn += 1) {
          const page = listed.slice(taken, taken + limit);
          const left = pinned.filter((one) => !last || compare(positionOf(one), last, order) > 0);
          const shown = withPinned({ events: page, isLast: taken + limit >= listed.length }, left, order, limit);
          expect(shown.events.length).toBeLessThanOrEqual(limit);
          walked.push(...shown.events.map(({ id }) => id));
          taken += shown.taken;
          last = shown.last ?? last;
        }
        expect(walked).toEqual(sorted.map(({ id }) => id));
      },
    ),
  );
});

test('hidden events go, titles are replaced, and the order stays', () => {
  const shown = curated([event('a', 1), event('b', 2), event('c', 3)], {
    hidden: ['b', 'x'],
    titles: { c: 'New', toString: 'x' },
  });
  expect(shown.map(({ id, title }) => [id, title])).toEqual([
    ['a', 'a'],
    ['c', 'New'],
  ]);
});

describe('an overview with some taken out and others put in', () => {
  const bucket = (start: string, end: string, top: TimelineEvent[]) => ({ start, end, count: top.length, top });
  const JANUARY_1970 = 0;
  const overview = {
    zoom: 'year' as const,
    buckets: [
      bucket('1970-01-01', '1970-12-31', [event('a', JANUARY_1970), event('b', 40)]),
      bucket('1971-01-01', '1971-12-31', [event('c', 400)]),
    ],
    total: 3,
    exact: true,
  };

  test('counts and lists only events that exist', () => {
    const { buckets, total } = adjusted(
      overview,
      { removed: [event('a', JANUARY_1970)], added: [event('d', 410, 1, 0.9)] },
      undefined,
      50,
    );
    expect([total, buckets.map(({ count }) => count)]).toEqual([3, [1, 2]]);
    expect(buckets.map(({ top }) => top.map(({ id }) => id))).toEqual([['b'], ['d', 'c']]);
  });

  test('gets a bucket for what lies outside all of them', () => {
    const { buckets } = adjusted(overview, { removed: [], added: [event('z', -40_000)] }, undefined, 50);
    expect(buckets.map(({ start, end, count }) => [start, end, count])[0]).toEqual(['1860-01-01', '1860-12-31', 1]);
  });

  test('counts an event that began before the range at the range’s first day', () => {
    const { buckets } = adjusted(overview, { removed: [], added: [event('z', -400, 800)] }, '1970-01-01', 50);
    expect(buckets.map(({ count }) => count)).toEqual([3, 1]);
  });

  test('contains only the added events if the query has none', () => {
    const empty = { zoom: 'year' as const, buckets: [], total: 0, exact: true };
    const made = adjusted(empty, { removed: [], added: [event('y', 0), event('z', 3)] }, undefined, 50);
    expect([made.zoom, made.total, made.buckets.length]).toEqual(['day', 2, 2]);
  });
});
