import fc from 'fast-check';
import { type DateBasis, MODALITIES, type TimelineEvent } from '../../../shared/events/event.ts';
import { dayNumber, isoDay } from '../../../shared/time/day.ts';
import type { TimelineQuery } from '../../../shared/timeline/query.ts';
import { anEvent } from '../../integration/store/events.ts';

const LAST = dayNumber('9999-12-31');
/** Mostly days near each other, so that ranges cut through events; some of antiquity, some of the far future. */
const day = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: dayNumber('1988-06-01'), max: dayNumber('1991-06-01') }) },
  { weight: 1, arbitrary: fc.integer({ min: dayNumber('-0500-01-01'), max: dayNumber('0100-01-01') }) },
  { weight: 1, arbitrary: fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2400-01-01') }) },
);
const width = fc.oneof(
  { weight: 5, arbitrary: fc.constant(1) },
  { weight: 4, arbitrary: fc.constantFrom(2, 4, 5, 7, 10, 28, 30, 31, 64, 90, 92, 122, 184, 256, 257, 365, 366) },
  { weight: 1, arbitrary: fc.constantFrom(1461, 3652, 3653, 36_524, 365_242) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5000 }) },
);
const some = (names: readonly string[]) => fc.subarray([...names], { maxLength: Math.min(3, names.length) });

const ENTITIES = ['Alpha', 'Beta', 'Gamma', 'Delta'];
const KEYWORDS = ['red', 'green', 'blue'];
const SOURCES = ['one.example', 'two.example'];
export const TAGS = ['north', 'south'];

const spec = fc.record({
  start: day,
  width,
  modality: fc.constantFrom(...MODALITIES),
  importance: fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10),
  entities: some(ENTITIES),
  keywords: some(KEYWORDS),
  sources: some(SOURCES),
  basis: fc.constantFrom<DateBasis>('stated', 'stated', 'carried', 'published'),
});

/** Events that no merging would join: each stands in a sentence with the one before it. */
export const eventsOf = (options: { minLength?: number; maxLength: number }): fc.Arbitrary<readonly TimelineEvent[]> =>
  fc.array(spec, options).map((specs) =>
    specs.map(({ start, width: days, basis, ...rest }, i) => {
      const event = anEvent({
        ...rest,
        title: `Title ${i}`,
        sentence: `Sentence ${i}.`,
        start: isoDay(start),
        end: isoDay(Math.min(start + days - 1, LAST)),
        trigger: `t${i}`,
      });
      return { ...event, date: { ...event.date, basis } };
    }),
  );

const range = fc.record({
  from: day,
  days: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200_000 })),
});

export const query = fc
  .record({
    range,
    open: fc.constantFrom('none', 'none', 'from', 'to', 'both'),
    match: fc.constantFrom('intersects' as const, 'within' as const, undefined),
    entities: fc.subarray(
      ENTITIES.map((name) => name.toLowerCase()),
      { maxLength: 2 },
    ),
    keywords: fc.subarray(KEYWORDS, { maxLength: 1 }),
    sources: fc.subarray(SOURCES, { maxLength: 1 }),
    tags: fc.subarray(TAGS, { maxLength: 1 }),
    modalities: fc.subarray([...MODALITIES], { minLength: 2, maxLength: 5 }),
    bases: fc.constantFrom(undefined, undefined, ['stated'] as const, ['carried', 'published'] as const),
    minImportance: fc.constantFrom(undefined, undefined, 0.3, 0.8),
    narrow: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ range: { from, days }, open, match, narrow, ...filters }): Omit<TimelineQuery, 'collection'> => {
    const bounds = {
      ...(open === 'from' || open === 'both' ? {} : { from: isoDay(from) }),
      ...(open === 'to' || open === 'both' ? {} : { to: isoDay(Math.min(from + days, LAST)) }),
      ...(match ? { match } : {}),
    };
    if (narrow === 0) return bounds;
    if (narrow === 1) return { ...bounds, entities: filters.entities };
    if (narrow === 2) return { ...bounds, tags: filters.tags, modalities: filters.modalities };
    const { minImportance, bases, ...facets } = filters;
    return {
      ...bounds,
      ...facets,
      ...(bases === undefined ? {} : { bases }),
      ...(minImportance === undefined ? {} : { minImportance }),
    };
  });
