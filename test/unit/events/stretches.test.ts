import { extractEvents } from '../../../shared/events/extract.ts';

const PUBLISHED = '2013-03-21';

const datesIn = (text: string): string[] =>
  extractEvents({ id: 'a', text, publishedAt: PUBLISHED }).events.map(({ date }) => date.edtf);

describe('a stretch of days that leans on the day of writing', () => {
  test.each([
    ['recent months are three', 'Oil imports have dropped in recent months.', '2012-12-21/2013-03-21'],
    ['past weeks are three', 'The rebels have repelled several attacks in past weeks.', '2013-02-28/2013-03-21'],
    ['coming weeks are three', 'The bank will raise its rates in the coming weeks.', '2013-03-21/2013-04-11'],
    ['earlier this month ends today', 'Four ministers resigned earlier this month.', '2013-03-01/2013-03-21'],
    ['a perfect lasts until today', 'The dockers have blocked the harbour for three weeks.', '2013-02-28/2013-03-21'],
    ['a plan lasts from today on', 'The school will be closed for two weeks.', '2013-03-21/2013-04-04'],
    ['until a day to come', 'Markets will be shut until Wednesday.', '2013-03-21/2013-03-27'],
    ['since a year', 'Prices have doubled since 2011.', '2011/2013-03-21'],
  ])('%s', (_what, text, edtf) => {
    expect(datesIn(text)).toContain(edtf);
  });
});

test.each([
  'The dockers have blocked the harbour for 4.5 years.',
  'The dockers have blocked the harbour for 99999999999 days.',
  'The school will be closed for 88888888 weeks.',
  'The school will be closed for 0.5 decades.',
])("a count that is no calendar's throws nothing: %s", (text) => {
  expect(() => datesIn(text)).not.toThrow();
});

describe('two dates of one verb', () => {
  test('the wider one says nothing more', () => {
    expect(datesIn('The governor said he will leave office next month, on 2 April.')).toEqual(['2013-04-02']);
  });
});
