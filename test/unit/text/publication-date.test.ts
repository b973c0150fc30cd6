import { findFurniture } from '../../../shared/text/furniture.ts';
import { dayInUrl, isoDayIn, publicationDateOf } from '../../../shared/text/publication-date.ts';
import { numberOrderOf, writtenDates, writtenDay } from '../../../shared/text/written-date.ts';

const of = (text: string, article: { publishedAt?: string; url?: string } = {}) =>
  publicationDateOf(article, text, findFurniture(text));

describe('the publication date of plain text', () => {
  test('is the given one first, in its own offset', () => {
    expect(of('PUBLISHED : 1 May 2014', { publishedAt: '2014-03-30T23:30:00-05:00' })).toEqual({
      day: '2014-03-30',
      publishedAt: '2014-03-30T23:30:00-05:00',
      source: 'given',
    });
  });

  test.each([
    'A title\n\nPUBLISHED : Monday, 5 May, 2014, 5:51am\n\nThe story.',
    'Posted on: May 5, 2014\nThe story.',
    'By Ann Oduya, 5 May 2014\n\nThe story.',
    'LONDON | Mon May 5, 2014 3:51 pm BST LONDON (Reuters) - The story.',
    '2014-05-05\nThe story.',
  ])('is read from the page furniture: %j', (text) => {
    expect(of(text)).toEqual({ day: '2014-05-05', publishedAt: '2014-05-05', source: 'byline' });
  });

  test('comes from the URL if nothing else states it', () => {
    expect(of('The story.', { url: 'https://example.org/2014/05/05/story' })?.source).toBe('url');
  });

  test('is never invented', () => {
    expect(of('The war began on June 4, 1989 and ended in 1991.')).toBeUndefined();
    expect(of('The story.', { publishedAt: 'yesterday', url: 'https://example.org/story-2014' })).toBeUndefined();
    expect(of('PUBLISHED : soon')).toBeUndefined();
  });
});

test.each([
  ['https://a.org/2014/mar/30/x', '2014-03-30'],
  ['https://a.org/2014/3/30', '2014-03-30'],
  ['https://a.org/news/2014-03-30-x.html', undefined],
  ['https://a.org/x_20140330.html', undefined],
  ['https://a.org/x?from=/2014/03/30/', undefined],
  ['https://a.org/2014/02/30/x', undefined],
  ['https://a.org/2014/03/x', undefined],
  ['https://a.org/id/20143099', undefined],
])('the day in %s is %s', (url, day) => {
  expect(dayInUrl(url)).toBe(day);
});

test.each([
  ['Sunday, 30 March, 2014, 5:51am', '2014-03-30'],
  ['Mar. 30, 2014', '2014-03-30'],
  ['30th of March 2014', '2014-03-30'],
  ['31 February 2014', undefined],
  ['March 2014', undefined],
  ['Freitag, 3. März 2021', '2021-03-03'],
  ['Datum:26. Januar 2022', '2022-01-26'],
  ['mercredi 12 août 2015 à 18h30', '2015-08-12'],
  ['1er janvier 2016', '2016-01-01'],
  ['3 de febrero de 2021', '2021-02-03'],
  ['9 agosto 2017', '2017-08-09'],
  ['5 de outubro de 2019', '2019-10-05'],
  ['4 oktober 2020, 10:15', '2020-10-04'],
  ['12 października 2020', '2020-10-12'],
  ['17. května 2018', '2018-05-17'],
  ['6. joulukuuta 2017', '2017-12-06'],
  ['19 mayıs 2019', '2019-05-19'],
  ['9 мая 2015', '2015-05-09'],
  ['2021. március 15.', '2021-03-15'],
  ['2014年3月30日', '2014-03-30'],
  ['30-Mar-2014', '2014-03-30'],
  ['30.03.2014', '2014-03-30'],
  ['2014.03.30.', '2014-03-30'],
  ['version 1.2.2014.5', undefined],
  ['30/03/2014', '2014-03-30'],
  ['3/4/2014', undefined],
  ['Mayor 3, 2014', undefined],
])('the day written as %s is %s', (line, day) => {
  expect(writtenDay(line)).toBe(day);
});

test('an ISO date-time keeps the day of its own offset', () => {
  expect(isoDayIn('2014-03-30T00:10:00+08:00')).toBe('2014-03-30');
  expect(isoDayIn('2014-02-30')).toBeUndefined();
});

describe('the order of day and month in numbers', () => {
  test.each([
    ['en-GB', undefined, '2014-04-03'],
    ['en_US', undefined, '2014-03-04'],
    ['de', undefined, '2014-04-03'],
    ['en', 'https://www.example.co.uk/a', '2014-04-03'],
    ['en', 'https://www.example.gov/a', '2014-03-04'],
    ['en', 'https://example.com/a', undefined],
    [undefined, 'https://example.fr/a', '2014-04-03'],
  ])('of a page in %s at %s makes 3/4/2014 %s', (tag, url, day) => {
    expect(writtenDay('3/4/2014', numberOrderOf(tag, url))).toBe(day);
  });
});

test('a line with several dates gives the position of each', () => {
  expect(writtenDates('Published 3 May 2021, updated 7 May 2021')).toEqual([
    { day: '2021-05-03', start: 10, end: 20 },
    { day: '2021-05-07', start: 30, end: 40 },
  ]);
});
