import fc from 'fast-check';
import * as browser from '../../embed/calendar.ts';
import * as ours from '../../shared/time/day.ts';

const FIRST = ours.dayNumberOf(-9999, 1, 1);
const LAST = ours.dayNumberOf(9999, 12, 31);
const day = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  // Years 0 to 99, which `Date` reads as of the 20th century in most of its forms.
  fc.integer({ min: ours.dayNumberOf(-2, 1, 1), max: ours.dayNumberOf(101, 12, 31) }),
);

test('the widget’s calendar counts days as the service does', () =>
  fc.assert(
    fc.property(day, (n) => {
      const { year, month, day } = ours.civilDay(n);
      expect(browser.civilDay(n)).toEqual({ year, month, day });
      expect(browser.dayNumberOf(year, month, day)).toBe(n);
      expect(browser.isoDay(n)).toBe(ours.isoDay(n));
      expect(browser.dayNumber(ours.isoDay(n))).toBe(n);
    }),
  ));

test('a fraction of a day lies in its day', () => {
  expect(browser.civilDay(-0.25)).toEqual({ year: 1969, month: 12, day: 31 });
});

test.each([
  '2023-02-29',
  '-0000-01-01',
  '1969-13-01',
  '1969-00-10',
  '1969-7-2',
  '1969-07-20T00:00:00Z',
  '',
  '-0043-02-30',
])('%p is no day to either', (text) => {
  expect(ours.civilDayOf(text)).toBeUndefined();
  expect(browser.civilDayOf(text)).toBeUndefined();
  expect(browser.parseIsoDay(text)).toBeUndefined();
  expect(() => browser.dayNumber(text)).toThrow(RangeError);
});
