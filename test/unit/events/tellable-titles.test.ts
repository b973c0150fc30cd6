import { extractEvents } from '../../../shared/events/extract.ts';

const titles = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map((event) => event.title);

describe('a title tells who did what, whole', () => {
  test.each([
    [
      'how long, where the verb says nothing without it',
      'The mayor said on Monday that the repair of the harbour crane could take another 48 hours.',
      /could take another 48 hours$/,
    ],
    [
      'the name of a speaker whose office is too long for what he says',
      'The head of the Northern Harbour Safety Organisation, Ellen Vik, on Monday suggested the storm alert would eventually move to its highest level.',
      /^Ellen Vik suggested the storm alert would eventually move to its highest level$/,
    ],
    [
      'a promise of "us" as one of "them", with one speaker',
      'On Monday, Berg vowed that "we\'re going to hold the owners of the yard accountable."',
      /^Berg vowed that they're going to hold the owners/,
    ],
    [
      'the person who did it, not what he gave',
      'The reply from a yard foreman who answered the phone on Monday was short.',
      /^A yard foreman answered the phone$/,
    ],
    [
      'no "or two" of a date that goes',
      'Few herring will be landed in Larvik in the next year or two, the council said.',
      /^Few herring will be landed in Larvik$/,
    ],
    [
      'no other clause behind a passive of saying',
      'Shares of net makers rose on Monday, a day after the first case of eel rot was confirmed in Larvik.',
      /^The first case(?!.*:)/,
    ],
    [
      'a participle as a passive',
      'Ole Berg, the reporter killed in Larvik on Monday, was a friend of the mayor.',
      /reporter was killed in Larvik$/,
    ],
  ])('with %s', (_what, text, title) => expect(titles(text).some((one) => title.test(one))).toBe(true));
});
