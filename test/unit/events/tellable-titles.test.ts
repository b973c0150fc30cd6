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
      'what the relative clause tells of a noun that is only recalled',
      'It was the first finding on the causes of the April 20 fire that killed 11 dockers.',
      /^The fire killed 11 dockers$/,
    ],
    [
      'the place of a noun that is only recalled',
      'The price was the highest yet seen since the April 20 explosion on the Northern Star.',
      /^The explosion on the Northern Star$/,
    ],
    [
      'what was said in a letter',
      'In an April 9 letter, the director of the Larvik yard, Margaret Vik, wrote that the old crane should be closed.',
      /wrote (?:that )?the old crane should be closed$/,
    ],
    [
      'the event before a date that its relative clause follows',
      'Officials have said that Berg, who has been mayor for four years, was hurt during a navy raid in the harbour last month which killed two dockers and a guard.',
      /^A navy raid killed two dockers and a guard$/,
    ],
    [
      'who stands behind a participle in front, with an apposition',
      'Testifying before Parliament on Monday, Admiral Ole Berg, the head of Northern Command said the harbour is safe.',
      /^Admiral Ole Berg testified before Parliament$/,
    ],
    [
      'the subject of a verb behind a relative clause',
      'The docker, who has not yet been named, was taken to hospital with burns and gave an interview earlier this month to the town radio.',
      /^The docker gave an interview to the town radio$/,
    ],
    [
      'a well as a noun',
      'A new estimate suggests the well leaked two million barrels of oil before being capped last month.',
      /^The well was capped$/,
    ],
    [
      'what somebody is asked to do, not what he does meanwhile',
      'Norway will ask oil companies operating its offshore fields to provide information on the cranes of the old docks and the ferries of the islands, the harbour regulator said late Wednesday.',
      /Norway will ask oil companies to provide information/,
    ],
    [
      'no "as soon" of a date that goes',
      'After a series of trials, the new crane might be put into service as soon as Wednesday morning.',
      /^The new crane might be put into service$/,
    ],
    [
      'a participle of a noun as a verb, where it is a fact',
      'Berg, testifying before a panel in Larvik on Friday about the cause of the fire, rejected the claim of the firm.',
      /^Berg testified before a panel in Larvik about the cause of the fire$/,
    ],
    [
      'a statement from its first word on',
      'But it could take up to three months to drill relief wells that could fully contain the spillage, Harbour Secretary Ole Berg warned on Sunday.',
      /warned: It could take up to three months to drill relief wells$/,
    ],
    [
      'a statement without its dateline',
      'LARVIK -- No oil appeared to be leaking from a ferry that burned and sank in the fjord, the coast guard said Friday.',
      /^The coast guard said: No oil appeared to be leaking/,
    ],
    [
      'no sentence behind its own',
      "With Orex unable to stop the flow of oil from a deepwater exploration well that blew up last week, attention was turning to the fjord's coastlines, where the spill could threaten wildlife.",
      /^A deepwater exploration well blew up$/,
    ],
    [
      'most of a length',
      'Berg had spent most of the previous three months in Larvik trying to lift the wreck.',
      /^Berg had spent most of the previous three months in Larvik/,
    ],
    [
      'no adverb before a noun',
      'The town has been accused of not acting quickly enough, especially during the 2003 global outbreak of eel rot.',
      /^The global outbreak of eel rot$/,
    ],
    [
      'a participle as a passive',
      'Ole Berg, the reporter killed in Larvik on Monday, was a friend of the mayor.',
      /reporter was killed in Larvik$/,
    ],
  ])('with %s', (_what, text, title) => expect(titles(text).some((one) => title.test(one))).toBe(true));
});

test.each([
  ['an audience alone', '"I am sad," Berg told the Larvik harbour council on Monday.'],
  [
    'a verb that nobody does, where it is not sure',
    'But that was more than 40 years ago, and cranes have advanced since then.',
  ],
])('no event is better than %s', (_what, text) => expect(titles(text)).toEqual([]));

describe('a bare noun with "despite" is told with the clause that it stands against', () => {
  test.each([
    [
      'Despite a warning last week, the bridge keeper lifted the weight limit.',
      'Warning, despite which the bridge keeper lifted the weight limit',
    ],
    [
      'Despite an attack on Monday, Orvel Shipping sent two tugs to the port.',
      'Attack, despite which Orvel Shipping sent two tugs to the port',
    ],
  ])('%s', (text, title) => {
    const { events } = extractEvents({ id: 'a', text, publishedAt: '2013-03-21' });
    expect(events.map((event) => event.title)).toEqual([title]);
  });
});

test('a title that ends before a clause with "before" loses the count that belongs to it', () => {
  expect(
    titles(
      'The second N1 destroyed its own launch pad at Baikonur on July 3, 1969, less than two weeks before Apollo 11 lifted off.',
    ),
  ).toEqual(['The second N1 destroyed its own launch pad at Baikonur']);
});
