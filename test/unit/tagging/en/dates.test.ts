import { tag } from '../../../../shared/tagging/tag.ts';

/** "words value" of everything found. */
const found = (text: string, dct = '2014-03-30'): string[] =>
  tag(text, { dct }).map(({ text: words, value }) => `${words} ${value}`);

describe('day, month and year in every order and with every sign', () => {
  test.each([
    ['signed on May. 17, 2012', ['May. 17, 2012 2012-05-17']],
    ['signed on 17 May., 2012', ['17 May., 2012 2012-05-17']],
    ['signed on June. 7', ['June. 7 2013-06-07']],
    ['dated 03-Apr-1988', ['03-Apr-1988 1988-04-03']],
    ['dated 3/Sep/1988', ['3/Sep/1988 1988-09-03']],
    ['dated 1988-Dec-03', ['1988-Dec-03 1988-12-03']],
    ['dated 1988/Oct/30', ['1988/Oct/30 1988-10-30']],
    ['dated 03-APR-88', ['03-APR-88 1988-04-03']],
    ['dated 3Apr1988 and 12DEC03', ['3Apr1988 1988-04-03', '12DEC03 2003-12-12']],
    ['begun 1911 August 9', ['1911 August 9 1911-08-09']],
    ['printed 1911 Sep-Oct', ['1911 Sep 1911-09', 'Oct 1911-10']],
    ['born on 24.12.1931', ['24.12.1931 1931-12-24']],
    ['came on June twenty-third, 1911', ['June twenty-third, 1911 1911-06-23']],
    ['came on the thirty-first of July 1911', ['the thirty-first of July 1911 1911-07-31']],
    ['baptised on 4 January 1702/3', ['4 January 1702/3 1703-01-04']],
    ['until April l7, 1953', ['April l7, 1953 1953-04-17']],
    ['until April 3O 1953', ['April 3O 1953 1953-04-30']],
    ['on l4 May 1958', ['l4 May 1958 1958-05-14']],
    ['dated 24-12-1931', ['24-12-1931 1931-12-24']],
    ['filed Tue Aug 05 07:03:59 CEST 2008', ['Tue Aug 05 2008-08-05', '07:03:59 CEST 2008 2008-08-05T07:03:59']],
    ['filed Tue Aug 5 07:03 -0500 2008', ['Tue Aug 5 2008-08-05', '07:03 -0500 2008 2008-08-05T07:03']],
    ['on the 9th of last month', ['the 9th of last month 2014-02-09']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test.each(['It cost 1968 Mayors dearly.', 'In 2016 May won.'])('no date of the number before a month: %s', (text) =>
    expect(found(text).filter((one) => / \d{4}-\d\d/.test(one))).toEqual([]),
  );
});

describe('ranges and lists share month and year:', () => {
  test.each([
    ['On 2, 9 and 16 July 2005', ['2 2005-07-02', '9 2005-07-09', '16 July 2005 2005-07-16']],
    ['On July 2, 9 and 16, 2005', ['July 2 2005-07-02', '9 2005-07-09', '16, 2005 2005-07-16']],
    ['On July 2, 9, and 16, 2005', ['July 2 2005-07-02', '9 2005-07-09', '16, 2005 2005-07-16']],
    ['On Monday 4 and Tuesday 5 July 2005', ['Monday 4 2005-07-04', 'Tuesday 5 July 2005 2005-07-05']],
    ['from the 3rd to the 5th of July 2005', ['the 3rd 2005-07-03', 'the 5th of July 2005 2005-07-05']],
    ['on 1st and 2nd May and 8 June 2005', ['1st 2005-05-01', '2nd May 2005-05-02', '8 June 2005 2005-06-08']],
    ['the night of March 9-10, 1945', ['the night of March 9 1945-03-09TNI', '10, 1945 1945-03-10']],
    ['in April, May and June 2005', ['April 2005-04', 'May 2005-05', 'June 2005 2005-06']],
    ['ran Nov – Feb 2006', ['Nov 2005-11', 'Feb 2006 2006-02']],
    ['ran Sep/Oct 2006', ['Sep 2006-09', 'Oct 2006 2006-10']],
    ['from May to July in 2005', ['May 2005-05', 'July in 2005 2005-07']],
    ['in 2005 from May to July', ['2005 2005', 'May 2005-05', 'July 2005-07']],
    ['from 20 December 1961 to 3 February', ['20 December 1961 1961-12-20', '3 February 1962-02-03']],
    ['between 20 March 1961 and 3 May', ['20 March 1961 1961-03-20', '3 May 1961-05-03']],
    ['on 12 March (27 February) 1917', ['12 March 1917-03-12', '27 February) 1917 1917-02-27']],
    ['on 12 March [O.S. 27 February] 1917', ['12 March 1917-03-12', '27 February] 1917 1917-02-27']],
    ['on 11 (23) April 1801', ['11 1801-04-11', '23) April 1801 1801-04-23']],
    ['on April 23 [O.S. 11], 1801', ['April 23 1801-04-23', '11], 1801 1801-04-11']],
    ['in 2005 (May to July)', ['2005 2005', 'May 2005-05', 'July 2005-07']],
    ['ran 10/5-11/2/2011', ['10/5 2011-10-05', '11/2/2011 2011-11-02']],
    ['ran 28/12–4/1/2011', ['28/12 2010-12-28', '4/1/2011 2011-01-04']],
    ['in the second and third quarters of 2011', ['the second 2011-Q2', 'third quarters of 2011 2011-Q3']],
    ['in the 1920s and 30s', ['the 1920s 192', '30s 193']],
    ["in the '60s, '70s and early '80s", ["the '60s 196", "'70s 197", "'80s 198"]],
    ['of the 10th, 11th and 12th centuries', ['the 10th 09', '11th 10', '12th centuries 11']],
    ['of the 3rd–2nd centuries BC', ['the 3rd BC02', '2nd centuries BC BC01']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('years in pairs, and before 1800', () => {
  test.each([
    ['the harvests of 1846-7', ['1846 1846', '7 1847']],
    ['the harvests of 1899/1900', ['1899 1899', '1900 1900']],
    ['the budget of FY2015-16', ['FY2015 2015', '16 2016']],
    ['he ruled from 1340 to 1362', ['1340 1340', '1362 1362']],
    ['dated between 1340 and 1362', ['1340 1340', '1362 1362']],
    ['a bishop (r. 1340–1362)', ['1340 1340', '1362 1362']],
    ['a weaver (b. 1703, d. 1771)', ['1703 1703', '1771 1771']],
    ['built c. 1340', ['c. 1340 1340']],
    ['built c. 1340–62', ['c. 1340 1340', '62 1362']],
    ['fiscal 2013-14 and the academic year 2010–11', ['fiscal 2013 2013', '14 2014', 'year 2010 2010', '11 2011']],
    ['in Q3/2011', ['Q3/2011 2011-Q3']],
    ['built c.1840 or ca.1850', ['c.1840 1840', 'ca.1850 1850']],
    ['in late 1703', ['late 1703 1703']],
    ['the rising of 1715 and the 1719 landing', ['1715 1715', '1719 1719']],
    ['in Q3 2011, 2Q12, 1H 2013 and Q4’09', ['Q3 2011 2011-Q3', '2Q12 2012-Q2', '1H 2013 2013-H1', 'Q4’09 2009-Q4']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('a four-digit number that counts, measures or names is not read as a year:', () => {
  test.each([
    'The office is at 1911 Mill Lane, Suite 2004.',
    'The cave is 1910 m deep and 1850 feet long.',
    'Ring 0161 496 1990 for help.',
    'Ring 1900 555 0123 for help.',
    'The fire left 1990 dead and 2001 injured.',
    'They moved to Unit 1999 in a Fiat 1900.',
    'He lost Case No. 2009-1288.',
    'Flight KL 1955 was late.',
    'Room 1984 and bus 2010 are full.',
    'The village has 1900 inhabitants and 2010 sheep.',
    'They fed 1200 homeless children.',
    'Some 1500 islands are bare.',
    'It grew from 1200 to 1400.',
    'They fetched from 1500 to 1700 people.',
    'A tribute to Orwell’s 1984.',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('four digits that tell the time of day', () => {
  test.each([
    ['at 0615 (1115 GMT)', ['0615 2014-03-30T06:15', '1115 GMT 2014-03-30T11:15Z']],
    [
      'On 3 March, 1900 GMT: rain. By 1230 it was dry.',
      ['3 March 2014-03-03', '1900 GMT 2014-03-03T19:00Z', '1230 2014-03-03T12:30'],
    ],
    ['at 09:30 UTC', ['09:30 UTC 2014-03-30T09:30Z']],
    ['2043 The mayor says she is safe.', []],
    ['2003 The mayor retired.', ['2003 2003']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('the order of day and month is decided once for an article', () => {
  test('by a date that has only one reading', () =>
    expect(found('Opened 04/05/2011, closed 25/12/2011.')).toEqual(['04/05/2011 2011-05-04', '25/12/2011 2011-12-25']));
  test('dotted dates begin with the day unless the article shows otherwise', () =>
    expect(found('From 4.5.2011 to 12.25.2011.')).toEqual(['4.5.2011 2011-04-05', '12.25.2011 2011-12-25']));
});

describe('days with names', () => {
  test.each([
    ['Halls were full on Black Friday 2012.', ['Black Friday 2012 2012-11-23']],
    ['The lamps went out on V-E Day.', ['V-E Day 1945-05-08']],
    ['The lamps went out on D-Day.', ['D-Day 1944-06-06']],
    ['Bloody Friday is remembered; Sheffield Wednesday drew.', []],
    ['The Sunday Times and the Sunday Mirror asked.', []],
    ['The Boxing Day quake of 2004', ['Boxing Day 2004-12-26', '2004 2004']],
    ['They marched at Whitsun 2012.', ['Whitsun 2012 2012-05-27']],
    ['The laws changed after 7/7 and 9/11.', ['7/7 2005-07-07', '9/11 2001-09-11']],
    ['She was given 7/7 for it.', []],
    ['Dr. June Orme and her daughter April left.', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
  test('after a past verb it is the last one, a week before it comes again', () =>
    expect(found('The barn burned on Halloween.', '2013-10-25')).toEqual(['Halloween 2012-10-31']));
  test('with a future verb it is the next one', () =>
    expect(found('The barn will open on Halloween.', '2013-10-25')).toEqual(['Halloween 2013-10-31']));
});

describe('days counted from Easter, by the calendar of the time', () => {
  test.each([
    ['Easter 1415', '1415-03-31'],
    ['Ascension Day 1415', '1415-05-09'],
    ['Palm Sunday 1461', '1461-03-29'],
    ['Good Friday 1582', '1582-04-13'],
    ['Good Friday 1583', '1583-04-08'],
    ['Shrove Tuesday 1500', '1500-03-03'],
  ])('%s', (words, value) => expect(found(`It fell on ${words}.`)).toEqual([`${words} ${value}`]));
});
