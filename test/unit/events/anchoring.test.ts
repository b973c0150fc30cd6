import { extractEvents } from '../../../shared/events/extract.ts';

/** The anchor of each date of a sentence: the date, the trigger, the modality. */
const told = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map(
    ({ date, evidence: [first], modality }) => `${date.edtf} ${first?.trigger.text} ${modality}`,
  );
const titles = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map(({ title }) => title);

describe('a date belongs to the nearest event in its clause:', () => {
  test.each<[string, string, string[]]>([
    [
      'the event inside its own noun phrase, and not to the verb over it',
      'The harbour office did not remember the disastrous 1979 Bergen fire in its report.',
      ['1979 fire asserted'],
    ],
    [
      'the verb that follows it, and not to one in a later condition',
      'The union denies it and on Tuesday offered free rides if the line is closed.',
      ['2015-06-16 offered asserted'],
    ],
    [
      'the verb of the clause, over an aside that the date stands behind',
      'Ola Vik said Kari Moe had given him a can of petrol, a fuel mostly used in boats, on the morning of 25 May 2014.',
      ['2014-05-25 given asserted'],
    ],
    [
      'the subject’s own verb, and not to a participle at its object',
      'On Wednesday a ferry arrived at the quay fitted with flags.',
      ['2015-06-10 arrived asserted'],
    ],
    [
      'a verb, and not to a noun that looks like one',
      'That pier, to which arms firms including Vik returned last November, has a new owner.',
      ['2014-11 returned asserted'],
    ],
    [
      'a verb, and not to who it tells of',
      'But Vik engineers were forced to call it off Saturday.',
      ['2015-06-13 forced asserted'],
    ],
    [
      'a verb, and not to an adjective made of one',
      'The union’s better armed and organised sailors stopped the ships of the line on Friday.',
      ['2015-06-12 stopped asserted'],
    ],
    [
      'an abstention, which is an act',
      'Norway and Iceland abstained from passing the motion on Monday.',
      ['2015-06-15 abstained asserted'],
    ],
    [
      'a stretch of years as a whole',
      'The yard belonged to the Moe family from 1939-1975.',
      ['1939/1975 belonged asserted'],
    ],
    ['a stretch of years in short', 'The fish plague of 1918-19 emptied the fjord.', ['1918/1919 emptied asserted']],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
});

describe('a date is no more exact than the text:', () => {
  test.each<[string, string, string[]]>([
    [
      'since an event is the event',
      'It fell to its lowest level since the 1983 fire in the Larvik mill.',
      ['1983 fire asserted'],
    ],
    [
      'what is put off to a day is still to come',
      'The council postponed until Wednesday any vote on the pier.',
      ['2015-06-17 postponed planned'],
    ],
    ['the last month of a war is not last month', 'In the last month of the war the sailors mutinied.', []],
    ['the next day of a story is not tomorrow', 'The sailors were able to take the fort the next day.', []],
    [
      'a season has the year that is stated beside it',
      'The fleet began its main summer voyage to the north in June 1942.',
      ['1942-06 began asserted'],
    ],
    [
      'a low that others are measured by is no event',
      'Thefts went on to rise from a low in January of 114 to 250.',
      [],
    ],
    [
      'a feast that gives a battle its name does not date it',
      'The fort was tested by the Easter Offensive of 1972.',
      ['1972 tested asserted'],
    ],
    [
      'a line that begins with "By" may tell something',
      'By 1 April 1975 the fort was all but ruined.',
      ['1975-04-01 ruined asserted'],
    ],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
});

describe('a title accuses nobody that the text does not accuse:', () => {
  test.each<[string, string, string]>([
    [
      'who is asked for is not who asks',
      'Member states agreed to set up a panel to find out who shot down the plane on April 6, 2014.',
      'Member states agreed to set up a panel to find out who shot down the plane',
    ],
    [
      'a name like a verb is a name',
      'FjordSpring, which gave the site its room, closed it on Thursday for breaking the rules.',
      'FjordSpring closed it for breaking the rules',
    ],
    [
      'an aside between subject and verb',
      'However, the repair yard, while profitable, was hurt by high costs last month.',
      'The repair yard was hurt by high costs',
    ],
    [
      'a clause told of the subject',
      'Vik said that 900 sailors whose terms of service had been lengthened in order to man the boats would be sent home next month.',
      '900 sailors would be sent home',
    ],
    [
      'a quotation that begins with the verb',
      'In a speech to the council, Vik "opposed the sale of the pier last month."',
      'Vik opposed the sale of the pier',
    ],
    [
      'the second of two that were suffered',
      'The mayor was overthrown and executed, along with his brother, on 2 November 1963.',
      'The mayor was executed, along with his brother',
    ],
    [
      'but not the second where he does it himself',
      'The rebels were defeated and fled to the hills on 2 November 1963.',
      'The rebels fled to the hills',
    ],
    [
      'what a preposition governs is no subject',
      'Hundreds met after prayers and shouted at the council last week.',
      'Hundreds shouted at the council',
    ],
    ['a date before the subject', 'Last week Vik Yards sold a quay.', 'Vik Yards sold a quay'],
    ['a year that is the subject', '2009 also saw a sharp rise in thefts.', '2009 saw a sharp rise in thefts'],
  ])('%s', (_, text, title) => expect(titles(text)).toEqual([title]));
});

describe('the title replaces a pronoun with the speaker:', () => {
  test.each<[string, string, string]>([
    [
      'in few words',
      'Whale expert Anna Berg at the Institute for Northern Fjord Research think tank in Bergen said she met with fishermen this week.',
      'Anna Berg met with fishermen',
    ],
    [
      'but a paper is no person',
      'Papers suggest he sold the yard in 2012 while living in Bergen.',
      'Papers suggest he sold the yard',
    ],
  ])('%s', (_, text, title) => expect(titles(text)).toEqual([title]));
});
