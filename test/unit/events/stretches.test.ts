import { explainEvents, extractEvents } from '../../../shared/events/extract.ts';

const PUBLISHED = '2013-03-21';

const datesIn = (text: string): string[] =>
  extractEvents({ id: 'a', text, publishedAt: PUBLISHED }).events.map(({ date }) => date.edtf);

describe('a period relative to the day of writing', () => {
  test.each([
    ['recent months are three', 'Oil imports have dropped in recent months.', '2012-12-21/2013-03-21'],
    ['past weeks are three', 'The rebels have repelled several attacks in past weeks.', '2013-02-28/2013-03-21'],
    ['coming weeks are three', 'The bank will raise its rates in the coming weeks.', '2013-03-21/2013-04-11'],
    ['earlier this month ends today', 'Four ministers resigned earlier this month.', '2013-03-01/2013-03-21'],
    ['earlier in the year ends today', 'The ferry service stopped earlier in the year.', '2013-01-01/2013-03-21'],
    ['what is to come in this year is not cut', 'The pier will reopen later this year.', '2013'],
    ['the last week ends today', 'Three ships ran aground in the last week.', '2013-03-14/2013-03-21'],
    [
      'the next month begins today',
      'The court will hear forty witnesses over the next month.',
      '2013-03-21/2013-04-21',
    ],
    ['a perfect lasts until today', 'The dockers have blocked the harbour for three weeks.', '2013-02-28/2013-03-21'],
    ['a plan lasts from today on', 'The school will be closed for two weeks.', '2013-03-21/2013-04-04'],
    ['until a day to come', 'Markets will be shut until Wednesday.', '2013-03-21/2013-03-27'],
    ['since a year', 'Prices have doubled since 2011.', '2011/2013-03-21'],
    [
      'what has lasted since an event of the sentence',
      'Dozens of shops have closed since the council raised rents on 4 February.',
      '2013-02-04/2013-03-21',
    ],
    [
      'a coming duration begins on the day that its sentence names before it',
      'The trial is set to begin on 2 April and is expected to last six weeks.',
      '2013-04-02/2013-05-14',
    ],
    [
      'what is delayed until a week happens then',
      'High waves will delay the plan to add more pumps until next week, the harbour master said.',
      '2013-03-25/2013-03-31',
    ],
    ['a couple is two', 'The rebels have repelled attacks in the last couple of weeks.', '2013-03-07/2013-03-21'],
    ['two decades are twenty years', 'The harbour has changed in the past couple of decades.', '1993-03-21/2013-03-21'],
    [
      'a future of the past begins on the day of the statement',
      'The mayor said on Tuesday that the pier had burned. He estimated that the repairs would take three weeks.',
      '2013-03-19/2013-04-09',
    ],
    [
      'since a year, in the simple past',
      'Floods destroyed twelve mills along the river since 2009.',
      '2009/2013-03-21',
    ],
    [
      'since a year, up to another that ends it',
      'The union was dissolved in 2002 after it had governed the islands since 1963.',
      '1963/2002',
    ],
    [
      'what had lasted when a dated event came',
      'Lund, who died on 25 June 2009, had spent the previous four months rehearsing a play.',
      '2009-02-25/2009-06-25',
    ],
    [
      'a reported pluperfect',
      'The mayor said the dockers had blocked the port for two weeks.',
      '2013-03-07/2013-03-21',
    ],
  ])('%s', (_what, text, edtf) => {
    expect(datesIn(text)).toContain(edtf);
  });

  test.each([
    [
      'the event of a clause with "when"',
      'An inquiry found that since 4 February, when an explosion killed two miners, five new mines have been opened.',
      '2013-02-04',
    ],
    ['a time and no duration', 'The spill had come in a week when the firm announced profits.', undefined],
  ])('is not that of %s', (_what, text, edtf) => {
    const told = extractEvents({ id: 'a', text, publishedAt: PUBLISHED }).events.find(({ evidence }) =>
      evidence.some(({ trigger }) => /killed|come/.test(trigger.text)),
    );
    expect(told?.date.edtf).toBe(edtf);
  });
});

test('"it takes until May" ends in that month', () => {
  const text = 'It will take about 60 days to rebuild the bridge.';
  const dates = explainEvents({ id: 'a', text, publishedAt: PUBLISHED }).map(({ trigger, date }) => [trigger, date]);
  expect(dates).toContainEqual(['rebuild', '2013-05~']);
});

test.each([
  'The dockers have blocked the harbour for 4.5 years.',
  'The dockers have blocked the harbour for 99999999999 days.',
  'The school will be closed for 88888888 weeks.',
  'The school will be closed for 0.5 decades.',
])('a number too large for the calendar is ignored: %s', (text) => {
  expect(() => datesIn(text)).not.toThrow();
});

describe('"now" within a perfect', () => {
  test('is the day of writing', () => {
    expect(datesIn('The flu has now killed 65 people in the northern provinces, the ministry said.')).toEqual([
      '2013-03-21',
    ]);
  });

  test.each([
    ['in a progressive', 'The survivors are now waiting for a ship.'],
    ['in a quotation', '"The flu has now killed 65 people in the northern provinces," the minister said.'],
  ])('is no day %s', (_what, text) => {
    expect(datesIn(text)).toEqual([]);
  });
});

describe('the year of a date without a year', () => {
  test.each([
    ['a past verb looks back, with the time of day too', 'The ferry sank shortly before noon on 3 May.', '2012-05-03'],
    [
      'a noun has no tense: some weeks ahead are near',
      'The singer is the latest act on the bill for the anniversary concert at the stadium on 8 April.',
      '2013-04-08',
    ],
    ['a noun looks back where ahead is far', 'The inquiry is about the explosion on 4 November.', '2012-11-04'],
    ['what is cancelled lay ahead', "The minister's speech at a conference on 2 April was cancelled.", '2013-04-02'],
  ])('%s', (_what, text, edtf) => {
    expect(datesIn(text)).toContain(edtf);
  });
});

describe('a count that opens its sentence', () => {
  test('dates the clause after the event that it counts from', () => {
    expect(datesIn('Two months before the June 14 bombing in Larn, police warned of an attack.').sort()).toEqual([
      '2012-04',
      '2012-06-14',
    ]);
  });
});

describe('two dates of one verb', () => {
  test('the wider one is redundant', () => {
    expect(datesIn('The governor said he will leave office next month, on 2 April.')).toEqual(['2013-04-02']);
  });
});

test('a duration whose day stands right behind it does not begin today', () => {
  expect(datesIn('The dockers will strike for 48 hours on 2 April.')).toEqual(['2013-04-02']);
});

describe('the end of a year', () => {
  test.each([
    ['The company will close forty shops by the end of this year.', '2013-12'],
    ['The ferry sank at the end of 2010.', '2010-12'],
  ])('is its December: %s', (text, edtf) => {
    expect(datesIn(text)).toEqual([edtf]);
  });
});

describe("the months of a company's report", () => {
  test('end with its quarter', () => {
    expect(
      datesIn(
        'Halden Ferries lost $4 million in the quarter ended Sept. 30, 2012. In the nine months, revenue fell 8% to $61 million.',
      ),
    ).toContain('2012-01-01/2012-09-30');
  });

  test('end with the last quarter of the calendar, if the report names none', () => {
    const { events } = extractEvents({
      id: 'a',
      text: 'In the nine months, Halden Ferries earned $4 million.',
      publishedAt: '2012-10-30',
    });
    expect(events.map(({ date }) => date.edtf)).toEqual(['2012-01-01/2012-09-30']);
  });

  test('are compared with the same quarter of another year', () => {
    expect(
      datesIn(
        'Halden Ferries earned $4 million in the fiscal first quarter, the quarter ended Sept. 28, 2012. In the 2011 period, it earned $3 million.',
      ),
    ).toContain('2011-07-01/2011-09-28');
  });
});

describe('a date counted from another event', () => {
  const eventsIn = (text: string) =>
    extractEvents({ id: 'a', text, publishedAt: PUBLISHED }).events.map(
      ({ date, evidence }) => `${evidence[0]?.trigger.text} ${date.edtf} ${date.basis}`,
    );

  test.each([
    ['The tanker sank on 2 March, two days after fishermen saw a leak.', 'saw 2013-02-28 derived'],
    ['The bishop was arrested two months before the February 14 bombing.', 'arrested 2012-12 derived'],
    ['The garrison surrendered three days after the fort fell on 3 March.', 'surrendered 2013-03-06 derived'],
  ])('has the computed day: %s', (text, told) => {
    expect(eventsIn(text)).toContain(told);
  });

  test('is left out if the date of the other event is unknown', () => {
    expect(eventsIn('The garrison surrendered three days after the fort fell.')).toEqual([]);
  });

  test('is about that day where weeks are counted', () => {
    const { events } = extractEvents({
      id: 'a',
      text: 'The tanker sank on 2 March, two weeks after fishermen saw a leak.',
      publishedAt: PUBLISHED,
    });
    expect(events.find(({ date }) => date.basis === 'derived')?.date).toMatchObject({
      edtf: '2013-02-16~',
      approximate: true,
    });
  });

  test('is a stretch of days where the count is a bound', () => {
    expect(eventsIn('The tanker sank on 2 March, less than two weeks after fishermen saw a leak.')).toContain(
      'saw 2013-02-16~/2013-03-01 derived',
    );
  });

  test('is left out where the other date is wider than the unit that is counted', () => {
    expect(eventsIn('The garrison surrendered three days after the fort fell in 1809.').join()).not.toContain(
      'derived',
    );
  });
});
