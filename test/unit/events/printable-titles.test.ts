import { extractEvents } from '../../../shared/events/extract.ts';
import { ownWords } from '../../../shared/events/titles/own-words.ts';

const titles = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map((event) => event.title);

describe('a title that an editor would print', () => {
  test.each([
    [
      'says "they\'ll" once',
      "They'll be crawling out of the harbour late on Monday.",
      "They'll be crawling out of the harbour",
    ],
    [
      'keeps the well',
      'The oil stopped in 2014 and the Orex well was finally plugged this month.',
      'The Orex well was finally plugged',
    ],
    [
      'keeps the new well',
      'The end may come when no oil is left, with no sign of stopping until a new well is drilled this August, the town said.',
      'A new well is drilled',
    ],
    [
      'keeps how long something takes',
      'The council said Orex would take up to two years to test-run the plant.',
      'Orex would take up to two years to test-run the plant',
    ],
    [
      'keeps what a verb makes of its object',
      'The ministry ordered the embassy closed on Monday.',
      'The ministry ordered the embassy closed',
    ],
    [
      'keeps the end of a name with a place',
      'The boat was made in 2002 by the Larvik, Norway-based builder Norsk.',
      'The boat was made by the Larvik, Norway-based builder Norsk',
    ],
    [
      'tells a condition behind what depends on it',
      'If the leak continues until Friday, the town will close the beach.',
      'The town will close the beach if the leak continues',
    ],
    [
      'tells a participle in a subject as a passive',
      'Explosions heard in Larvik on Monday were caused by a gas leak.',
      'Explosions were heard in Larvik',
    ],
    [
      'keeps the pronoun that a verb needs',
      'Robots tried on Monday to reach the valve and to close it.',
      'Robots tried to reach the valve and to close it',
    ],
    [
      'drops a share of a date',
      'Four meetings are scheduled to take place today alone in Larvik.',
      'Four meetings are scheduled to take place in Larvik',
    ],
    [
      'keeps the article that a possessive day stands for',
      "No one was hurt in Monday's attack, Amar said.",
      'No one was hurt in the attack',
    ],
    [
      'begins with that article',
      "Saturday's attack on the quay hurt nobody, said Berg.",
      'The attack on the quay hurt nobody',
    ],
    [
      'drops "days\' time" whole',
      "Crews expect to drill into the well in seven or ten days' time.",
      'Crews expect to drill into the well',
    ],
    [
      'drops "later" with its day',
      'The minister is set to travel later on Wednesday to Larvik.',
      'The minister is set to travel to Larvik',
    ],
    [
      'does not give a singular verb to "the five"',
      'The five had met a pupil who had come from Oslo and was taken ill at the weekend.',
      'The five had met a pupil who had come from Oslo and was taken ill',
    ],
    [
      'keeps the object of a progressive',
      'The mayor has been ignoring it for two months.',
      'The mayor has been ignoring it',
    ],
    [
      'writes an object in front small where it stands behind its verb',
      'The military intervention that President Dahl authorized against Larvik on Saturday is quite different.',
      'President Dahl authorized the military intervention against Larvik',
    ],
    [
      'keeps "it" that stands for nothing',
      "It could be that we'll see a return of the virus in the autumn, Berg said.",
      "Berg said it could be they'll see a return of the virus",
    ],
  ])('%s', (_what, text, title) => expect(titles(text)).toContain(title));

  test.each([
    ['where somebody spoke', 'Berg said on Monday on her trip to Larvik.', /Berg/],
    ['how long something unnamed takes', 'That could take three months, Berg said.', /That could take/],
    ['a verb without its length', 'It will take until Friday to work out the bill, Berg said.', /take to work/],
    ['a condition alone', 'If the leak stops on Friday.', /^If/],
  ])('never tells only %s', (_what, text, title) => expect(titles(text).join()).not.toMatch(title));
});

test('a noun with nothing more is an event only where it is surely one', () => {
  expect(titles('It fell to its lowest level since the 1983 fire.')).toEqual([]);
  expect(titles('It fell to its lowest level since the 1983 fire in the Larvik mill.')).toEqual([
    'The fire in the Larvik mill',
  ]);
});

describe('what somebody says of himself', () => {
  test('is told of him or her', () => {
    expect(
      titles('"I\'ve never seen such a flood, and I want it stopped," John Dahl told the council on Monday.'),
    ).toEqual(['John Dahl told the council he has never seen such a flood']);
  });

  test('is not told where a name does not show whether he or she speaks', () => {
    expect(titles('"I want the quay closed," Quorn said on Monday.')).toEqual([]);
  });

  test.each([
    ['I hope my boat comes back', 'she hopes her boat comes back'],
    ["I'm sure", "she's sure"],
    ["I've closed it myself", 'she has closed it herself'],
    ["I don't know what happened to me", "she doesn't know what happened to her"],
    ['I really try', 'she really tries'],
    ['I came and I will stay', 'she came and she will stay'],
    // the form does not tell the tense
    ['I put my money there', undefined],
    ['So do I.', undefined],
  ])('%s', (said, told) => expect(ownWords(said, 'she')).toBe(told));
});
