import { tag } from '../../../../shared/tagging/tag.ts';

/** Sunday 30 March 2014. */
const found = (text: string, dct = '2014-03-30'): string[] =>
  tag(text, { dct }).map(({ text: words, value }) => `${words} ${value}`);

describe('years written as one token with their neighbours', () => {
  test.each([
    ['The tithe barn was raised c1640.', ['c1640 1640']],
    ['A print of ca1875 shows it.', ['ca1875 1875']],
    ['The ferry was laid up in 19O4.', ['19O4 1904']],
    ['They left the valley in l887.', ['l887 1887']],
    ['They left on 9 May l887.', ['9 May l887 1887-05-09']],
    ['They left in May I887.', ['May I887 1887-05']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test('"c1640" is approximate', () => expect(tag('Raised c1640.', {})[0]).toMatchObject({ mod: 'APPROX' }));

  test.each([
    'The part is numbered 19O4 here.',
    'The lilo and the loll are words.',
    'The c15 and the ca19 are models.',
  ])('letters and digits that are no year: %s', (text) => expect(found(text)).toEqual([]));
});

describe('years of two digits', () => {
  test.each([
    ['The class of ’84 met in summer ’05.', '2014-03-30', ['’84 1984', 'summer ’05 2005-SU']],
    ['Dated 3 June ’11 and July 4, ’76.', '2014-03-30', ['3 June ’11 2011-06-03', 'July 4, ’76 1976-07-04']],
    ['The flood of ’48 came back.', '1998-03-30', ['’48 1948']],
  ])('%s, written %s', (text, dct, expected) => expect(found(text, dct)).toEqual(expected));
});

describe('years before 1800 that other years confirm', () => {
  test('a bare stretch counts beside years of its age', () =>
    expect(found('Abbots of the house, 1460-1485. The abbey was founded in 1402.')).toEqual([
      '1460 1460',
      '1485 1485',
      '1402 1402',
    ]));
  test('a bare stretch alone does not', () => expect(found('Item 1460-1485 was sold.')).toEqual([]));
  test('a list after a preposition', () =>
    expect(found('It burned in 1322 and 1410.')).toEqual(['1322 1322', '1410 1410']));
  test('the year of our Lord', () =>
    expect(found('Signed in the year of our Lord 1415, anno Domini 1415.')).toEqual(['1415 1415', '1415 1415']));
  test('round numbers before the noun they count are not years', () =>
    expect(found('The guests slept in 1200 rooms and in 1500 beds.')).toEqual([]));
  test('sums of money are none', () => expect(found('It cost € 2010, that is 1990 £.')).toEqual([]));
});

describe('dates that share a field which one of them states', () => {
  test.each([
    ['From autumn 1978 to spring.', ['autumn 1978 1978-FA', 'spring 1979-SP']],
    ['It was shut in March and again in May 2009.', ['March 2009-03', 'May 2009 2009-05']],
    ['On 5, 6 & 7 May 2010.', ['5 2010-05-05', '6 2010-05-06', '7 May 2010 2010-05-07']],
    [
      'May 1st–3rd 1998 and Aug. 30/31 1999.',
      ['May 1st 1998-05-01', '3rd 1998 1998-05-03', 'Aug. 30 1999-08-30', '31 1999 1999-08-31'],
    ],
    ['From the second to the fourth quarter of 2010.', ['the second 2010-Q2', 'fourth quarter of 2010 2010-Q4']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

test('the second of two seasons needs no article', () =>
  expect(found('He spent the spring and summer at sea.', '2014-11-02')).toEqual([
    'the spring 2014-SP',
    'summer 2014-SU',
  ]));

describe('clocks beside their day', () => {
  test.each([
    [
      'It struck at 1412 (1912 GMT) on Tuesday.',
      ['1412 2014-03-25T14:12', '1912 GMT 2014-03-25T19:12Z', 'Tuesday 2014-03-25'],
    ],
    ['At 10:15 UTC+2 on 3 May 2011 it rang.', ['10:15 UTC+2 on 3 May 2011 2011-05-03T10:15']],
    ['At 10:15 UTC on 3 May 2011 it rang.', ['10:15 UTC on 3 May 2011 2011-05-03T10:15Z']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('days and units relative to the day of writing', () => {
  test.each([
    ['Aid came following Tuesday’s storm.', ['Tuesday 2014-03-25']],
    ['It sank the following Tuesday.', ['the following Tuesday 2014-04-01']],
    ['He left Monday last. We meet Tuesday next.', ['Monday last 2014-03-24', 'Tuesday next 2014-04-01']],
    ['On Tuesday last week he sat next to him.', ['Tuesday 2014-03-25', 'last week 2014-W12']],
    [
      'The year before last was dry, the week after next will be.',
      ['The year before last 2012', 'the week after next 2014-W15'],
    ],
    ['A year and a half ago it shut.', ['A year and a half ago 2012-09']],
    ['It shut 4-1\\/2 years ago.', ['4-1\\/2 years ago 2009-09']],
    ['A minute and a half later it blew.', ['A minute and a half PT1M30S']],
    ['The firm agreed to sell its mill in October.', ['October 2013-10']],
    ['In the 00s and the noughties.', ['the 00s 200', 'the noughties 200']],
    ['Since 05/2011 and in 2011/06.', ['05/2011 2011-05', '2011/06 2011-06']],
    ['On 3 May (2011) and in June (2012).', ['3 May 2011-05-03', '2011 2011', 'June 2012-06', '2012 2012']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('dates some way from another', () => {
  test.each([
    ['Two years after June 1989 it reopened.', ['Two years after June 1989 1991-06']],
    ['The day after 9/11 it was shut.', ['The day after 9/11 2001-09-12']],
    ['The weekend of 5 May 2012 was wet.', ['The weekend of 5 May 2012 2012-W18-WE']],
    ['He called last Thursday night.', ['last Thursday night 2014-03-27TNI']],
    ['The form of 19.Nov.2012 is lost.', ['19.Nov.2012 2012-11-19']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('names that look like days and months', () => {
  test.each([
    'Ms. April Friday and Mr. Friday spoke.',
    'Prof. August spoke to Dr. June.',
    'Hurricane June weakened.',
    'Tuesday Weld starred.',
  ])('%s', (text) => expect(found(text)).toEqual([]));
  test('"polls close" points ahead, "the close" does not', () =>
    expect(found('Polls close at 6pm on Thursday. At the close on Tuesday shares were up.', '2011-02-08')).toEqual([
      '6pm on Thursday 2011-02-10T18:00',
      'Tuesday 2011-02-08',
    ]));
});

describe('seasons counted back from the day of writing', () => {
  test.each([
    ['The summer before last the well ran dry.', ['The summer before last 2012-SU']],
    ['Three winters ago the well froze.', ['Three winters ago 2011-WI']],
    ["It froze the summer before last year's drought.", ['the summer 2013-SU', 'last year 2013']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});
