import { extractEvents } from '../../../shared/events/extract.ts';

const titles = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map((event) => event.title);

const LONG_NAME = 'The International Council of Deep Sea Fisheries';

describe('the title of a statement contains the statement', () => {
  test.each<[string, string, string]>([
    [
      'after a colon',
      'Mayor Ann Lee said on Tuesday: "The bridge is closed for good."',
      'Mayor Ann Lee said: The bridge is closed for good',
    ],
    [
      'in front, its speaker an apposition',
      '"We are working with every inspector," spokesman Ole Dahl said Monday.',
      'Spokesman Ole Dahl said they are working with every inspector',
    ],
    [
      'in front, with a subject and its apposition',
      'Koskinen, a former diver, is going to lead the museum, the town said on Monday.',
      'The town said: Koskinen is going to lead the museum',
    ],
    [
      'in front, by somebody who would not be named',
      '"We have been too slow with the repairs," an official who spoke on condition of anonymity said Monday.',
      'An official who spoke on condition of anonymity said they have been too slow with the repairs',
    ],
    [
      'in front, behind a comma',
      'Four sailors are free weeks after they were taken by the harbour guard and then sent to jail for a year, a spokesman for the yard said Monday.',
      'A spokesman for the yard said: Four sailors are free weeks after they were taken',
    ],
    [
      'behind the place and the people',
      'The chief engineer of the Northern Ferry Company told reporters in Bergen, Norway, on Monday that none of the divers had seen a crack in the hull.',
      'The chief engineer told reporters in Bergen none of the divers had seen a crack in the hull',
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
      'The harbour office predicted: The old quay will sink into the bay with all its cranes',
    ],
    [
      'past what is said of its subject',
      'The Northern Harbour Board said Friday that the third team, which Ole Dahl led, had made two surprise visits to yards in the bay.',
      'The Northern Harbour Board said the third team had made two surprise visits to yards in the bay',
    ],
    [
      'behind "on television"',
      'The prime minister of the island, meanwhile, announced on state television on Friday that every family would receive 500 crowns from the treasury.',
      'The prime minister of the island announced every family would receive 500 crowns from the treasury',
    ],
    [
      'behind an interview',
      'The president of the Northern Ferry Company said in a television interview last week that Berg had promised to sell him the yard.',
      'The president said in a television interview that Berg had promised to sell him the yard',
    ],
    [
      'with the particle of its verb',
      'The president of the Northern Ferry Company pointed out last week that Berg had promised to sell him the northern yard.',
      'The president pointed out that Berg had promised to sell him the northern yard',
    ],
    [
      'once only',
      '"The quay will not hold," said Ole Dahl, a diver, in Bergen yesterday.',
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
    [
      'On Friday at 10 Anna Berg wrote: If this has been going on for weeks, why is there no word of it?',
      /(?:^|wrote: )If this/,
    ],
  ])('and keeps its condition: %s', (text, condition) => {
    for (const title of titles(text)) if (/printed|going on/.test(title)) expect(title).toMatch(condition);
    expect(titles(text).join()).toMatch(condition);
  });

  test.each([
    [
      'The director of the Northern Commercial and Savings Bank said on Friday that according to rumours in the town the mill had been closed by its owners.',
      /rumours/,
    ],
    [
      'The director of the Northern Commercial and Savings Bank said on Friday that allegedly the mill by the old bridge had been closed by its owners.',
      /allegedly/,
    ],
  ])('and its doubt: %s', (text, doubt) => {
    expect(titles(text).filter((title) => /closed/.test(title) && !doubt.test(title))).toEqual([]);
  });

  test('and no name for a pronoun that the sentence leaves open', () => {
    const text =
      'Ann Lee met the council. EmbeddingVerb Eric Holm of the Northern Province said Thursday that he had ordered the closing of every quay in the bay.';
    expect(titles(text).join()).toMatch(/said he had ordered/);
  });
});

test('a phrase in front that is no clause is not part of the statement, and a statement of nothing is no event', () => {
  expect(titles('In a speech to the council on Monday, the owner of the mine explained.')).toEqual([]);
});

test('the writer of a letter is named once in the title', () => {
  expect(
    titles('"We object to the moves made by those who hold the boat," Hansen said in the letter, dated Monday.'),
  ).toEqual(['Hansen said in the letter they object to the moves made by those who hold the boat']);
});
