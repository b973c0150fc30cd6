import { tag } from '../../../../shared/tagging/tag.ts';

/** Friday 3 April 2015. */
const found = (text: string): string[] =>
  tag(text, { dct: '2015-04-03' }).map(({ text: words, value }) => `${words} ${value}`);

describe('text as people type it', () => {
  test.each([
    ['choir on monday, pub thurs', ['monday 2015-03-30', 'thurs 2015-04-02']],
    ['will meet sunday or tue', ['sunday 2015-04-05', 'tue 2015-04-07']],
    ['see you tmrw or 2moro', ['tmrw 2015-04-04', '2moro 2015-04-04']],
    ['party tonite', ['tonite 2015-04-03TNI']],
    ['took 3hrs and 20mins', ['3hrs PT3H', '20mins PT20M']],
    ['left 2 yrs ago', ['2 yrs ago 2013']],
    ['doors sunday 7.30pm', ['sunday 7.30pm 2015-03-29T19:30']],
    ['will open 5 May 9am', ['5 May 9am 2015-05-05T09:00']],
    ['open 5 Oct 9am till 6 Oct 5.15pm', ['5 Oct 9am 2015-10-05T09:00', '6 Oct 5.15pm 2015-10-06T17:15']],
    ['back 6 april, off again june 3rd', ['6 april 2015-04-06', 'june 3rd 2015-06-03']],
    ['on 5 may 2014 and in march 2013', ['5 may 2014 2014-05-05', 'march 2013 2013-03']],
    ['out sat nite, slept badly last nite', ['sat nite 2015-03-28TNI', 'last nite 2015-04-02TNI']],
    ['see u on mon, or by wed', ['mon 2015-04-06', 'wed 2015-04-08']],
    ['mon 4 may 9am', ['mon 4 may 9am 2015-05-04T09:00']],
    ['home in january, away in september', ['january 2015-01', 'september 2014-09']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    'it may march on',
    'the other 5 may be late',
    'of 12 may 3 march 10 miles',
    'he sat on the dock, 3 sat down',
    'he sat in the sun',
    'they wed',
    'sit on sun beds and on sat nav',
    'The Sun rose over Mon Amour',
    'a mon ami',
    '80 hrsx',
    'an august body',
    '3 m of cloth',
  ])('small letters that are other words: %s', (text) => expect(found(text)).toEqual([]));
});

test('both ends of a stretch of bare dates lie on one side of the day of writing', () => {
  expect(found('The fair will run from 20 December to 10 January.')).toEqual([
    '20 December 2015-12-20',
    '10 January 2016-01-10',
  ]);
  expect(found('The fair ran from November to February.')).toEqual(['November 2014-11', 'February 2015-02']);
});
