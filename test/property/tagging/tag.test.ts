import parse from 'edtf';
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

const PIECES = [
  'June',
  '4',
  ',',
  '1989',
  'early',
  'mid-',
  'the',
  '1990s',
  'last',
  'year',
  'two',
  'weeks',
  'ago',
  'later',
  'Friday',
  'night',
  'and',
  'of',
  'quarter',
  'third',
  'BC',
  '44',
  '480',
  'p.m.',
  '10',
  ':',
  '30',
  'noon',
  '/',
  '-',
  'to',
  'century',
  '19th',
  'fiscal',
  'every',
  'next',
  'summer',
  'in',
  'by',
  'Christmas',
  'Ramadan',
  'half',
  'a',
  'several',
  'past',
  'months',
  '.',
  ' ',
  '\n',
  "'80s",
  '’s',
  '(',
  ')',
  '%',
  '$',
  'May',
  'March',
  'said',
  'will',
  '13',
  '31',
  'February',
  '0000',
  '9999',
  '10000',
  'AD',
  'the end of',
  'weekend',
  'today',
  'é',
  '😀',
];

test('whatever the words, expressions are in order, apart, as written, with valid EDTF and bounds the right way round', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
      fc.boolean(),
      fc.option(dct),
      (pieces, spaced, written) => {
        const text = pieces.join(spaced ? ' ' : '');
        let end = 0;
        for (const timex of tag(text, written === null ? {} : { dct: written })) {
          expect(timex.start).toBeGreaterThanOrEqual(end);
          expect(timex.end).toBeGreaterThan(timex.start);
          expect(timex.text).toBe(text.slice(timex.start, timex.end));
          expect(timex.value).not.toBe('');
          end = timex.end;
          if (!timex.span) continue;
          expect(dayNumber(timex.span.start)).toBeLessThanOrEqual(dayNumber(timex.span.end));
          expect(() => parse(timex.span?.edtf ?? '')).not.toThrow();
        }
        expect(end).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 3000 },
  );
});

test('the same text and day give the same answer, whatever was tagged between', () => {
  const text = 'She left on Friday and will be back in June; in 1990 she was there for two years.';
  const first = tag(text, { dct: '2014-03-31' });
  tag('In 44 BC, on the Ides, three weeks later.', { dct: '1999-01-01' });
  expect(tag(text, { dct: '2014-03-31' })).toEqual(first);
});

const EDGES = fc.oneof(
  fc.integer({ min: dayNumber('9998-10-01'), max: dayNumber('9999-12-31') }),
  fc.integer({ min: dayNumber('-9999-01-01'), max: dayNumber('-9998-03-31') }),
  fc.integer({ min: dayNumber('-0001-01-01'), max: dayNumber('0001-12-31') }),
);
const LEANING = [
  'yesterday tomorrow Friday Monday weekend today tonight spring winter Christmas Easter Ramadan Thanksgiving'.split(
    ' ',
  ),
  'June January|4 June|December 31|29 February|the end of the year|the third quarter|the first half'.split('|'),
  'last week|next week|last month|next month|last year|next year|next decade|last century|next weekend|this quarter'.split(
    '|',
  ),
  'two days ago|nine weeks later|in three months|ten years later|a century ago|a decade earlier|two millennia ago'.split(
    '|',
  ),
  'the last Friday of December|the last day of the month|the week of December 30|the first Monday in January'.split(
    '|',
  ),
  'the last week of December 9999|31 December 9999|the 9990s|9999 BC|10000 BC|January 1, 9999 BC|the 99th century'.split(
    '|',
  ),
].flat();

test('days near the first and the last year that can be told never throw', () => {
  fc.assert(
    fc.property(
      EDGES,
      fc.array(fc.constantFrom(...LEANING), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('news' as const, 'narrative' as const),
      fc.constantFrom('He left', 'He will leave'),
      (written, phrases, domain, verb) => {
        const text = phrases.map((phrase) => `${verb} on ${phrase}.`).join(' ');
        for (const { span } of tag(text, { dct: isoDay(written), domain })) {
          if (!span) continue;
          expect(dayNumber(span.start)).toBeLessThanOrEqual(dayNumber(span.end));
          expect(() => parse(span.edtf)).not.toThrow();
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test('whatever the signs of a machine’s date, the expression lies inside the text', () => {
  const sign = fc.constantFrom(...'0123456789-/:.TZ+ ,;'.split(''));
  fc.assert(
    fc.property(
      fc.array(sign, { maxLength: 24 }),
      fc.constantFrom('2010-01-13T', '13/01/2010', '13.01.2010', 'Jan 13'),
      (signs, head) => {
        const text = `${head}${signs.join('')}`;
        for (const { start, end, text: words, span } of tag(text, { dct: '2014-03-31' })) {
          expect(start < end && end <= text.length).toBe(true);
          expect(words).toBe(text.slice(start, end));
          if (span) expect(() => parse(span.edtf)).not.toThrow();
        }
      },
    ),
    { numRuns: 3000 },
  );
});
