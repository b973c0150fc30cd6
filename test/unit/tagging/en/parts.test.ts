import { tag } from '../../../../shared/tagging/tag.ts';

const found = (text: string, dct = '2012-05-09'): string[] =>
  tag(text, { dct }).map(({ text: words, value, span }) =>
    [words, value, ...(span?.precision === 'part' ? [span.edtf] : [])].join(' '),
  );

describe('parts of a whole are one expression', () => {
  test.each([
    ['in the last week of March 2007', 'the last week of March 2007 2007-W13'],
    ['in the second week of March 2007', 'the second week of March 2007 2007-W10'],
    ['in the third month of 2007', 'the third month of 2007 2007-03'],
    ['in the last month of last year', 'the last month of last year 2011-12'],
    ['in the final quarter of 2007', 'the final quarter of 2007 2007-Q4'],
    ['in the first half of March 2007', 'the first half of March 2007 2007-03 2007-03-01/2007-03-15'],
    ['in the latter half of the 1880s', 'the latter half of the 1880s 188 1885-01-01/1889-12-31'],
    ['in the first half of the 18th century', 'the first half of the 18th century 17 1701-01-01/1750-12-31'],
    ['in the second quarter of the 14th century', 'the second quarter of the 14th century 13 1326-01-01/1350-12-31'],
    ['in the last third of the 14th century', 'the last third of the 14th century 13 1367-01-01/1400-12-31'],
    ['in the second decade of the 20th century', 'the second decade of the 20th century 191'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]));
});

describe('a date some way from another', () => {
  test.each([
    ['four days after Easter 2009', 'four days after Easter 2009 2009-04-16'],
    ['two weeks before 9 June 1990', 'two weeks before 9 June 1990 1990-05-26'],
    ['the Tuesday after Easter 2009', 'the Tuesday after Easter 2009 2009-04-14'],
    ['the weekend before Christmas 2009', 'the weekend before Christmas 2009 2009-W51-WE'],
    ['the day before Christmas 2009', 'the day before Christmas 2009 2009-12-24'],
    ['five years after 1945', 'five years after 1945 1950'],
    ['We meet a week on Friday', 'a week on Friday 2012-05-18'],
    ['We meet Friday week', 'Friday week 2012-05-18'],
    ['We meet Monday fortnight', 'Monday fortnight 2012-05-28'],
    ['We meet two weeks from Monday', 'two weeks from Monday 2012-05-28'],
    ['We meet a week tomorrow', 'a week tomorrow 2012-05-17'],
    ['It opened on Tuesday 17th', 'Tuesday 17th 2012-04-17'],
    ['It will open on Tuesday 15th', 'Tuesday 15th 2012-05-15'],
  ])('%s', (text, expected) => expect(found(`${text}.`)).toEqual([expected]));

  test('no day is counted from a month', () =>
    expect(found('Three days after March 2009 it rained.')).toEqual(['Three days P3D', 'March 2009 2009-03']));
  test('the same month a year ago is the one spoken of', () =>
    expect(found('Sales in April beat those of the same month a year ago.')).toEqual([
      'April 2012-04',
      'the same month a year ago 2011-04',
    ]));
});

describe('durations, which are no dates', () => {
  test.each([
    ['The harvest came two weeks earlier than usual.', 'two weeks P2W'],
    ['It will be the worst harvest in a decade.', 'a decade P10Y'],
    ['It will be their first harvest in three years.', 'three years P3Y'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]));
  test('both ends of a range have the unit', () =>
    expect(found('It takes between 6 and 9 weeks.')).toEqual(['6 P6W', '9 weeks P9W']));
});

test.each([
  ['every evening', 'XXXX-XX-XXTEV'],
  ['each winter', 'XXXX-WI'],
  ['every Sunday morning', 'XXXX-WXX-7TMO'],
  ['each season', 'P1SE'],
  ['every Christmas', 'XXXX-12-25'],
])('"%s" is a set', (words, value) =>
  expect(tag(`They sing ${words} there.`, { dct: '2012-05-09' })).toMatchObject([{ text: words, value, type: 'SET' }]),
);

test('the day that trading ends is the day spoken of', () =>
  expect(found('Shares rose to end the day at 12.40.')).toEqual(['the day 2012-05-09']));
