import { extractEvents } from '../../../shared/events/extract.ts';
import { saysEnough } from '../../../shared/events/titles/title.ts';

const titles = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map((event) => event.title);

describe('a title has its beginning and its end', () => {
  test.each<[string, string, string]>([
    [
      'no bracket without its other half',
      'The old ferry will leave the quay of Larvik at 4 in the morning (4 a.m. GMT Thursday), the line said.',
      'The old ferry will leave the quay of Larvik',
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
      'The port was closed after a landslide',
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
      'no letter without what it claims',
      'The family sent a fax on Monday to the town explaining that it was sold.',
      'The family sent a fax to the town explaining that it was sold',
    ],
    [
      'no half of a year',
      'There had been only two mild winters, those of 1990-91 and 2001.',
      'Two mild winters, those of 1990-91 and 2001',
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
      'The report of the panel is due by 11 January',
    ],
    [
      'a pronoun that is the subject',
      'In 1996, that ruined the fishing fleet of the town.',
      'That ruined the fishing fleet of the town',
    ],
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

describe('a title has the subject of its verb', () => {
  test.each<[string, string, string]>([
    ['whose it is', 'The town sold the dolls, whose sales had hit $600 in 2005.', "The dolls' sales had hit $600"],
    [
      'most of which',
      'Those boats, most of which were sold to other towns in 2009, were old.',
      'Most of the boats were sold to other towns',
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
      'The Estrella caught fire and sank',
    ],
    [
      'after a date without a comma',
      'In May a group of lenders, led by Alfa Bank, lent the yard $90 million.',
      'A group of lenders lent the yard $90 million',
    ],
    [
      'of a pronoun behind a place',
      'The mayor said that in the northern towns it will open a second quay in May.',
      'The mayor said in the northern towns it will open a second quay',
    ],
    [
      'of a participle before "to"',
      'The dividends, scheduled to be paid on 21 June, have been shelved.',
      'The dividends are scheduled to be paid',
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
    [
      'behind a date without a comma, before an aside',
      'Last week five more pilots, all of them from Oslo, were tested for fever.',
      'Five more pilots were tested for fever',
    ],
    [
      'behind a dash',
      'BERGEN | Thu May 14, 2015 - Trade in fish, including cod, ling and herring, fell to nearly $1 million in April.',
      'Trade in fish fell to nearly $1 million',
    ],
    [
      'that is its date, behind a comma',
      'For the fishermen, this week has been a busy time.',
      'This week has been a busy time',
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
      'Special envoy Mikhail Serov left for talks with the governments of the region',
    ],
  ])('%s', (_what, text, title) => {
    expect(titles(text)).toContain(title);
  });

  test('and not the subject of an event that it only reports', () => {
    const text =
      'The commander of the northern garrison said Thursday he has sent a team to recover the remains of a British engineer kidnapped and presumed killed by rebels almost two years ago.';
    for (const title of titles(text)) expect(title).not.toMatch(/(?:commander|garrison|He)(?: has)? killed/);
  });

  test('and not a person who did not do it', () => {
    const text = 'The colonel was accused of trying to have then-Danish Crown Prince Abel assassinated in 2003.';
    for (const title of titles(text)) expect(title).not.toMatch(/Abel assassinated then/);
  });
});

test.each([
  [
    'None of the workers said on Monday that the hull of the old ferry had shown the divers any sign of cracks below the waterline.',
    /^None of the workers said/,
  ],
  [
    'A group of lenders said on Monday that the owners of the northern dock of the company had promised to pay every crown back.',
    /^A group of lenders said/,
  ],
])('a quantity is part of the subject: %s', (text, subject) => {
  expect(titles(text).join()).toMatch(subject);
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
      'The storm season starts',
    ],
  ])('%s', (_what, text, title) => {
    expect(titles(text)).toContain(title);
  });
});

test('a coordinated verb keeps the auxiliary of the first', () => {
  expect(
    titles(
      'The savings bank expects to obtain the approval of all regulators and of the central bank and complete the transaction by December.',
    ),
  ).toContain('The savings bank expects to complete the transaction');
  expect(titles('The mayor would advise people to try and keep their cellars dry this year.')).toContain(
    'The mayor would advise people to keep their cellars dry',
  );
});

describe('a clause of three words includes its dependents', () => {
  test.each([
    [
      'In 1911 the siege began when forty riders reached the gate.',
      'The siege began when forty riders reached the gate',
    ],
    ['The dam broke in 1911, flooding the lower town.', 'The dam broke, flooding the lower town'],
    ['The prior wrote in 1911 and travelled through the valley.', 'The prior wrote and travelled through the valley'],
  ])('%s', (text, title) => {
    expect(titles(text)).toContain(title);
  });

  test('but not a part with its own date, nor another main clause', () => {
    expect(titles('Anna was born in 1871 and died in 1931.')).toContain('Anna was born in 1871');
    expect(titles('The ferry sank in 1911, the harbour office reported.')).toContain('The ferry sank in 1911');
  });
});

describe('a title is one clause with its subject, whatever the parser makes of the sentence', () => {
  test.each<[string, string, string]>([
    [
      'a date between subject and verb',
      'Vik Yards last year sold a quay to the town.',
      'Vik Yards sold a quay to the town',
    ],
    [
      'a participle that belongs to the clause above',
      'Berg repeatedly called Holm after the revolt began in February, asking for a truce.',
      'The revolt began in February',
    ],
    [
      'what a relative word stands for',
      'Water ran out of a pipe that began leaking around April 22.',
      'A pipe began leaking',
    ],
    ['whose owner it was', 'The firm, whose owner died in 2009, was sold.', "The firm's owner died"],
    [
      'a noun that the parser takes for a verb',
      'Rescue work resumed on Wednesday, with more bodies recovered.',
      'Rescue work resumed',
    ],
    ['a counterfactual', 'Had the ferry sunk in the early 1950s, the line would have closed.', 'Had the ferry sunk'],
    [
      'who did it before',
      'Having sold the yard to a bank in 2009, Anna Berg moved to the south.',
      'Anna Berg sold the yard to a bank',
    ],
    [
      'a clause that the parser hangs on the day',
      'A clerk who was accused of taking a ring last summer pleaded guilty on Thursday.',
      'A clerk was accused of taking a ring',
    ],
    [
      'a share at its head',
      'The doctor told the paper at least 12 sailors had drowned on Friday.',
      'At least 12 sailors had drowned',
    ],
    [
      'no other time before its noun',
      'Two months before the June 14 fire in Larn, the owner left.',
      'The fire in Larn',
    ],
    [
      'no "shortly" without its hour',
      'The boat sank off the pier shortly before noon on 3 May.',
      'The boat sank off the pier',
    ],
    [
      'no conjunction that stood before it',
      'Everyone who had a ticket cheered as the canal was opened on 4 June 1989.',
      'The canal was opened',
    ],
    [
      'an article that fits',
      'The town has mourned since an April 20 mill fire that killed two men.',
      'The town has mourned since a mill fire that killed two men',
    ],
    ['two days', 'The harbour master gave interviews Thursday and Friday.', 'The harbour master gave interviews'],
  ])('%s', (_what, text, title) => expect(titles(text)).toContain(title));
});

describe('a first-person statement', () => {
  test('gets a title in the third person if the speaker is named', () => {
    expect(titles('"I sold the yard on Monday," said Kari Holm, its owner.')).toEqual(['Kari Holm sold the yard']);
    expect(titles('"We have agreed today with the owners on a plan for the yard," Hansen told reporters.')).toContain(
      'Hansen said they have agreed with the owners on a plan for the yard',
    );
  });

  test.each(['I went to Larn on Monday to see the bridge.', 'You will see the bridge open in 2016.'])(
    'makes no event if no speaker is named: %s',
    (text) => expect(titles(text)).toEqual([]),
  );
});

test.each([
  [
    'of a staff',
    'By the Harbour Wire Staff A warehouse in the old port burned down on Monday.',
    'A warehouse in the old port burned down',
  ],
  [
    'behind a bar',
    'June 16, 2015 - 6:39 AM | by: Ann Oduya Coastal towns reopened their beaches on Monday.',
    'Coastal towns reopened their beaches',
  ],
])('a byline %s is no subject', (_what, text, title) => {
  expect(titles(text)).toContain(title);
});

test.each([
  ['Dated', 'date', false],
  ['Strike', 'strike', true],
  ['Ferry sank', 'sink', true],
])('a title is complete, or says too little: %s', (title, lemma, says) => expect(saysEnough(title, lemma)).toBe(says));

test('a general noun as a title keeps its day and month', () => {
  expect(titles('The inquiry is about the explosion on April 20.')).toEqual(['The explosion of April 20']);
});

describe('a date without which the clause is incomplete stays in the title', () => {
  test.each([
    ['The fair marks the official start of spring.', 'The fair marks the official start of spring'],
    ['They spent the summer of 2003 rebuilding the pier.', 'They spent the summer of 2003 rebuilding the pier'],
    [
      'Friday is the eve of the next lunar month after Ramadan.',
      'Friday is the eve of the next lunar month after Ramadan',
    ],
  ])('%s', (text, title) => expect(titles(text)).toEqual([title]));

  test('a day directly after the verb is left out', () =>
    expect(titles('The long strike at the mill began 20 April.')).toEqual(['The long strike at the mill began']));
});
