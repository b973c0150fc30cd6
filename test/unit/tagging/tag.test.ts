import { tag } from '../../../shared/tagging/tag.ts';

const news = (text: string, dct = '2014-03-31') => tag(text, { dct }).map(({ text: words, value }) => [words, value]);

describe('a complete date', () => {
  test.each([
    ['It happened on June 4, 1989.', 'June 4, 1989', '1989-06-04', '1989-06-04', '1989-06-04'],
    ['It happened on 4 June 1989.', '4 June 1989', '1989-06-04', '1989-06-04', '1989-06-04'],
    ['Prices rose in June 1989.', 'June 1989', '1989-06', '1989-06-01', '1989-06-30'],
    ['The bridge opened in 2008.', '2008', '2008', '2008-01-01', '2008-12-31'],
    ['Trade grew in the 1990s.', 'the 1990s', '199', '1990-01-01', '1999-12-31'],
    ['Steam changed the 19th century.', 'the 19th century', '18', '1801-01-01', '1900-12-31'],
    ['The law was drafted in mid-2012.', 'mid-2012', '2012', '2012-05-01', '2012-08-31'],
    ['It began in the early 1990s.', 'the early 1990s', '199', '1990-01-01', '1993-12-31'],
    ['Caesar fell on March 15, 44 BC.', 'March 15, 44 BC', 'BC0044-03-15', '-0043-03-15', '-0043-03-15'],
    ['The city burned in 480 BC.', '480 BC', 'BC0480', '-0479-01-01', '-0479-12-31'],
    ['They met in spring 2008.', 'spring 2008', '2008-SP', '2008-03-01', '2008-05-31'],
  ])('%s', (text, words, value, start, end) => {
    const [timex, ...others] = tag(text);
    expect(others).toEqual([]);
    expect(timex).toMatchObject({ text: words, value, type: 'DATE', explicit: true, span: { start, end } });
    expect(text.slice(timex?.start, timex?.end)).toBe(words);
  });
});

describe('a date relative to the day of writing, Monday 31 March 2014', () => {
  test.each([
    ['Talks failed last year.', 'last year', '2013'],
    ['Talks resume next month.', 'next month', '2014-04'],
    ['She spoke yesterday.', 'yesterday', '2014-03-30'],
    ['It rained last week.', 'last week', '2014-W13'],
    ['The minister said Friday that it was over.', 'Friday', '2014-03-28'],
    ['The court will meet on Friday.', 'Friday', '2014-04-04'],
    ['They left two years ago.', 'two years ago', '2012'],
    ['The meeting was held on February 11.', 'February 11', '2014-02-11'],
  ])('%s', (text, words, value) => expect(news(text)).toEqual([[words, value]]));
});

const NOTHING = { year: false, month: false, day: false, weekday: false };

test('a duration has no calendar days', () => {
  expect(tag('He served for five years.', { dct: '2014-03-31' })).toEqual([
    { start: 14, end: 24, text: 'five years', type: 'DURATION', value: 'P5Y', explicit: false, stated: NOTHING },
  ]);
});

test('a date that does not exist is no date', () => expect(news('Filed as February 30, 2013 by mistake.')).toEqual([]));

describe('which fields are stated, and what completed the others', () => {
  test.each([
    ['She spoke on Friday.', { ...NOTHING, weekday: true }, 'nearest'],
    ['She spoke on 4 June.', { ...NOTHING, month: true, day: true }, 'nearest'],
    ['She spoke in the summer.', { ...NOTHING, month: true }, 'nearest'],
    ['She spoke last Friday.', { ...NOTHING, weekday: true }, 'writing'],
    ['She spoke two years ago.', NOTHING, 'writing'],
    ['She spoke on 4 June 1989.', { ...NOTHING, year: true, month: true, day: true }, undefined],
    ['She spoke in 1989.', { ...NOTHING, year: true }, undefined],
  ])('%s', (text, stated, anchor) =>
    expect(tag(text, { dct: '2014-03-31' })[0]).toMatchObject({ stated, ...(anchor && { anchor }) }),
  );
  test('a date of a story is completed by the text', () =>
    expect(tag('It fell on 4 June 1989. The next day it rose.', { dct: '2014-03-31' })[1]).toMatchObject({
      anchor: 'text',
    }));
});

describe('invisible characters', () => {
  test.each([
    ['soft hyphens', 'It opened on 8 Octo\u00adber 19\u00ad49.', '8 Octo\u00adber 19\u00ad49', '1949-10-08'],
    ['marks of direction', 'It opened on \u200e8\u200f October 1949\u202c.', '8\u200f October 1949', '1949-10-08'],
    ['word joiners', 'It opened on 8\u2060 October 1949.', '8\u2060 October 1949', '1949-10-08'],
  ])('do not split a date: %s', (_, text, words, value) => {
    const found = tag(text);
    expect(found).toMatchObject([{ text: words, value }]);
    expect(text.slice(found[0]?.start, found[0]?.end)).toBe(words);
  });
});
