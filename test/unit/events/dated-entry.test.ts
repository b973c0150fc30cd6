import { extractEvents } from '../../../shared/events/extract.ts';

const told = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map(({ date, title }) => `${date.edtf} ${title}`);

describe('a chronicle entry in the present tense, with a verb that elsewhere is a noun:', () => {
  test.each<[string, string]>([
    [
      'March 17 - The island council votes to close the harbour to strangers.',
      '2015-03-17 The island council votes to close the harbour to strangers',
    ],
    [
      'Feb. 15, 2014 — Anna Berg and Tor Lund land in Bergen to loud cheers, promising help.',
      '2014-02-15 Anna Berg and Tor Lund land in Bergen to loud cheers',
    ],
    [
      '27 April: Fishermen win a tax cut from the council, which also lowers the fees.',
      '2015-04-27 Fishermen win a tax cut from the council',
    ],
    [
      'June 8 - The new harbour master Ola Vik, arrives in the port on his first day since he was chosen by the council.',
      '2015-06-08 The new harbour master Ola Vik arrives in the port on his first day',
    ],
    [
      'May 27 - The court issues arrest warrants for two captains.',
      '2015-05-27 The court issues arrest warrants for two captains',
    ],
    ['2 May 2015 – Wage talks collapse in Bergen.', '2015-05-02 Wage talks collapse in Bergen'],
    [
      '1968: A storm first seen off the coast killed forty sailors.',
      '1968 A storm first seen off the coast killed forty sailors',
    ],
  ])('%s', (text, event) => expect(told(text)).toEqual([event]));

  test('but a noun that cannot be a verb stays a noun', () => {
    expect(told('12 May: Talks between the owner and the union.')).toEqual([
      '2015-05-12 Talks between the owner and the union',
    ]);
    expect(told('May 3 - Ferry strikes kill the tourist trade.')).toEqual([
      '2015-05-03 Ferry strikes kill the tourist trade',
    ]);
  });
});
