import { boundDay } from '../../../shared/time/day-bound.ts';

test.each([
  ['2010', '2010-01-01', '2010-12-31', 'a year'],
  ['2010-06', '2010-06-01', '2010-06-30', 'a month'],
  ['2012-02', '2012-02-01', '2012-02-29', 'a month of a leap year'],
  ['2010-06-04', '2010-06-04', '2010-06-04', 'a day'],
  ['2010-22', '2010-06-01', '2010-08-31', 'a summer, of the north'],
  ['2008-24', '2008-12-01', '2009-02-28', 'a winter ends in the next year'],
  ['201X', '2010-01-01', '2019-12-31', 'a decade'],
  ['19XX', '1900-01-01', '1999-12-31', 'a century as EDTF counts it'],
  ['-0043', '-0043-01-01', '-0043-12-31', '44 BC'],
  ['-004X', '-0049-01-01', '-0040-12-31', 'ten years before Christ'],
  ['1850~', '1850-01-01', '1850-12-31', 'doubt moves no bound'],
  [' 2010 ', '2010-01-01', '2010-12-31', 'what a person pasted'],
])('%s is from %s to %s: %4$s', (text, first, last) => {
  expect([boundDay(text, 'first'), boundDay(text, 'last')]).toEqual([first, last]);
});

test.each([
  '',
  '20',
  '10',
  '2010-13',
  '2010-25',
  '2010-06-31',
  '2010/2011',
  '201X-05',
  'X',
  '20X',
  '12345',
  '9999-24-1',
  '-0000',
])('%p names no bound', (text) => {
  expect(boundDay(text, 'first')).toBeUndefined();
});

test('a winter that would end after the last year has no last day', () => {
  expect(boundDay('9999-24', 'last')).toBeUndefined();
});
