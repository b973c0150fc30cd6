import { tag } from '../../../../shared/tagging/tag.ts';

/** Wednesday 13 June 2012. */
const found = (text: string): string[] =>
  tag(text, { dct: '2012-06-13' }).map(({ text: words, value }) => `${words} ${value}`);

describe('days some way from the day of writing', () => {
  test.each([
    ['They met two Fridays ago.', ['two Fridays ago 2012-06-01']],
    ['He was seen two nights ago.', ['two nights ago 2012-06-11TNI']],
    ['They meet on the Friday after next.', ['the Friday after next 2012-06-22']],
    ['They met on the Monday before last.', ['the Monday before last 2012-06-04']],
    ['On the same day two years ago it rained.', ['the same day two years ago 2010-06-13']],
    ['This day next week it opens.', ['This day next week 2012-06-20']],
    [
      'Your letter of the 12th ult. came on the 5th inst. by post.',
      ['the 12th ult. 2012-05-12', 'the 5th inst. 2012-06-05'],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('days next to the day that the text speaks of', () => {
  test.each([
    [
      'It sank on 4 May 2004. The morning after, they searched.',
      ['4 May 2004 2004-05-04', 'The morning after 2004-05-05TMO'],
    ],
    ['It sank in 1911. The year after, it was raised.', ['1911 1911', 'The year after 1912']],
    ['Late evening on 3 May it closed.', ['Late evening on 3 May 2012-05-03TEV']],
    ['It is due by decade’s end.', ['decade’s end 201']],
    ['One day in June 2010 he left.', ['One day in June 2010 2010-06']],
    ['Weeks passed.', ['Weeks PXW']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('old and printed forms', () => {
  test.each([
    ['In this year 1137 the king died.', ['this year 1137 1137']],
    ['The rising, 1642–51, split the town.', ['1642 1642', '51 1651']],
    ['It was built c 1450.', ['c 1450 1450']],
    ['In the 1700s and the early 1800s it grew.', ['the 1700s 17', 'the early 1800s 18']],
    ['In the 1900s it shrank.', ['the 1900s 190']],
    ['on the 4th. June 1902', ['the 4th. June 1902 1902-06-04']],
    ['The spring semester 2013 is short.', ['The spring semester 2013 2013-SP']],
    ['Pay within thirty (30) days of 1 May 2011.', ['thirty (30) days P30D', '1 May 2011 2011-05-01']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('timetables and police reports', () => {
  test.each([
    ['dep. 09:15 arr. 11:42', ['09:15 2012-06-13T09:15', '11:42 2012-06-13T11:42']],
    ['It departs 0915.', ['0915 2012-06-13T09:15']],
    ['Sat 14 Jul, KO 15:00', ['Sat 14 Jul 2012-07-14', '15:00 2012-07-14T15:00']],
    [
      'Between 2200 and 2315 hrs on Friday a van was seen.',
      ['2200 2012-06-08T22:00', '2315 hrs on Friday 2012-06-08T23:15'],
    ],
    ['They lost 10:12 and 03:15.', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('a year separated from its day', () => {
  test.each([
    ['It holds until 31 December 9999.', ['31 December 9999 9999-12-31']],
    ['On May 4, 9999, it ends; on May 4, 3500 men came.', ['May 4, 9999 9999-05-04', 'May 4 2012-05-04']],
    ['The 2010 cup final on 11 July was long.', ['2010 2010', '11 July 2010-07-11']],
    ['born on the 4th day of May in the year 1821', ['the 4th day of May in the year 1821 1821-05-04']],
    ['on May 4 in the year of our Lord 1349', ['May 4 in the year of our Lord 1349 1349-05-04']],
    ['The September quarter of 2011 was wet.', ['September quarter of 2011 2011-Q3']],
    ['It is due by end 2012 or end-2013.', ['end 2012 2012', 'end-2013 2013']],
    ['In the early 90s it grew.', ['the early 90s 199']],
    ['The months of May and June 1940 were hot.', ['May 1940-05', 'June 1940 1940-06']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});
