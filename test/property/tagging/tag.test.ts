import fc from 'fast-check';
import { tag } from '../../../shared/tagging/tag.ts';
import { dayNumber, daysInMonth, isoDay, isoDayOf, weekdayOf } from '../../../shared/time/day.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

const day = fc
  .record({
    year: fc.integer({ min: 1000, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter((d) => d.day <= daysInMonth(d.year, d.month));
const dct = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2099-12-31') }).map(isoDay);

test('a full date is found in each way of writing it, and means that one day', () => {
  fc.assert(
    fc.property(day, dct, ({ year, month, day: d }, written) => {
      const name = MONTHS[month - 1];
      const iso = isoDayOf(year, month, d);
      for (const words of [
        `${name} ${d}, ${year}`,
        `${d} ${name} ${year}`,
        `${name?.slice(0, 3)} ${d}, ${year}`,
        iso,
      ]) {
        const found = tag(`It was built on ${words} by them.`, { dct: written });
        expect(found).toMatchObject([
          { text: words, value: iso, explicit: true, span: { start: iso, end: iso, edtf: iso } },
        ]);
      }
    }),
    { numRuns: 500 },
  );
});

test('a BCE date keeps its year in the value and counts astronomically in the bounds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (year, month, d) => {
        const iso = isoDayOf(1 - year, month, d);
        const [found] = tag(`He fell on ${MONTHS[month - 1]} ${d}, ${year} BC there.`);
        expect(found?.span).toMatchObject({ start: iso, end: iso });
        expect(found?.value.startsWith(`BC${String(year).padStart(4, '0')}-`)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('a weekday is never more than a week from the day of writing, and is that weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), dct, fc.constantFrom('said', 'will say'), (weekday, written, verb) => {
      const [found] = tag(`She ${verb} on ${WEEKDAYS[weekday - 1]} that it was so.`, { dct: written });
      const there = dayNumber(found?.span?.start ?? '');
      expect(weekdayOf(there)).toBe(weekday);
      const distance = there - dayNumber(written);
      if (verb === 'said') expect(distance <= 0 && distance > -7).toBe(true);
      else expect(distance >= 0 && distance < 7).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the same text and day give the same answer, whatever was tagged between', () => {
  const text = 'She left on Friday and will be back in June; in 1990 she was there for two years.';
  const first = tag(text, { dct: '2014-03-31' });
  tag('In 44 BC, on the Ides, three weeks later.', { dct: '1999-01-01' });
  expect(tag(text, { dct: '2014-03-31' })).toEqual(first);
});

test('invisible characters change no value, and offsets refer to the text that contains them', () => {
  const plain = 'On 4 June 1989 she left; on Friday, two weeks later, from 3 to 9 May 2001, she was in Leeds.';
  const values = tag(plain, { dct: '2014-03-31' }).map(({ value }) => value);
  const places = fc.array(fc.tuple(fc.nat(plain.length), fc.constantFrom('\u00ad', '\u2060', '\u200e')), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(places, (inserted) => {
      let text = plain;
      for (const [at, character] of [...inserted].sort((a, b) => b[0] - a[0]))
        text = text.slice(0, at) + character + text.slice(at);
      const found = tag(text, { dct: '2014-03-31' });
      expect(found.map(({ value }) => value)).toEqual(values);
      for (const { start, end, text: words } of found) {
        expect(text.slice(start, end)).toBe(words);
        expect(words).not.toMatch(/^[\u00ad\u2060\u200e]|[\u00ad\u2060\u200e]$/);
        expect(start).toBeLessThan(end);
      }
    }),
  );
});
