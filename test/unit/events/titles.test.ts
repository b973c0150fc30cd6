import { extractEvents } from '../../../shared/events/extract.ts';

const titles = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map((event) => event.title);

const LONG_NAME = 'The International Council of Deep Sea Fisheries';

describe('a title has its beginning and its end', () => {
  test.each<[string, string, string]>([
    [
      'no bracket without its other half',
      'The old ferry will leave at 4 in the morning (4 a.m. GMT Thursday), the line said.',
      'The old ferry will leave',
    ],
    [
      'no quotation mark of two apostrophes',
      "Berg said Friday he had ``no doubts'' about selling the yard.",
      'Berg said he had no doubts about selling the yard',
    ],
    [
      'nothing after a dash',
      'The chapel was sold on June 25 - the birthday of its founder - to a brewer.',
      'The chapel was sold',
    ],
    ['nothing after a low dash', 'The mill burned down in 1987 _ and with it the old town.', 'The mill burned down'],
    [
      'no headline before it',
      'Fishermen wait for word from the harbour The port closed on Monday after a landslide.',
      'The port closed after a landslide',
    ],
    [
      'no headline after it',
      'Anna Berg was seen in Bergen on April 30 She says the yard is safe.',
      'Anna Berg was seen in Bergen',
    ],
    [
      'no participle that waits for its object',
      'The agency found shelter in the schools on Monday for several thousand families fleeing from the floods of the north.',
      'The agency found shelter in the schools for several thousand families',
    ],
    [
      'no share without its whole',
      'The yard has reported losses at both of its docks in each of the past three years.',
      'The yard has reported losses at both of its docks',
    ],
    [
      'no "to" without its year',
      'The lease of the harbour is in force to 2042 for the fishing fleet.',
      'The lease of the harbour is in force for the fishing fleet',
    ],
    [
      'the noun that a preposition holds, not the date before it',
      'The noise of Friday traffic kept the town awake.',
      'The noise of traffic kept the town awake',
    ],
    [
      'no letter that claims nothing',
      'The family sent a fax on Monday to the town explaining that it was sold.',
      'The family sent a fax to the town',
    ],
    [
      'no half of a year',
      'There had been only two mild winters, those of 1990-91 and 2001.',
      'There had been only two mild winters, those of 1990-91 and 2001',
    ],
    [
      'no "not" without its "until"',
      'But it was not until Tuesday that the mayor spoke of the flood.',
      'It was not until Tuesday that the mayor spoke of the flood',
    ],
    [
      'a day that is the noun',
      'The crew spent a rainy Saturday at the museum.',
      'The crew spent a rainy Saturday at the museum',
    ],
    ['a date that is the subject', 'Today was a good start.', 'Today was a good start'],
    [
      'a date that alone makes the verb tell',
      'The report of the panel is due by 11 January.',
      'The report is due by 11 January',
    ],
    ['a pronoun that is the subject', 'In 1996, that was a fifth of the fleet.', 'That was a fifth of the fleet'],
  ])('%s', (_what, text, title) => {
    expect(titles(text)).toContain(title);
  });

  test('never "may" without its "not"', () => {
    for (const title of titles(
      'Judge Karl Schwarzenberg told the owners of the Northern Ferry Company on Monday: "You may not under any circumstances let a single passenger board the old ferry again."',
    ))
      expect(title).not.toMatch(/\bmay(?! not)/);
  });
});

describe('a title of saying tells what was said', () => {
  test.each<[string, string, string]>([
    [
      'after a colon',
      'Mayor Ann Lee said on Tuesday: "The bridge is closed for good."',
      'Mayor Ann Lee said: The bridge is closed for good',
    ],
    [
      'in front, its speaker an apposition',
      '"We are working with every inspector," yard spokesman Ole Dahl said Monday.',
      'Ole Dahl said: We are working with every inspector',
    ],
    [
      'in front, with a subject and its apposition',
      'Koskinen, a former diver, is going to lead the museum, the town said on Monday.',
      'The town said: Koskinen is going to lead the museum',
    ],
    [
      'in front, by somebody who would not be named',
      '"We have been too slow with the repairs," an official who spoke on condition of anonymity said Monday.',
      'An official said: We have been too slow with the repairs',
    ],
    [
      'behind the place and the people',
      'The chief engineer of the Northern Ferry Company told reporters in Bergen, Norway, on Monday that none of the divers had seen a crack in the hull.',
      'The chief engineer told reporters none of the divers had seen a crack in the hull',
    ],
    [
      'behind the scene',
      `${LONG_NAME} said earlier this week that once the trawlers return to their harbours it will begin to count the catch.`,
      `${LONG_NAME} said it will begin to count the catch`,
    ],
    [
      'rather than what somebody is',
      'A senior engineer working on the repairs said on Thursday that the readings collected so far by the divers were encouraging.',
      'A senior engineer said the readings collected so far by the divers were encouraging',
    ],
    [
      'of a forecast',
      'The old quay will now sink into the bay with all its cranes, the harbour office predicted Wednesday.',
      'The harbour office predicted: The old quay will now sink into the bay with all its cranes',
    ],
    [
      'past what is said of its subject',
      'The Northern Harbour Board said Friday that the third team, which Ole Dahl led, had made two surprise visits to yards in the bay.',
      'The Northern Harbour Board said the third team had made two surprise visits to yards',
    ],
    [
      'behind "on television"',
      'The prime minister of the island, meanwhile, announced on state television on Friday that every family would receive 500 crowns from the treasury.',
      'The prime minister announced every family would receive 500 crowns from the treasury',
    ],
    [
      'once only',
      '"The quay will not hold," said Ole Dahl, a diver, at a meeting in Bergen yesterday.',
      'Ole Dahl said: The quay will not hold',
    ],
  ])('%s', (_what, text, title) => {
    expect(titles(text)).toContain(title);
  });

  test.each([
    [
      'Economists of the Northern Commercial and Savings Bank noted on Friday that even if the kingdom printed more money prices would fall.',
      /even if/,
    ],
    ['On Friday at 10 Anna Berg wrote: If this has been going on for weeks, why is there no word of it?', /wrote: If/],
  ])('and keeps its condition: %s', (text, condition) => {
    for (const title of titles(text)) if (/printed|going on/.test(title)) expect(title).toMatch(condition);
    expect(titles(text).join()).toMatch(condition);
  });

  test('and no name for a pronoun that the sentence leaves open', () => {
    const text =
      'Ann Lee met the council. Governor Eric Holm of the Northern Province said Thursday that he had ordered the closing of every quay in the bay.';
    expect(titles(text).join()).toMatch(/said he had ordered/);
  });
});

describe('a title has the subject of its verb', () => {
  test.each<[string, string, string]>([
    ['whose it is', 'The town sold the dolls, whose sales had hit $600 in 2005.', "The dolls' sales had hit $600"],
    [
      'most of which',
      'Those boats, most of which were sold to other towns in 2009, were old.',
      'Most of those boats were sold to other towns',
    ],
    [
      'of a number with its owner',
      'Kroner holds 504,200 Bergen Dock shares, including 254,200 bought from May 14 to Thursday for $15 each.',
      'Kroner holds 504,200 Bergen Dock shares, including 254,200 bought for $15 each',
    ],
    [
      'before an aside after "but"',
      'There was no sign of a plan to sell the old yard, but Ann Lee, the mayor of the town, has called a meeting for Thursday.',
      'Ann Lee has called a meeting',
    ],
    [
      'before an aside after "when"',
      'The leak began on 20 April, when the Estrella, chartered by Alfa from a Swiss firm, caught fire and sank two days later.',
      'The Estrella sank',
    ],
    [
      'after a date without a comma',
      'In May a group of lenders, led by Alfa Bank, lent the yard $90 million.',
      'A group of lenders lent the yard $90 million',
    ],
    [
      'of a pronoun behind a place',
      'The mayor said that in the northern towns it will open a second quay in May.',
      'It will open a second quay',
    ],
    [
      'of a participle before "to"',
      'The dividends, scheduled to be paid on 21 June, have been shelved.',
      'The dividends scheduled to be paid',
    ],
    ['with its owner', 'Her sister Delia, who was jailed in the 1960s, came later.', 'Her sister Delia was jailed'],
    [
      'of which somebody says',
      'The slick, which federal officials said could touch the shore by Friday evening, is growing.',
      'The slick could touch the shore',
    ],
    [
      'with a quotation in it',
      'The attempted "cold start" of the mill was abandoned late Saturday.',
      'The attempted cold start of the mill was abandoned',
    ],
    ['that is a well', 'The well was capped in May.', 'The well was capped'],
    [
      'that might be a verb',
      'Five guards had been killed in another bombing run that struck the harbour office on Saturday.',
      'Another bombing run struck the harbour office',
    ],
    [
      'and no word of its name twice',
      'The ministry said special envoy Mikhail Serov left Tuesday for talks with the governments of the region.',
      'Mikhail Serov left for talks with the governments of the region',
    ],
  ])('%s', (_what, text, title) => {
    expect(titles(text)).toContain(title);
  });

  test('and not that of a killing that it only tells of', () => {
    const text =
      'The commander of the northern garrison said Thursday he has sent a team to recover the remains of a British engineer kidnapped and presumed killed by rebels almost two years ago.';
    for (const title of titles(text)) expect(title).not.toMatch(/(?:commander|garrison|He)(?: has)? killed/);
  });

  test('and no doer where somebody else did it', () => {
    const text = 'The colonel was accused of trying to have then-Danish Crown Prince Abel assassinated in 2003.';
    for (const title of titles(text)) expect(title).not.toMatch(/Abel assassinated then/);
  });
});

describe('a verb in -ing', () => {
  test.each<[string, string, string]>([
    ['stays right after its noun', 'Household spending rose 2% in May.', 'Household spending rose 2%'],
    [
      'becomes a past after "with"',
      'The field was opened again, with output reaching 70,000 barrels in early May.',
      'Output reached 70,000 barrels',
    ],
    [
      'that tells what all that led to keeps it',
      'Two more miners died, raising the toll to nine in May.',
      'Two more miners died, raising the toll to nine',
    ],
    [
      'ends where the main verb begins',
      'The storm season starting 1 June worried the fishermen.',
      'The storm season starting',
    ],
  ])('%s', (_what, text, title) => {
    expect(titles(text)).toContain(title);
  });
});

test('a second verb is told with what governs the first', () => {
  expect(
    titles(
      'The savings bank expects to obtain the approval of all regulators and of the central bank and complete the transaction by December.',
    ),
  ).toContain('The savings bank expects to complete the transaction');
  expect(titles('The mayor would advise people to try and keep their cellars dry this year.')).toContain(
    'The mayor would advise people to try and keep their cellars dry',
  );
});
