import fc from 'fast-check';
import { readHtml } from '../../../shared/text/html.ts';
import { isoDayIn } from '../../../shared/text/publication-date.ts';
import { readStatedDate } from '../../../shared/text/stated-date.ts';
import { writtenDates } from '../../../shared/text/written-date.ts';
import { page } from '../fuzz/texts.ts';

test('a page read twice reads the same, whatever was read in between', () => {
  fc.assert(
    fc.property(page, page, (html, other) => {
      const first = readHtml(html);
      readHtml(other);
      expect(readHtml(html)).toEqual(first);
    }),
    { numRuns: 200 },
  );
});

test('a day written in any form is read back from its line', () => {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom('day-first' as const, 'month-first' as const), (iso, order) => {
      const [year, month, of] = iso.split('-');
      const numbers = order === 'day-first' ? `${of}/${month}/${year}` : `${month}/${of}/${year}`;
      expect(writtenDates(`on ${numbers}, at`, order)).toEqual([{ day: iso, start: 3, end: 13 }]);
      expect(writtenDates(`on ${of}.${month}.${year}, at`, order).map((one) => one.day)).toEqual([iso]);
      expect(writtenDates(`on ${iso}, at`).map((one) => one.day)).toEqual([iso]);
    }),
  );
});

test('a stated date is an ISO day or date-time that exists, or nothing', () => {
  const date = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.stringMatching(/^20\d\d-0[1-9]-[01]\d[ T]\d{1,2}:\d\d ?([+-]0\d{1,3}|[+-]\d\d:\d\d|GMT|Z)$/),
    fc.stringMatching(/^[0-3]?\d[./-][01]?\d[./-]20\d\d( \d{1,2}:\d\d)?$/),
    fc.stringMatching(/^(Mon|Do|%a)?,? \d{1,2} (Jan|Mär|févr\.|sen|мая) \d{2,4} \d{1,2}:\d{1,2} [A-Z]{2,4}$/),
  );
  fc.assert(
    fc.property(date, (raw) => {
      const stated = readStatedDate(raw);
      if (stated === undefined) return;
      expect(stated).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?$/);
      expect(isoDayIn(stated)).toBe(stated.slice(0, 10));
      expect(Date.parse(stated)).not.toBeNaN();
    }),
    { numRuns: 3000 },
  );
});
