import { explainEvents, extractEvents } from '../../../shared/events/extract.ts';

const PUBLISHED = '2013-03-21';

const eventsOf = (text: string) => extractEvents({ id: 'a', text, publishedAt: PUBLISHED }).events;

/** Events dated by other events: "verb date". */
const derivedIn = (text: string): string[] =>
  eventsOf(text)
    .filter(({ date }) => date.basis === 'derived')
    .map(({ date, evidence }) => `${evidence[0]?.trigger.text} ${date.edtf}`);

const BLAST = 'An explosion destroyed the Brannock mill on 4 March 2013, killing six workers.';

describe('an event dated by another event of the article', () => {
  test.each([
    [
      'lasts since one told elsewhere',
      `${BLAST} The owner has not appeared in public since the explosion.`,
      'appeared 2013-03-04/2013-03-21',
    ],
    [
      'lasts since a clause of another sentence',
      `${BLAST} Two more workers have died since the mill exploded.`,
      'died 2013-03-04/2013-03-21',
    ],
    [
      'lasts since an event of its own sentence',
      'Nobody has seen the captain since the ferry sank on 9 March.',
      'seen 2013-03-09/2013-03-21',
    ],
    [
      'shares the perfect of the verb before',
      'Looters have raided dozens of shops and burned two banks since the garrison was withdrawn from Ostrel on 9 March.',
      'burned 2013-03-09/2013-03-21',
    ],
    [
      'is introduced by a phrase that another noun phrase follows',
      `${BLAST} Since the explosion the village has been evacuated.`,
      'evacuated 2013-03-04/2013-03-21',
    ],
    [
      'is two days before',
      `${BLAST} Two days before the explosion, an inspector closed the upper floor.`,
      'closed 2013-03-02',
    ],
    ['is the day after', `${BLAST} The owner left the country the day after the explosion.`, 'left 2013-03-05'],
    [
      'is of the same day, hours later',
      `${BLAST} Hours after the blast, the owner left the country.`,
      'left 2013-03-04~',
    ],
    [
      'is weeks before',
      `${BLAST} In the weeks before the explosion, workers complained about the smell of gas.`,
      'complained 2013-02-11~/2013-03-03',
    ],
    [
      'is nearly two months before',
      `The mayor was shot on 4 March 2013. Nearly two months before the shooting, she received a letter.`,
      'received 2013-01~',
    ],
    [
      'counts from a death told in another way',
      'Mayor Lindqvist was shot outside her house on 4 March 2013. Two days before Lindqvist was killed, a neighbour saw a stranger.',
      'saw 2013-03-02',
    ],
    [
      'is on the morning of it',
      'Mayor Lindqvist died on 4 March 2013. On the morning of her death she called her brother.',
      'called 2013-03-04',
    ],
    [
      'takes place at it',
      'The Harbour Festival takes place on 8 April. Three choirs will sing at the festival.',
      'sing 2013-04-08',
    ],
    [
      'follows a gathering',
      'Parliament voted on the budget on 18 March. After the vote, hundreds of teachers marched to the palace.',
      'marched 2013-03-18',
    ],
    [
      'lies in the wake of it',
      'Shares of Hallam Steel soared in the wake of the 4 March explosion at a rival mill.',
      'soared 2013-03-04/2013-03-21',
    ],
    [
      'is a part of the one gathering to come',
      'The Harbour Festival takes place on 8 April. Nora Hill and two choirs will also sing.',
      'sing 2013-04-08',
    ],
    [
      'is an absence from it',
      'The Harbour Festival takes place on 8 April. Nora Hill said she will not attend because of the rain.',
      'attend 2013-04-08',
    ],
    [
      'is what the news comes a while after',
      'The order comes barely five months after the board closed the Brannock pit. It was signed on Tuesday.',
      'closed 2012-10~',
    ],
    [
      'is what the news comes less than two weeks after',
      'The order comes less than two weeks after the board closed the Brannock pit. It was signed on Tuesday.',
      'closed 2013-03-07~/2013-03-20',
    ],
    [
      'is what a dated verb comes a while after',
      'Nora Hill was sworn in as harbour master on 18 March in a ceremony in the old hall just two days after the council confirmed her nomination.',
      'confirmed 2013-03-16',
    ],
  ])('%s', (_what, text, expected) => {
    expect(derivedIn(text)).toContain(expected);
  });

  test.each([
    [
      'two events with different dates fit',
      'An explosion hit Brannock on 4 March 2013. An explosion hit Ostrel on 9 March 2013. The owner has not appeared since the explosion.',
    ],
    [
      'the other event has no date',
      'An explosion destroyed the mill. The owner has not appeared since the explosion. It was sold on 9 March 2013.',
    ],
    ['the phrase names another place', `${BLAST} The owner has not appeared since the Ostrel explosion.`],
    ['an indefinite noun refers to no event', `${BLAST} Roofs have become weaker since explosions became common.`],
    ['it is a comparison', `${BLAST} The fire was the worst the town has seen since the explosion.`],
    [
      'the count is of a longer stretch',
      `${BLAST} The fund pays for losses of the first six months after the explosion.`,
    ],
    ['the other event is of many years', 'The war lasted from 1864 to 1870. Ostrel built two forts during the war.'],
    [
      'the main clause is a simple past',
      `${BLAST} The owner said the doors were locked since the explosion was expected.`,
    ],
    [
      'an article dates two gatherings to come',
      'The Harbour Festival takes place on 8 April. The Winter Concert takes place on 9 May. Two choirs will also sing.',
    ],
    [
      'who attends it attends something else',
      'The Harbour Festival takes place on 8 April. Nora Hill will attend the funeral of her brother. She will speak at the university.',
    ],
    [
      'its names are others',
      'The explosion on the Deep Lantern rig happened on 4 March 2013. The law was made in response to the Vantsholm rig explosion.',
    ],
    ['what it names has ended', 'The leak was halted on 4 March 2013. Barrels of oil washed ashore during the leak.'],
    ['it is a count into the future', `${BLAST} The fund was told in a study made ten years after the explosion.`],
    [
      'the news came in the past',
      'The order came five months after the board closed the Brannock pit. It was read on Tuesday.',
    ],
    ['it comes ashore', 'Oil has started coming ashore a week after the rig sank. Crews arrived on Tuesday.'],
    [
      'a time lasts that long',
      'The school was shut on 18 March for a week after two pupils caught measles. Crews arrived on Tuesday.',
    ],
    [
      'the noun was no subject of the dated verb',
      'A ship built for the Lantern explosion began tests on 16 March. The owner has not appeared since the explosion.',
    ],
  ])('gets no date if %s', (_why, text) => {
    expect(derivedIn(text)).toEqual([]);
  });

  test('has the words that refer to the other event as its date text', () => {
    const event = eventsOf(`${BLAST} The owner has not appeared in public since the explosion.`).find(
      ({ date }) => date.basis === 'derived',
    );
    expect(event).toMatchObject({
      title: 'The owner has not appeared in public since the explosion',
      modality: 'negated',
      date: { text: 'since the explosion', precision: 'interval' },
    });
  });

  test('is explained by the event that its date comes from', () => {
    const text = `${BLAST} The owner has not appeared in public since the explosion.`;
    const decision = explainEvents({ id: 'a', text, publishedAt: PUBLISHED }).find(({ dateFrom }) => dateFrom);
    expect(decision).toMatchObject({
      basis: 'derived',
      trigger: 'appeared',
      dateFrom: `“destroyed” of 2013-03-04, dated by “4 March 2013” in “${BLAST}” (rule since)`,
    });
  });

  test('is explained by the day of writing where the news comes after it', () => {
    const text = 'The order comes a day after the board closed the Brannock pit. It was signed on Tuesday.';
    const decision = explainEvents({ id: 'a', text, publishedAt: PUBLISHED }).find(({ dateFrom }) => dateFrom);
    expect(decision).toMatchObject({
      trigger: 'closed',
      timex: 'a day after',
      date: '2013-03-20',
      dateFrom: 'the day of writing (rule news-comes-after)',
    });
  });

  test('is replaced by no date carried over to the same verb', () => {
    const found = eventsOf(
      `${BLAST} Since the release of the report, protests filled the square daily. The report was released on 11 March 2013.`,
    );
    expect(found.filter(({ evidence }) => evidence[0]?.trigger.text === 'filled').map(({ date }) => date.edtf)).toEqual(
      ['2013-03-11/2013-03-21'],
    );
  });
});

test('a chronicle with hundreds of dated events gives no references: "the explosion" may mean any of them', () => {
  const since = 'The owner has not appeared in public since the explosion.';
  const chronicle = (length: number) =>
    `${BLAST} ${Array.from({ length }, (_, i) => `On ${(i % 27) + 1} May ${1700 + i} the council of Brannock bought ferry ${i}.`).join(' ')} ${since}`;
  expect(derivedIn(chronicle(20))).toHaveLength(1);
  expect(derivedIn(chronicle(301))).toEqual([]);
});
