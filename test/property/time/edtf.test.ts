import parse from 'edtf';
import fc from 'fast-check';
import { dayNumber } from '../../../shared/time/day.ts';
import { boundsOf, type CalendarUnit, isRealPartialDate, type PartialDate } from '../../../shared/time/partial-date.ts';
import { spanOf } from '../../../shared/time/span.ts';

const UNITS: readonly CalendarUnit[] = [
  'day',
  'weekend',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
  'millennium',
];
const PARTS: Readonly<Record<string, number>> = {
  day: 12,
  weekend: 53,
  week: 53,
  month: 12,
  season: 4,
  quarter: 4,
  half: 2,
};

/** Any real partial date of any unit between 9000 BCE and 9000 CE. */
const partialDate: fc.Arbitrary<PartialDate> = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    year: fc.integer({ min: -9000, max: 9000 }),
    part: fc.integer({ min: 1, max: 53 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ unit, year, part, day }): PartialDate => {
    const parts = PARTS[unit] ?? 0;
    const ordinal =
      unit === 'century' ? Math.trunc(year / 100) : unit === 'millennium' ? Math.trunc(year / 1000) : year;
    return {
      unit,
      year: unit === 'decade' ? Math.floor(year / 10) * 10 + (year < 0 ? 2 : 0) : ordinal,
      part: parts === 0 ? 0 : ((part - 1) % parts) + 1,
      day: unit === 'day' ? day : 0,
    };
  })
  .filter(isRealPartialDate);

/** Inclusive day numbers as the `edtf` package reads a string. Its dates are UTC. */
function boundsByEdtf(text: string): readonly [number, number] {
  const { min, max } = parse(text);
  return [Math.floor(min / 86_400_000), Math.floor(max / 86_400_000)];
}

/** Where the package's bounds are known to mislead: seasons are quarters to it, and `~` widens nothing. */
const packageIsRight = ({ unit }: PartialDate): boolean => unit !== 'season';

test('every span carries an EDTF string that the edtf package parses to the same days', () => {
  fc.assert(
    fc.property(partialDate, (date) => {
      const span = spanOf(date);
      expect(dayNumber(span.start)).toBeLessThanOrEqual(dayNumber(span.end));
      if (packageIsRight(date)) expect(boundsByEdtf(span.edtf)).toEqual([dayNumber(span.start), dayNumber(span.end)]);
      else expect(() => parse(span.edtf)).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});

test('early, mid and late parts lie within the whole, in order, and parse', () => {
  fc.assert(
    fc.property(
      partialDate.filter(({ unit }) => unit !== 'day'),
      (date) => {
        const whole = boundsOf(date);
        const [early, mid, late] = (['START', 'MID', 'END'] as const).map((third) => spanOf(date, third));
        const days = [early, mid, late].flatMap((part) => (part ? [dayNumber(part.start), dayNumber(part.end)] : []));
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = days;
        expect([a, f]).toEqual([whole.first, whole.last]);
        // A weekend has two days for three parts; every longer stretch is cut without gaps.
        if (date.unit !== 'weekend') expect([c, e]).toEqual([b + 1, d + 1]);
        for (const part of [early, mid, late]) expect(() => parse(part?.edtf ?? '')).not.toThrow();
      },
    ),
    { numRuns: 1000 },
  );
});

test('an approximate date is valid EDTF, with the days of the plain one', () => {
  fc.assert(
    fc.property(partialDate, (date) => {
      const { start, end, edtf, approximate } = spanOf(date, undefined, true);
      expect(() => parse(edtf)).not.toThrow();
      expect({ start, end, approximate }).toEqual({
        start: spanOf(date).start,
        end: spanOf(date).end,
        approximate: true,
      });
    }),
    { numRuns: 1000 },
  );
});
