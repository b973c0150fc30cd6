import { extractEvents } from '../../../shared/events/extract.ts';

/** Date, trigger and modality of each event of a text, by trigger. */
const told = (text: string): string[] =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' })
    .events.map(({ date, evidence: [first], modality }) => `${first?.trigger.text} ${date.edtf} ${modality}`)
    .sort();

describe('a date that grammar keeps from a verb or noun', () => {
  test.each<[string, string, string[]]>([
    [
      'a perfect has no day of long ago: that of another verb',
      'Two navies have been leading patrols in an operation mandated by the council on 17 March.',
      ['mandated 2015-03-17 asserted'],
    ],
    [
      'a present has no year of the past: that of a noun',
      'Kari Moe remembers her great harbour concert of 2007.',
      ['concert 2007 asserted'],
    ],
    [
      'a historic present has the year at the front of its sentence',
      'In 1987 she leaves the band and founds a school.',
      ['leaves 1987 asserted'],
    ],
    [
      'a perfect goes with what ends now',
      'The virus has acquired resistance over the past year.',
      ['acquired 2014-06-16/2015-06-16 asserted'],
    ],
    [
      'a perfect goes with a state of affairs as of a day',
      'As of 1 May, the mill has paid nine million crowns.',
      ['paid 2015-05-01 asserted'],
    ],
    [
      'years in a quotation are not those of its speaker',
      '"It\'s happened before, in 1958 and 1969," the doctor told a reporter of the town\'s paper.',
      [],
    ],
    [
      'a spill that lasts is not of one day',
      'Crews began pumping oil from the spill on Sunday.',
      ['began 2015-06-14 asserted'],
    ],
    ['a new spill is of its day', 'A spill on Sunday closed the beach.', ['closed 2015-06-14 asserted']],
    [
      'a figure of before, in a comparison',
      "The profit was up from May's figure and the mill rehired nine men on Monday.",
      ['rehired 2015-06-15 asserted'],
    ],
    [
      'a progressive has no day of last week: that of what it tells of',
      'A cap placed on the well last week is now holding back some of the oil.',
      ['placed 2015-06-08/2015-06-14 asserted'],
    ],
    ['what a panel thinks now is not of yesterday', 'The panel now believes in a figure twice that of yesterday.', []],
    ['the low of a month, in a comparison', 'The share price has risen 65 percent from its April low.', []],
    [
      'a noun and the month since when',
      'Libya has been convulsed by a civil war since February.',
      ['convulsed 2015-02/2015-06-16 asserted'],
    ],
    ['what was expected of a thing', 'Profits were better than expected on Tuesday.', ['were 2015-06-16 asserted']],
    ['what was planned for a thing', 'The launch went ahead as planned on Sunday.', ['went 2015-06-14 asserted']],
    [
      'a government',
      'In a plan filed with the government in February 2009, the mill said it could handle a fire.',
      ['said 2009-02 asserted'],
    ],
    ['a film', 'The actor remembers the film of 1960.', []],
    [
      'a purpose: a day of the past is that of the deed',
      'A ship deploys boom to absorb oil in the vicinity of the harbour 8 May.',
      ['deploys 2015-05-08 asserted'],
    ],
    [
      'a noun that looks like a verb',
      'BP engineers on Sunday inserted a tube into a leaking pipe and began siphoning oil.',
      ['inserted 2015-06-14 asserted'],
    ],
    [
      'months of a year',
      'Bank loans grew by nearly 30% in the first four months of 2009.',
      ['grew 2009-01/2009-04 asserted'],
    ],
    ['a month from which something holds', 'The mill cut jobs from April.', ['cut 2015-04 asserted']],
  ])('%s', (_what, text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe('a date inside a name', () => {
  test.each<[string, string, string[]]>([
    ['a programme of a broadcaster', 'The mayor denied the report on NRK\'s "Today".', []],
    ['the word alone is the day', 'The mayor denied the report today.', ['denied 2015-06-16 asserted']],
    ['an award', 'Olsen won the Young Welder of the Year competition in 2006.', ['won 2006 asserted']],
    ['a day of the week', 'Skip to a day of the week: the choir sang on 3 May.', ['sang 2015-05-03 asserted']],
  ])('%s', (_what, text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe('the year of a day without one', () => {
  test.each<[string, string, string[]]>([
    [
      'a term set in the perfect is to come',
      'The council has closed all schools until 3 July.',
      ['closed 2015-07-03 planned'],
    ],
    ['a deed in the past is not', 'Mr. Moe resigned on 27 June.', ['resigned 2014-06-27 asserted']],
    [
      'the past year ends today',
      'There have been widespread reports in the past year of resistance to the drug.',
      ['reports 2014-06-16/2015-06-16 asserted'],
    ],
    [
      'days later than what the text does not tell',
      'Twelve days later, Moe is grappling with the widening slick from the damaged well.',
      [],
    ],
    [
      'elections ahead are of the month to come',
      'The spill is a burden for the mayor ahead of the November elections.',
      ['elections 2015-11 planned'],
    ],
    ['a plan of before is of the near day', 'The trio was scheduled to play on 27 June.', ['play 2015-06-27 planned']],
  ])('%s', (_what, text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe('what was is asserted', () => {
  test.each<[string, string, string[]]>([
    ['what the senses could notice', 'Gunfire could be heard in the harbour on Friday.', ['heard 2015-06-12 asserted']],
    [
      'a past form under a plan, with a date of the past',
      'She intends to say that the fees imposed last year by the board are too high.',
      ['imposed 2014 asserted'],
    ],
    [
      'what somebody may recall',
      'You may recall that the minister resigned in February.',
      ['resigned 2015-02 asserted'],
    ],
    [
      'what somebody was able to do',
      'They were finally able to speak to her on Sunday.',
      ['speak 2015-06-14 asserted'],
    ],
    [
      'what a speaker says they can say',
      '"We can say today that the harbour has opened," said the minister.',
      ['say 2015-06-16 asserted'],
    ],
    ['what can be seen', 'A ship can be seen off the pier on Sunday.', ['seen 2015-06-14 asserted']],
    ['what was set up', "The fund set up in 2006 to manage the town's revenues is empty.", ['set 2006 asserted']],
    ['"had", shortened', "They'd been seen in Oslo on Monday.", ['seen 2015-06-15 asserted']],
  ])('%s', (_what, text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe('what was not, or is to come', () => {
  test.each<[string, string, string[]]>([
    ['unable', 'They were unable to land on Sunday.', ['land 2015-06-14 negated']],
    ['there was no', 'There was no word on Sunday of the lost crew.', ['was 2015-06-14 negated']],
    ['set for', 'The report, set for release on Friday, tells of a fire.', ['release 2015-06-19 planned']],
    ['no agent', 'The consequences will linger for years.', ['linger 2015-06-16/2018-06-16 predicted']],
  ])('%s', (_what, text, events) => {
    expect(told(text)).toEqual(events);
  });
});
