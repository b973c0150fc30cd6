import { tag } from '../../../../shared/tagging/tag.ts';

const values = (text: string, dct?: string): string[] =>
  tag(text, dct === undefined ? {} : { dct }).map(({ text: words, value }) => `${words} ${value}`);

/** Enough stated years to make a history of what follows. */
const SIEGE =
  'The siege began on 7 April 1809. In 1807 the town had refused tribute; in May 1808 it paid. By 2 June 1809 the wall was down. ';

describe('the year of a story comes from the years before and after it', () => {
  test.each([
    [
      'an aside about a find does not move it',
      'Coins found in 1986 show the damage. On 11 June the gate fell.',
      '11 June 1809-06-11',
    ],
    [
      'a comparison does not move it',
      'It was the longest siege since 1672. In August the town gave up.',
      'August 1809-08',
    ],
    [
      'a figure of another year that this one is measured by does not move it',
      'Grain stood at 90 marks, as opposed to a peak of 200 in summer 1795. In August the town gave up.',
      'August 1809-08',
    ],
    [
      'a high of another year does not move it',
      'Prices rose, surpassing the May 1771 high. In August the town gave up.',
      'August 1809-08',
    ],
    ['a bracket does not move it', 'A poet (born in 1771) was there. In August the town gave up.', 'August 1809-08'],
    [
      '"this day" is the day spoken of',
      'The townsfolk still mark this day. On 30 June relief came.',
      '30 June 1809-06-30',
    ],
    [
      'looking back by a shift does not move it',
      'Ten years earlier it had been rich. On 30 June relief came.',
      '30 June 1809-06-30',
    ],
    [
      'after December comes January of the next year',
      'In December the food ran out. In January the town gave up.',
      'January 1810-01',
    ],
    [
      'years that agree with each other do move it',
      'In 1831 a new wall rose. It was done in March 1833. In July it fell.',
      'July 1833-07',
    ],
  ])('%s', (_, text, expected) => expect(values(SIEGE + text, '2011-09-04')).toContain(expected));

  test('a year stated later decides for a date before it', () => {
    const text = `${SIEGE}Peace held for long. By 1812 the mills ran again. In September the river rose, and in November 1812 it took the bridge.`;
    expect(values(text, '2011-09-04')).toContain('September 1812-09');
  });

  test('quotations do not turn a history into news', () => {
    const text = `${SIEGE}"Today we die, tomorrow they do, yesterday is gone", he wrote. On 30 June relief came.`;
    expect(values(text, '2011-09-04')).toContain('30 June 1809-06-30');
  });

  test('a text of nothing but years, none of them recent, is a history', () => {
    const text =
      'The line of 1852 was short; by 1855, 1857, 1861 and 1863 it grew. It was sold in 1871. In October the last train ran.';
    expect(values(text, '2011-09-04')).toContain('October 1871-10');
  });
});

describe('news that tells of a former affair', () => {
  test.each([
    [
      'a day that follows a full date goes on from it',
      'The kiln burst on 4 June 1989. On 6 June the owner left.',
      '6 June 1989-06-06',
    ],
    [
      'after the turn of the year, too',
      'The kiln burst on 30 December 1989. On 6 January the owner left.',
      '6 January 1990-01-06',
    ],
    [
      'a month in the sentence of a full date, too',
      'The ferry sank on 4 April 2005; divers found its bell in May. It was shown on Friday.',
      'May 2005-05',
    ],
    [
      'but no month of a later sentence, in news of the day',
      'The ferry sank on 4 April 2005. Its bell was shown in February. On Friday it was sold.',
      'February 2014-02',
    ],
    [
      'not after a word of the present',
      'The kiln burst on 4 June 1989. Yesterday the owner left. On 6 March he had said so.',
      '6 March 2014-03-06',
    ],
    [
      'not after a date of this year',
      'The kiln burst on 2 February 2014. On 6 March the owner left.',
      '6 March 2014-03-06',
    ],
  ])('%s', (_, text, expected) => expect(values(text, '2014-03-30')).toContain(expected));
});

describe('an article that nobody has dated', () => {
  test.each([
    ['The crane fell on 12 June 1989 and the quay was closed yesterday.', 'yesterday XXXX-XX-XX'],
    ['The bridge was built in 1931. Today the mayor resigned.', 'Today PRESENT_REF'],
    ['The bridge was built in 1931. Last week two councillors left.', 'Last week XXXX-WXX'],
    ['The bridge was built in 1931. Last year it was sold.', 'Last year XXXX'],
    ['The bridge opened on 12 June 1931. On Friday the mayor resigned.', 'Friday XXXX-WXX-5'],
    ['The bridge opened on 12 June 1931. Next month it closes.', 'Next month XXXX-XX'],
    ['The bridge opened on 12 June 1931. Two years ago it was sold.', 'Two years ago XXXX'],
  ])('%s', (text, expected) => expect(values(text)).toContain(expected));
  test('still goes on from the years it states', () =>
    expect(values('The crane fell on 12 June 1989. On 14 June the quay was closed.')).toContain('14 June 1989-06-14'));
});

describe('a date governed by a past verb lies before the day of writing', () => {
  test.each([
    ['The dam was opened in January.', 'January 2012-01'],
    ['The board met in Lisbon on Dec. 28.', 'Dec. 28 2011-12-28'],
    ['The barn burned down on Christmas Eve.', 'Christmas Eve 2011-12-24'],
    ['Thousands marched across the city on Christmas Day.', 'Christmas Day 2011-12-25'],
    ['The judge set a hearing for January 4.', 'January 4 2013-01-04'],
    ['The board has set Dec. 28 as the deadline.', 'Dec. 28 2012-12-28'],
    ['Monday, June 25, was hot.', 'Monday, June 25 2012-06-25'],
  ])('%s', (text, expected) => expect(values(text, '2012-12-19')).toEqual([expected]));
});

describe('a short text without a reference to its day of writing', () => {
  test('with three stated years, none recent, is a history', () =>
    expect(
      values('The line of 1852 was sold in 1861 and again in 1871. In October the last train ran.', '2011-09-04'),
    ).toContain('October 1871-10'));
  test('takes a month from the month before it', () =>
    expect(values('In June 1969 the pilots came. From May to July they trained.', '2011-09-04')).toEqual([
      'June 1969 1969-06',
      'May 1969-05',
      'July 1969-07',
    ]));
});

describe('a short narrative of the past is a history', () => {
  const DCT = '2012-06-13';
  test('if it begins with its year and nothing leans on the day of writing', () =>
    expect(values('1812 began badly. In June the ford froze. In September the mill burned.', DCT)).toEqual([
      '1812 1812',
      'June 1812-06',
      'September 1812-09',
    ]));
  test.each([
    ['a weekday leans on it', 'The mill of 1812 burned on Friday. In May it was sold. In April it had stood empty.'],
    ['a year is near', 'The mill of 1812 was sold in 2010. In May it burned. In April it had stood empty.'],
    ['its first date has no year', 'In May the mill burned. In April the mill of 1812 had stood empty.'],
  ])('but not where %s', (_why, text) =>
    expect(values(text, DCT)).toEqual(expect.arrayContaining(['May 2012-05', 'April 2012-04'])),
  );
});

describe('a heading of a year and a subject begins a section of that year', () => {
  const PROSE =
    'The council met in the old hall, and for a while it seemed that the dispute over the toll would end well. ';
  test('bare dates of a section have its year, even after years of comparison', () =>
    expect(
      values(
        `${SIEGE}\n1811: the bridge is rebuilt\n${PROSE}Tolls were half of those of January 1807. Work began in March.`,
      ),
    ).toContain('March 1811-03'));
  test('a label of a chronicle line heads only its line', () =>
    expect(
      values('1811: Bridge rebuilt\n1812: Mill burned\n5 May 1813: Toll ended\nIn June the ford froze.'),
    ).toContain('June 1813-06'));
});

describe('a count from the day of a past speech stays open', () => {
  test.each([
    ['two years ago', 'XXXX'],
    ['last month', 'XXXX-XX'],
    ['yesterday', 'XXXX-XX-XX'],
  ])('"%s" in a quotation of a history', (words, value) =>
    expect(values(`${SIEGE}The mayor wrote: "They burned the mill ${words}."`, '2012-06-13')).toContain(
      `${words} ${value}`,
    ),
  );
  test('outside quotations it is counted from the day of writing', () =>
    expect(values(`${SIEGE}The letters were sold last month.`, '2012-06-13')).toContain('last month 2012-05'));
});
