import { extractEvents } from '../../../shared/events/extract.ts';

/** Date, basis, trigger and modality of each event of a text, by trigger. */
const told = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' })
    .events.map(
      ({ date, evidence: [first], modality }) => `${first?.trigger.text} ${date.edtf} ${date.basis} ${modality}`,
    )
    .sort();

describe('two events of one date', () => {
  test.each<[string, string, string[]]>([
    [
      'after a verb of motion: what was done there',
      'The militia came to the mill in March 1987 and wrecked the sluice and shot two guards.',
      ['came 1987-03 stated asserted', 'shot 1987-03 stated asserted', 'wrecked 1987-03 stated asserted'],
    ],
    [
      'in a clause with "when", though the title of the first has its words too',
      'Orvel hired ninety welders in 2009 when it opened its second yard.',
      ['hired 2009 stated asserted', 'opened 2009 stated asserted'],
    ],
  ])('%s', (_what, text, events) => {
    expect(told(text)).toEqual(events);
  });

  test('are one if the second verb only goes on with the first', () => {
    expect(told('The crew crossed the strait in March 1987 and reached the fort.')).toHaveLength(1);
  });
});

describe('what came later than a date', () => {
  test.each<[string, string, string]>([
    [
      'happened between it and the day of writing',
      'In 2008 the board approved a ferry terminal and the site was later sold.',
      'sold 2008/2015-06-16 derived asserted',
    ],
    [
      'is no plan that failed: a cancellation happened',
      'In 2008 the board approved a ferry terminal and the project was later scrapped.',
      'scrapped 2008/2015-06-16 derived asserted',
    ],
    [
      'also without a subject of its own',
      'The bylaw was passed in May 2008 but was later repealed.',
      'repealed 2008-05/2015-06-16 derived asserted',
    ],
  ])('%s', (_what, text, event) => {
    expect(told(text)).toContain(event);
  });

  test('has its own date if the sentence states one', () => {
    expect(told('The bylaw was passed in May 2008 and was later repealed in 2012.')).toContain(
      'repealed 2012 stated asserted',
    );
  });
});

test('"not … until" dates the verb, not its object', () => {
  expect(told('The ministry did not concede the defeat until 1987.')).toEqual(['concede 1987 stated asserted']);
});

describe('the year in the name of a law', () => {
  test.each(['The court cited the Clean Rivers Act of 1996.', 'He was tried under the Ports Act 1978 in Bergen.'])(
    'dates no other event: %s',
    (text) => expect(told(text)).toEqual([]),
  );

  test('dates its making', () => {
    expect(told('Parliament passed the Fair Ports Act of 1978.')).toEqual(['passed 1978 stated asserted']);
  });
});
