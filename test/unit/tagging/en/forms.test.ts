import { tag } from '../../../../shared/tagging/tag.ts';

/** Monday 31 March 2014. Each line: the text, then words and value of each expression in it. */
const DCT = '2014-03-31';

const check = (text: string, ...expected: readonly (readonly [words: string, value: string])[]): void =>
  expect(tag(text, { dct: DCT }).map((t) => [t.text, t.value])).toEqual(expected);

describe('two dates joined by "and" or "or"', () => {
  test('days of one month', () =>
    check('Held on April 6-7, 2013 there.', ['April 6', '2013-04-06'], ['7, 2013', '2013-04-07']));
  test('days before their month', () =>
    check('On 3-4 May 1904 it rained.', ['3', '1904-05-03'], ['4 May 1904', '1904-05-04']));
  test('years', () => check('It rained in 1958-59.', ['1958', '1958'], ['59', '1959']));
  test('years BC share their era', () =>
    check('The revolt (499-493 BC) failed.', ['499', 'BC0499'], ['493 BC', 'BC0493']));
  test('the first takes the year of the second', () =>
    check('From November to January 1943 they fought.', ['November', '1942-11'], ['January 1943', '1943-01']));
});

describe('clock and parts of day', () => {
  test.each([
    ['It opens at 10 p.m. Wednesday.', '10 p.m. Wednesday', '2014-04-02T22:00'],
    ['He was seen at noon Thursday.', 'noon Thursday', '2014-03-27T12:00'],
    ['It ends at 5 p.m. EST, Nov. 6, 2013.', '5 p.m. EST, Nov. 6, 2013', '2013-11-06T17:00'],
    ['The fire began at 4 in the morning.', '4 in the morning', '2014-03-31T04:00'],
    ['The train left at 14:30.', '14:30', '2014-03-31T14:30'],
    ['It will land at 0930 GMT on Friday.', '0930 GMT on Friday', '2014-04-04T09:30Z'],
    ['The pump was shut off at 1425 local time.', '1425 local time', '2014-03-31T14:25'],
    ['They met at 1800 hours on Friday.', '1800 hours on Friday', '2014-03-28T18:00'],
    ['The game starts at 7 p.m. ET on Friday.', '7 p.m. ET on Friday', '2014-04-04T19:00'],
    ['The band met that same evening.', 'that same evening', '2014-03-31TEV'],
    ['She spoke Friday night.', 'Friday night', '2014-03-28TNI'],
    ['He arrived this morning.', 'this morning', '2014-03-31TMO'],
    ['It broke on the morning of 31 January 1965.', 'the morning of 31 January 1965', '1965-01-31TMO'],
  ])('%s', (text, words, value) => check(text, [words, value]));
});

describe('what "later" starts from', () => {
  test('weeks count from the last date that is finer than a year', () =>
    check(
      'The well blew out on 2 March 2013. The wreck of 2013 was worse. Two weeks later it sank.',
      ['2 March 2013', '2013-03-02'],
      ['2013', '2013'],
      ['Two weeks later', '2013-W11'],
    ));
  test('weeks do not count from a bare year', () =>
    check(
      'It was worse than the wreck of 1989. Two weeks later it sank.',
      ['1989', '1989'],
      ['Two weeks later', 'XXXX-WXX'],
    ));
  test('a past event is not later than the day of writing', () =>
    check('He left office a decade later.', ['a decade later', 'XXXX']));
});

describe('periods of company reports', () => {
  test.each([
    ['Profit rose in the third quarter of 1990.', 'the third quarter of 1990', '1990-Q3'],
    ['It reported third-quarter profit.', 'third-quarter', '2013-Q3'],
    ['Profit fell in the 1988 second quarter.', 'the 1988 second quarter', '1988-Q2'],
    ["It fell in last year's first quarter.", "last year's first quarter", '2013-Q1'],
    ['Sales fell in the first half of 2021.', 'the first half of 2021', '2021-H1'],
    ['Q3 2021 was weak.', 'Q3 2021', '2021-Q3'],
    ['Sales fell in the fourth quarter of fiscal 2012.', 'the fourth quarter of fiscal 2012', '2012-Q4'],
    ['In fiscal 2012 it grew.', 'fiscal 2012', '2012'],
  ])('%s', (text, words, value) => check(text, [words, value]));
  test('a year earlier is the same quarter, a year before', () =>
    check(
      'Fourth-quarter profit was $3 million, against $2 million a year earlier.',
      ['Fourth-quarter', '2013-Q4'],
      ['a year earlier', '2012-Q4'],
    ));
});

describe('lengths against points', () => {
  test.each([
    ['It lasted five years.', 'five years', 'P5Y'],
    ['It took two and a half years.', 'two and a half years', 'P2Y6M'],
    ['They waited for several months.', 'several months', 'PXM'],
    ['A three-year plan was made.', 'three-year', 'P3Y'],
    ['It was their third day-long session.', 'day-long', 'P1D'],
    ['A decade-long siege began.', 'decade-long', 'P10Y'],
    ['He has led it for the past quarter century.', 'the past quarter century', 'P25Y'],
    ['It opened a quarter of a century ago.', 'a quarter of a century ago', '1989'],
    ['It opened half a century ago.', 'half a century ago', '1964'],
    ['He stayed for the next year.', 'the next year', 'P1Y'],
    ['It returns every four years.', 'every four years', 'P4Y'],
    ['It returns every other week.', 'every other week', 'P2W'],
    ['Over a three-year period it grew.', 'a three-year period', 'P3Y'],
    ['It took more than four hours.', 'more than four hours', 'PT4H'],
    ['Sales rose in the past two months.', 'the past two months', 'P2M'],
    ['Sales rose in the past two or so years.', 'the past two or so years', 'P2Y'],
    ['The week prior, it had rained.', 'The week prior', '2014-W13'],
    ['Crowds marched this weekend.', 'this weekend', '2014-W13-WE'],
    ['The pier will open this weekend.', 'this weekend', '2014-W14-WE'],
    ["He looks at this weekend's race.", 'this weekend', '2014-W14-WE'],
    ['On Thursday, the 6th Circuit Court ruled on it.', 'Thursday', '2014-03-27'],
    ['It met on Thursday, the 6th, in Rome.', 'Thursday, the 6th', '2014-03-06'],
    ['She left five years ago.', 'five years ago', '2009'],
    ['She left three weeks ago.', 'three weeks ago', '2014-W11'],
    ['Fifty years ago today it began.', 'Fifty years ago today', '1964-03-31'],
    ['Talks will resume in three weeks.', 'three weeks', '2014-W17'],
    ['It was built in three weeks.', 'three weeks', 'P3W'],
    ['He comes every Friday.', 'every Friday', 'XXXX-WXX-5'],
    ['They meet twice a week.', 'twice a week', 'P1W'],
  ])('%s', (text, words, value) => check(text, [words, value]));
});

describe('early, mid and late', () => {
  test.each([
    ['early June 2012', '2012-06', '2012-06-01', '2012-06-10'],
    ['the end of the decade', '201', '2017-01-01', '2019-12-31'],
    ['late June 2012', '2012-06', '2012-06-21', '2012-06-30'],
    ['the mid-1990s', '199', '1994-01-01', '1996-12-31'],
    ['the beginning of 2006', '2006', '2006-01-01', '2006-04-30'],
    ['the end of March', '2014-03', '2014-03-21', '2014-03-31'],
    ['the latter part of the year', '2014', '2014-09-01', '2014-12-31'],
  ])('%s', (words, value, start, end) =>
    expect(tag(`It began in ${words}.`, { dct: DCT })).toMatchObject([{ text: words, value, span: { start, end } }]),
  );
});

describe('named days and periods, each with its source', () => {
  test.each([
    ['Christmas 1963', '1963-12-25', '1963-12-25', '1963-12-25'],
    ['Easter 1916', '1916-04-23', '1916-04-23', '1916-04-23'],
    ['last Thanksgiving', '2013-11-28', '2013-11-28', '2013-11-28'],
    ['Election Day 2012', '2012-11-06', '2012-11-06', '2012-11-06'],
    ['Ramadan 2013', '2013-07-09/2013-08-07', '2013-07-09', '2013-08-07'],
    ['the 2008 Olympics', '2008', '2008-08-08', '2008-08-24'],
    ['the 1998 Winter Olympics', '1998', '1998-02-07', '1998-02-22'],
    ["Clinton's presidency", '1993-01-20/2001-01-20', '1993-01-20', '2001-01-20'],
  ])('%s', (words, value, start, end) => {
    const [found] = tag(`They met during ${words} there.`, { dct: DCT });
    expect(found).toMatchObject({ text: words, value, span: { start, end } });
    expect(found?.source).toEqual(expect.any(String));
  });
});

describe('direction', () => {
  test.each([
    ['The minister said Friday that it was over.', '2014-03-28', 'a past verb'],
    ['The court will meet on Friday.', '2014-04-04', 'a modal'],
    ['It could come as soon as Friday.', '2014-04-04', 'as soon as'],
    ['On Friday, the court ruled.', '2014-03-28', 'the verb after it'],
    ['It was expected to be completed by Friday.', '2014-04-04', 'a participle after "be" is no past'],
    ['It had been scheduled for Friday.', '2014-03-28', 'what had been ahead is past'],
    ["Friday's ruling was appealed.", '2014-03-28', 'a possessive weekday has been'],
    ['It lost badly and is to reopen in Lyon Friday.', '2014-04-04', '"is to" is a future'],
    ['Most members had sent replies by Friday.', '2014-03-28', '"had" and "by": over by then'],
    ['He told of a planned merger Friday.', '2014-03-28', 'a participle before a noun is no verb'],
    ['They did not plan to move him on Friday.', '2014-04-04', '"plan to" points ahead, whoever denies it'],
    ['The two ministers meet Friday in Lyon.', '2014-04-04', 'a present tense'],
    ['The ministers did not meet Friday in Lyon.', '2014-03-28', 'no present after "did"'],
    ['He lost twice but plays again Friday.', '2014-04-04', 'a present tense after a past'],
    ['Envoys are meeting in Lyon on Friday.', '2014-04-04', 'a present that goes on'],
    ['A hearing was set for Friday.', '2014-04-04', '"set for"'],
    ['He rejected a phone-based hearing to be held Friday.', '2014-04-04', '"to be held" is still to come'],
    ['It had to be closed Friday.', '2014-03-28', 'but not after "had"'],
    ['She opens a hotel-based school Friday.', '2014-04-04', 'a compound is no verb'],
    ['The price was set in Lyon on Friday.', '2014-03-28', '"set" elsewhere is past'],
    ['The fee will be set on a still undecided day, Friday.', '2014-04-04', 'nor one with an adverb before it'],
  ])('%s → %s: %s', (text, value) => expect(tag(text, { dct: DCT })).toMatchObject([{ value }]));

  test('months and days are the nearest ones if the tense does not decide', () => {
    check('As of Dec. 15 it stood at 3%.', ['Dec. 15', '2013-12-15']);
    check('The dividend is payable May 2.', ['May 2', '2014-05-02']);
    check('She had run it since May.', ['May', '2013-05']);
  });
});

describe('an unspecified time in the future', () => {
  test.each([
    ['She will one day lead the party.', 'one day', 'FUTURE_REF'],
    ['The march lasted one day.', 'one day', 'P1D'],
    ['The plant may soon close.', 'soon', 'FUTURE_REF'],
    ['They expect it to open soon.', 'soon', 'FUTURE_REF'],
  ])('%s', (text, words, value) => check(text, [words, value]));
});

test('a weekday joined to a set of weekdays is a set, too', () => {
  check('It plays on Monday and Tuesday nights.', ['Monday', 'XXXX-WXX-1TNI'], ['Tuesday nights', 'XXXX-WXX-2TNI']);
  check('It shuts on Friday and Sundays.', ['Friday', 'XXXX-WXX-5'], ['Sundays', 'XXXX-WXX-7']);
  check('They met Monday and Tuesday night.', ['Monday', '2014-03-31'], ['Tuesday night', '2014-03-25TNI']);
});

test.each([
  ['2013-02-10', '2012-WI', '2011-WI', 'one that is not over began in the year before'],
  ['2013-03-31', '2012-WI', '2012-WI', 'one just over is both this one and the last'],
  ['2013-12-20', '2013-WI', '2012-WI', 'one that has begun is this one'],
])('on %s this winter is %s and the last %s: %s', (dct, current, last) => {
  const found = tag('This winter was mild. Last winter was hard.', { dct });
  expect(found.map((timex) => timex.value)).toEqual([current, last]);
});

test('"the summer offensive" is dated by its season', () => {
  check('They lost the summer offensive there.', ['summer', '2013-SU']);
  check('They sold spring water in a fall of hail.');
});

test('a part of a day after "until" comes after the one before it', () =>
  check(
    'It lasted from Tuesday morning until Saturday evening.',
    ['Tuesday morning', '2014-03-25TMO'],
    ['Saturday evening', '2014-03-29TEV'],
  ));

test('the past decade is a length up to now, the last one the calendar’s', () => {
  check('It had become common over the past decade.', ['the past decade', 'P10Y']);
  check('Wages fell in the last decade.', ['the last decade', '200']);
});

describe('a history takes its years from the text', () => {
  const HISTORY =
    'The war began on 3 May 1904 and ended on 7 March 1906. In 1905 a fleet had sailed; by 1907 it was gone. ' +
    'On 2 December 1905 the port fell. On 5 January the army fled.';
  test('after December comes January of the next year', () =>
    expect(tag(HISTORY, { dct: '2014-03-31' }).at(-1)).toMatchObject({ text: '5 January', value: '1906-01-05' }));
  test('with the domain news, it is relative to the day of writing', () =>
    expect(
      tag(`${HISTORY} Yesterday it was told. In January it snowed.`, { dct: '2014-03-31', domain: 'news' }).at(-1),
    ).toMatchObject({
      value: '2014-01',
    }));
  test('without a day of writing the text alone gives the years', () =>
    expect(tag(HISTORY).at(-1)).toMatchObject({ value: '1906-01-05' }));
});

test('three digits are a year only beside other years of three digits', () => {
  check(
    'In 218 BC he crossed the Alps. In 216 he won, and by 211 the town fell; in 150 ships they fled.',
    ['218 BC', 'BC0218'],
    ['216', 'BC0216'],
    ['211', 'BC0211'],
  );
  check('There were 300 men, and in 216, none.');
});

test('a day that cannot be resolved keeps its known parts', () =>
  expect(tag('They meet on June 4.')).toMatchObject([{ text: 'June 4', value: 'XXXX-06-04', explicit: false }]));

test('an invalid day of writing is refused', () => {
  expect(() => tag('today', { dct: '2014-02-30' })).toThrow(RangeError);
  expect(() => tag('today', { dct: 'yesterday' })).toThrow(RangeError);
});
