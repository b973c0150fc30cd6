import { typedDate } from '../../../shared/time/typed-date.ts';

test.each([
  ['1969-07-20', '1969-07-20', '1969-07-20', 'day', false],
  ['1969-07', '1969-07-01', '1969-07-31', 'month', false],
  ['1969-22', '1969-06-01', '1969-08-31', 'season', false],
  ['1969', '1969-01-01', '1969-12-31', 'year', false],
  ['196X', '1960-01-01', '1969-12-31', 'decade', false],
  ['19XX', '1900-01-01', '1999-12-31', 'interval', false],
  ['1914/1918', '1914-01-01', '1918-12-31', 'interval', false],
  ['1914-07-28 / 1918-11-11', '1914-07-28', '1918-11-11', 'interval', false],
  ['1850~', '1850-01-01', '1850-12-31', 'year', true],
  ['-0043-03-15', '-0043-03-15', '-0043-03-15', 'day', false],
])('%s is %s to %s, as a %s', (text, start, end, precision, approximate) => {
  expect(typedDate(text)).toMatchObject({ start, end, precision, approximate });
});

test.each(['', 'yesterday', '1918/1914', '1969-02-30', '1/2/3', '20 July 1969'])('%p is no date', (text) => {
  expect(typedDate(text)).toBeUndefined();
});

test.each([
  ['201X~', '201X'],
  ['20XX?', '20XX'],
  ['1985-21~', '1985-21'],
  ['201X~/2022~', '201X/2022~'],
  ['1985-06~', '1985-06~'],
])('%s is written as %s: EDTF has no mark after a decade, a century and a season', (text, edtf) => {
  expect(typedDate(text)).toMatchObject({ edtf, approximate: true });
});
