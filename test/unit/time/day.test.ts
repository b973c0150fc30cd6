import {
  addDays,
  addMonths,
  civilDay,
  dayNumber,
  daysInMonth,
  isoDay,
  parseIsoDay,
  weekdayOf,
} from '../../../shared/time/day.ts';

describe('a day number', () => {
  test.each([
    ['1970-01-01', 0, 'the epoch'],
    ['1969-12-31', -1, 'before the epoch'],
    ['2000-02-29', 11_016, 'a leap day of a century divisible by 400'],
    ['0001-01-01', -719_162, 'the first day of the common era'],
    ['0000-12-31', -719_163, '1 BCE is astronomical year 0'],
    ['-0043-03-15', -735_160, 'the Ides of March of 44 BC'],
  ])('%s is %d: %s', (iso, n) => {
    expect(dayNumber(iso)).toBe(n);
    expect(isoDay(n)).toBe(iso);
  });

  test('round-trips from 9999 BCE to 9999 CE', () => {
    let previous = dayNumber('-9999-01-01') - 1;
    for (let n = dayNumber('-9999-01-01'); n <= dayNumber('9999-12-31'); n += 1009) {
      const { year, month, day } = civilDay(n);
      expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
      expect(dayNumber(isoDay(n))).toBe(n);
      expect(n).toBeGreaterThan(previous);
      previous = n;
    }
  });

  test('outside the supported years is refused rather than written wrongly', () => {
    expect(() => isoDay(dayNumber('9999-12-31') + 1)).toThrow(RangeError);
    expect(() => isoDay(dayNumber('-9999-01-01') - 1)).toThrow(RangeError);
  });
});

describe('a day some time away', () => {
  test.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['0001-01-01', -1, '0000-12-31'],
    ['9999-12-30', 1, '9999-12-31'],
    ['9999-12-31', 1, undefined],
    ['-9999-01-01', -1, undefined],
  ])('%s and %d days is %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

  test.each([
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-02-29', -12, '2023-02-28'],
    ['0000-01-31', -2, '-0001-11-30'],
    ['9999-11-30', 1, '9999-12-30'],
    ['9999-12-01', 1, undefined],
    ['-9999-01-31', -1, undefined],
  ])('%s and %d months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));
});

describe('foreign text', () => {
  test.each([
    ['2023-02-29', 'no leap day that year'],
    ['1900-02-29', 'a century not divisible by 400 has none'],
    ['2023-04-31', 'April has thirty days'],
    ['2023-13-01', 'no such month'],
    ['-0000-01-01', 'year zero has no sign'],
    ['2023-1-1', 'fields have two digits'],
    ['2023-01-01T00:00', 'a date-time is not a day'],
    ['', 'nothing at all'],
  ])('%s is no day: %s', (text) => {
    expect(parseIsoDay(text)).toBeUndefined();
    expect(() => dayNumber(text)).toThrow(RangeError);
  });
  test('a real day is itself', () => expect(parseIsoDay('2024-02-29')).toBe('2024-02-29'));
});

test('weekdays are numbered as ISO 8601 does: 1970-01-01 was a Thursday', () => {
  expect(weekdayOf(0)).toBe(4);
  expect(weekdayOf(-4)).toBe(7);
  expect(weekdayOf(dayNumber('1989-06-04'))).toBe(7);
});
