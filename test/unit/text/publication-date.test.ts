import { findFurniture } from '../../../shared/text/furniture.ts';
import { dayInUrl, isoDayIn, publicationDateOf, writtenDay } from '../../../shared/text/publication-date.ts';

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

  test('comes from the URL when nothing else says', () => {
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
  ['https://a.org/news/2014-03-30-x.html', '2014-03-30'],
  ['https://a.org/x_20140330.html', '2014-03-30'],
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
])('the day written as %s is %s', (line, day) => {
  expect(writtenDay(line)).toBe(day);
});

test('an ISO date-time keeps the day of its own offset', () => {
  expect(isoDayIn('2014-03-30T00:10:00+08:00')).toBe('2014-03-30');
  expect(isoDayIn('2014-02-30')).toBeUndefined();
});
