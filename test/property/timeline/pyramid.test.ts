import fc from 'fast-check';
import { dayNumber } from '../../../shared/time/day.ts';
import { blockOfPage, type PageAddress, pageOf, pagesFor, TOP_PAGE } from '../../../shared/timeline/pyramid/pages.ts';
import { pyramidOver } from '../../../shared/timeline/pyramid/pyramid.ts';
import { summarise } from '../../../shared/timeline/pyramid/summary.ts';
import { best, type Ranked, type Tile, TOP, tileOf } from '../../../shared/timeline/pyramid/tile.ts';
import { type Block, blockOf, blocksIn, ZOOMS, zoomFor } from '../../../shared/timeline/zoom.ts';

const LAST = dayNumber('9999-12-31');

/** Days around a few dates, so that events meet, and the far ends of the calendar. */
const day = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: dayNumber('1988-11-01'), max: dayNumber('1991-03-01') }) },
  { weight: 2, arbitrary: fc.integer({ min: dayNumber('-0060-01-01'), max: dayNumber('0030-01-01') }) },
  { weight: 2, arbitrary: fc.integer({ min: dayNumber('-9999-01-01'), max: dayNumber('9999-12-31') }) },
);
const width = fc.oneof(fc.constant(1), fc.constantFrom(7, 30, 31, 365, 366, 3652), fc.integer({ min: 1, max: 60_000 }));
const event = fc
  .record({ start: day, width, rank: fc.integer({ min: 0, max: 9 }), modality: fc.integer({ min: 0, max: 4 }) })
  .map(({ start, width: days, ...rest }) => ({
    start,
    end: Math.min(start + days - 1, dayNumber('9999-12-31')),
    ...rest,
  }));
const events = fc
  .array(event, { maxLength: 60 })
  .map((all) => all.map((one, i): Ranked<string> => ({ ...one, id: `e${String(i).padStart(3, '0')}`, event: `${i}` })));

/** The pages over all events, and those that the tiles over them make needless. */
function pyramidOf(all: readonly Ranked<string>[]): ReadonlyMap<string, readonly Tile<string>[]> {
  const days = [...new Set(all.map(({ start }) => start))]
    .sort((a, b) => a - b)
    .flatMap((day) => tileOf({ start: day, end: day }, eventsIn({ start: day, end: day }, all)) ?? []);
  return new Map(pyramidOver(days).pages.map((page) => [keyOf(page), page.tiles]));
}
const eventsIn = (block: Block, all: readonly Ranked<string>[]) =>
  all.filter(({ start }) => start >= block.start && start <= block.end);
const keyOf = ({ zoom, start }: PageAddress) => (zoom === 'millennium' ? 'top' : `${zoom}@${start}`);

test('every tile equals the tile computed from its events', () => {
  fc.assert(
    fc.property(events, (all) => {
      for (const [key, tiles] of pyramidOf(all)) {
        for (const tile of tiles) {
          expect([key, tile]).toEqual([key, tileOf(tile, eventsIn(tile, all))]);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('a page exists exactly if a block has more events than the tile above it keeps', () => {
  fc.assert(
    fc.property(events, (all) => {
      const there = new Set(pyramidOf(all).keys());
      const wanted = new Set(all.length > 0 ? [keyOf(TOP_PAGE)] : []);
      for (const { start } of all) {
        for (const zoom of ZOOMS.slice(1)) {
          const page = pageOf(start, zoom);
          if (eventsIn(blockOfPage(page) as Block, all).length > TOP) wanted.add(keyOf(page));
        }
      }
      expect(there).toEqual(wanted);
    }),
    { numRuns: 200 },
  );
});

test('the pyramid over one block is that part of the whole', () => {
  fc.assert(
    fc.property(events, fc.nat(), fc.constantFrom(...ZOOMS.slice(0, -1)), (all, of, zoom) => {
      const some = all[of % (all.length || 1)];
      if (!some) return;
      const block = blockOf(some.start, zoom);
      const inside = eventsIn(block, all);
      const days = [...new Set(inside.map(({ start }) => start))]
        .sort((a, b) => a - b)
        .flatMap((day) => tileOf({ start: day, end: day }, eventsIn({ start: day, end: day }, all)) ?? []);
      const part = pyramidOver(days, block);
      expect(part.tile).toEqual(tileOf(block, inside));
      const whole = pyramidOf(all);
      for (const page of part.pages) expect(page.tiles).toEqual(whole.get(keyOf(page)));
    }),
    { numRuns: 300 },
  );
});

test('a summary from tiles equals a count of all events, for any range, zoom and filters', () => {
  fc.assert(
    fc.property(
      events,
      day,
      fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40_000 })),
      fc.integer({ min: 1, max: 100 }),
      fc.boolean(),
      fc.constantFrom(0, 0, 200, 9_000_000),
      fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
      fc.record({ of: fc.nat(), end: fc.boolean(), off: fc.integer({ min: -1, max: 1 }), use: fc.boolean() }),
      (all, anyDay, days, buckets, within, slack, modalities, edge) => {
        // Half of the ranges begin where an event begins or ends, or a day beside it: there it is that counting goes wrong.
        const near = all[edge.of % (all.length || 1)];
        const from = near && edge.use ? Math.min(LAST, (edge.end ? near.end : near.start) + edge.off) : anyDay;
        const stretch = { start: from, end: Math.min(from + days, dayNumber('9999-12-31')) };
        const zoom = zoomFor(stretch, buckets);
        const pages = pyramidOf(all);
        const asked = new Set(pagesFor(stretch, zoom).map(keyOf));
        const summary = summarise({
          stretch,
          zoom,
          endingBy: within ? stretch.end + slack : undefined,
          counts: (modality) => modalities.includes(modality),
          tilesOf: (page) => {
            if (!asked.has(keyOf(page))) throw new Error(`${keyOf(page)} was not among the pages to read`);
            return pages.get(keyOf(page)) ?? [];
          },
        });
        const counted = all.filter(
          (one) =>
            modalities.includes(one.modality) &&
            (within
              ? one.start >= stretch.start && one.start <= stretch.end && one.end <= stretch.end + slack
              : one.start <= stretch.end && one.end >= stretch.start),
        );
        const expected = blocksIn(stretch, zoom).map((block) => ({
          start: Math.max(block.start, stretch.start),
          end: Math.min(block.end, stretch.end),
          count: counted.filter(({ start }) => {
            const at = Math.max(start, stretch.start);
            return at >= block.start && at <= block.end;
          }).length,
        }));
        expect(summary.map(({ start, end, count }) => ({ start, end, count }))).toEqual(expected);
        expect(summary.length).toBeLessThanOrEqual(Math.max(buckets, 20));
        for (const { start, end, top } of summary) {
          expect(top.length).toBeLessThanOrEqual(3);
          for (const shown of top) {
            const one = counted.find(({ id }) => id === shown.id);
            expect(
              one && Math.max(one.start, stretch.start) >= start && Math.max(one.start, stretch.start) <= end,
            ).toBe(true);
          }
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test('the top of a whole block is the best of its events', () => {
  fc.assert(
    fc.property(
      events.filter((all) => all.length > 0),
      (all) => {
        const tiles = pyramidOf(all).get(keyOf(TOP_PAGE)) ?? [];
        for (const tile of tiles) {
          const inside = eventsIn(tile, all);
          expect(tile.top.map(({ id }) => id)).toEqual(best(inside).map(({ id }) => id));
        }
      },
    ),
    { numRuns: 100 },
  );
});
