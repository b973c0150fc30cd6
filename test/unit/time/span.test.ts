import {
  centuryOf,
  dayOf,
  decadeOf,
  monthOf,
  type PartialDate,
  unitOf,
  weeksInYear,
  yearOf,
} from '../../../shared/time/partial-date.ts';
import { spanOf, type Third } from '../../../shared/time/span.ts';
import { timexValue } from '../../../shared/time/timex-value.ts';

describe('a partial date is the whole stretch it may refer to', () => {
  test.each<[string, PartialDate, string, string, string, string]>([
    ['a day', dayOf(1989, 6, 4), '1989-06-04', '1989-06-04', '1989-06-04', 'day'],
    ['a month', monthOf(1989, 6), '1989-06-01', '1989-06-30', '1989-06', 'month'],
    ['February of a leap year', monthOf(2008, 2), '2008-02-01', '2008-02-29', '2008-02', 'month'],
    ['a year', yearOf(2008), '2008-01-01', '2008-12-31', '2008', 'year'],
    ['a year BCE', yearOf(-43), '-0043-01-01', '-0043-12-31', '-0043', 'year'],
    ['the year 1 BCE', yearOf(0), '0000-01-01', '0000-12-31', '0000', 'year'],
    ['a decade', decadeOf(1994), '1990-01-01', '1999-12-31', '199X', 'decade'],
    ['the 470s BC', decadeOf(-478), '-0478-01-01', '-0469-12-31', '-0478/-0469', 'decade'],
    ['the 19th century', centuryOf(1850), '1801-01-01', '1900-12-31', '1801/1900', 'century'],
    ['the 4th century BC', centuryOf(-386), '-0399-01-01', '-0300-12-31', '-0399/-0300', 'century'],
    ['the third millennium', unitOf('millennium', 3), '2001-01-01', '3000-12-31', '2001/3000', 'millennium'],
    ['spring', unitOf('season', 2008, 1), '2008-03-01', '2008-05-31', '2008-21', 'season'],
    ['winter reaches into the next year', unitOf('season', 2008, 4), '2008-12-01', '2009-02-28', '2008-24', 'season'],
    ['a quarter', unitOf('quarter', 2021, 3), '2021-07-01', '2021-09-30', '2021-07/2021-09', 'quarter'],
    ['a half', unitOf('half', 2021, 1), '2021-01-01', '2021-06-30', '2021-01/2021-06', 'half'],
    [
      'a week over the year’s end',
      unitOf('week', 2009, 1),
      '2008-12-29',
      '2009-01-04',
      '2008-12-29/2009-01-04',
      'week',
    ],
    ['a weekend', unitOf('weekend', 2014, 13), '2014-03-29', '2014-03-30', '2014-03-29/2014-03-30', 'interval'],
  ])('%s', (_name, date, start, end, edtf, precision) =>
    expect(spanOf(date)).toEqual({ start, end, edtf, precision, approximate: false }),
  );
});

describe('early, mid and late', () => {
  test.each<[string, PartialDate, Third, string, string]>([
    ['early in a year', yearOf(2012), 'START', '2012-01-01', '2012-04-30'],
    ['mid-year', yearOf(2012), 'MID', '2012-05-01', '2012-08-31'],
    ['late in a year', yearOf(2012), 'END', '2012-09-01', '2012-12-31'],
    ['early in a month', monthOf(2012, 6), 'START', '2012-06-01', '2012-06-10'],
    ['mid-month', monthOf(2012, 6), 'MID', '2012-06-11', '2012-06-20'],
    ['late in a month takes the rest', monthOf(2012, 2), 'END', '2012-02-21', '2012-02-29'],
    ['early in a decade', decadeOf(1990), 'START', '1990-01-01', '1993-12-31'],
    ['mid-decade', decadeOf(1990), 'MID', '1994-01-01', '1996-12-31'],
    ['late in a decade', decadeOf(1990), 'END', '1997-01-01', '1999-12-31'],
  ])('%s', (_name, date, third, start, end) =>
    expect(spanOf(date, third)).toEqual({ start, end, edtf: `${start}/${end}`, precision: 'part', approximate: false }),
  );

  test('a single day has no parts', () => expect(spanOf(dayOf(2012, 6, 4), 'START').precision).toBe('day'));
});

test('"about" keeps the bounds and marks the date as approximate', () =>
  expect(spanOf(yearOf(1850), undefined, true)).toMatchObject({
    start: '1850-01-01',
    end: '1850-12-31',
    edtf: '1850~',
    approximate: true,
  }));

test('a date that does not exist is refused', () => {
  expect(() => spanOf(dayOf(2013, 2, 30))).toThrow(RangeError);
  expect(() => spanOf(unitOf('week', 2013, 53))).toThrow(RangeError);
  expect(weeksInYear(2009)).toBe(53);
});

test.each<[PartialDate, string]>([
  [dayOf(1989, 6, 4), '1989-06-04'],
  [dayOf(-43, 3, 15), 'BC0044-03-15'],
  [yearOf(79), '0079'],
  [unitOf('week', 1998, 7), '1998-W07'],
  [unitOf('weekend', 1990, 32), '1990-W32-WE'],
  [unitOf('quarter', 1989, 3), '1989-Q3'],
  [unitOf('season', 2008, 4), '2008-WI'],
  [decadeOf(1990), '199'],
  [decadeOf(-478), 'BC047'],
  [centuryOf(1850), '18'],
  [centuryOf(-386), 'BC03'],
])('TIMEX3 writes %j as %s', (date, value) => expect(timexValue(date)).toBe(value));
