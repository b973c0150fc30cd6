import { tag } from '../../../../shared/tagging/tag.ts';

/** Values of the expressions of a text written on Monday 31 March 2014. */
const values = (text: string): string[] => tag(text, { dct: '2014-03-31' }).map((timex) => timex.value);

describe('the periods of a company report', () => {
  test('an earlier quarter named after it is not the one reported', () =>
    expect(
      values('Fourth-quarter profit was $3 million. After a weak third quarter, margins beat those of a year ago.'),
    ).toEqual(['2013-Q4', '2013-Q3', '2012-Q4']));

  test("another company's fiscal quarter is reported, however early", () =>
    expect(
      values(
        'Fourth-quarter profit fell. A rival said net for the fiscal third quarter was $2 million, against $1 million a year ago.',
      ),
    ).toEqual(['2013-Q4', '2013-Q3', '2012-Q3']));

  test('a quarter in the past tense is a reported one, even if it is not over by the calendar', () =>
    expect(values('The grocer posted a loss in first-quarter trading, against a profit a year earlier.')).toEqual([
      '2014-Q1',
      '2013-Q1',
    ]));

  test('a quarter still to come is not reported', () =>
    expect(values('It will post a loss in first-quarter trading, against a profit a year earlier.')).toEqual([
      '2014-Q1',
      '2013',
    ]));

  test.each([
    ["Sales in last year's quarter were flat.", "last year's quarter", '2012-Q4'],
    ['Sales in the corresponding period last year were flat.', 'the corresponding period last year', '2012-Q4'],
    ['Net for the year-earlier nine months was flat.', 'the year-earlier nine months', 'P9M'],
    ['Output fell in the first two quarters of 2012.', 'the first two quarters of 2012', '2012-H1'],
    ['It came after several quarters of decline.', 'several quarters', 'PXQ'],
  ])('%s', (text, words, value) => {
    const found = tag(`Fourth-quarter profit rose. ${text}`, { dct: '2014-03-31' });
    expect(found.slice(1).map((timex) => [timex.text, timex.value])).toEqual([[words, value]]);
  });

  test.each([
    ['Rent fell in the quarter ended Jan. 31.', '2013-Q4', 'two of its months lie there'],
    ['Rent fell in the quarter ended Jan. 3.', '2013-Q4', 'it closed with December'],
    ['Rent fell in the quarter ended July 31.', '2013-Q2', 'May, June and July'],
    ['Third-quarter rent fell. It had risen in the quarter ended July 31.', '2013-Q3', 'unless its name is known'],
  ])('%s %s: %s', (text, quarter) => expect(values(text)).toContain(quarter));

  test('"the prior-year quarter" is the one a year before', () =>
    expect(values('Fourth-quarter rent fell. It had risen in the prior-year quarter.')).toEqual([
      '2013-Q4',
      '2012-Q4',
    ]));

  test('a quarter is compared with a quarter', () => {
    const report = 'Fourth-quarter profit was $3 million, compared with $2 million last year. Last year was bad.';
    expect(values(report)).toEqual(['2013-Q4', '2012-Q4', '2013']);
  });

  test('after the figures for nine months "the 2012 period" is no quarter', () => {
    const before = 'Fourth-quarter profit rose. In the nine months it was $3 million, and';
    expect(values(`${before} in the 2012 period $2 million.`)).toEqual(['2013-Q4', 'P9M', '2012']);
    expect(values(`${before} in the 2012 quarter $2 million.`)).toEqual(['2013-Q4', 'P9M', '2012-Q4']);
  });
});
