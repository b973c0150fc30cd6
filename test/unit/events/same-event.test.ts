import { extractEvents } from '../../../shared/events/extract.ts';

const eventsIn = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2013-03-21' }).events.map(({ date, evidence }) => ({
    edtf: date.edtf,
    triggers: evidence.map(({ trigger }) => trigger.text),
  }));

describe('a second mention in the same article with a wider date', () => {
  test.each([
    [
      'by a noun of the verb',
      'The Halden reactor exploded on 4 March 2011. The inquiry began after the explosion of the Halden reactor in 2011.',
      ['exploded', 'explosion'],
    ],
    [
      'by a noun that shares few letters with the verb',
      'The singer Ruth Alder died on 4 March 2011. The concerts began after the death of Ruth Alder in 2011.',
      ['died', 'death'],
    ],
  ])('joins the event of the day: %s', (_what, text, triggers) => {
    expect(eventsIn(text)).toContainEqual({ edtf: '2011-03-04', triggers });
  });

  test('joins it over a date between: no mention is lost', () => {
    const text =
      'The Halden reactor exploded on 4 March 2011. The Halden reactor exploded beside the Bergen turbine in March 2011. The Bergen turbine exploded in 2011.';
    expect(eventsIn(text)).toContainEqual({ edtf: '2011-03-04', triggers: ['exploded', 'exploded', 'exploded'] });
  });

  test.each([
    [
      'another thing',
      'The Halden reactor exploded on 4 March 2011. A tanker off the coast of Bergen exploded in 2011.',
    ],
    [
      'one of two',
      'The Halden reactor exploded on 4 March 2011. The Halden reactor exploded again on 9 May 2011. The Halden reactor exploded in 2011 because of a leak.',
    ],
    [
      'a date that does not hold the day',
      'The Halden reactor exploded on 4 March 2011. The Halden reactor exploded in 1987.',
    ],
  ])('stays apart: %s', (_what, text) => {
    expect(eventsIn(text).every(({ triggers }) => triggers.length === 1)).toBe(true);
  });
});
