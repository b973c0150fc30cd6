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
      'the subject before an aside with a finite verb',
      'Orex, which said on Friday it had spent about $3 million so far on the wreck, agreed under pressure from the town last month to pay for the quay.',
      /^Orex agreed under pressure from the town to pay for the quay$/,
    ],
    [
      'the subject between dashes',
      'Ten men drowned when a wave - thought to have risen after a quake far from the coast - wrecked the Northern Star ferry on 20 April.',
      /^A wave wrecked the Northern Star ferry$/,
    ],
    [
      'the subject of the clause before "and"',
      'Orex has faced complaints over its handling of the fire and last week was confronted with a lawsuit of the fishermen.',
      /^Orex was confronted with a lawsuit of the fishermen$/,
    ],
    [
      'the noun before "since"',
      'Eight of the 14 fires since 1993 were already under investigation by the Larvik police, Berg said.',
      /^Eight of the 14 fires were already under investigation/,
    ],
    [
      'its condition, where that stands behind the subject',
      'The crane, if all goes well, could be fired up early next week to lift the wreck out of the harbour.',
      /^The crane.* if all goes well,? could be fired up/,
    ],
    [
      'what an audience was told, not where',
      'Harbour master Ole Berg told a Turkish reporter in an interview on Monday that the closing of the ferry line would simply ruin the people of the island.',
      /told a Turkish reporter (?:that )?the closing of the ferry line would ruin the people/,
    ],
    [
      'a participle as a passive',
      'Ole Berg, the reporter killed in Larvik on Monday, was a friend of the mayor.',
      /reporter was killed in Larvik$/,
    ],
  ])('with %s', (_what, text, title) => expect(titles(text).some((one) => title.test(one))).toBe(true));
});

test.each([['an audience alone', '"I am sad," Berg told the Larvik harbour council on Monday.']])(
  'no event is better than %s',
  (_what, text) => expect(titles(text)).toEqual([]),
);
