import {
  bestTitle,
  failedChecks,
  graveFaultOf,
  TITLE_CHECKS,
  type TitleCandidate,
} from '../../../shared/events/titles/title-checks.ts';

describe('the checks of a title', () => {
  test.each(
    TITLE_CHECKS.filter(({ name }) => name !== 'leaves the event out').map(({ name, example }) => [name, example]),
  )('a title that %s fails: %s', (name, example) => expect(failedChecks(example, '')).toContain(name));

  test('a title without the word of its event fails', () => {
    expect(failedChecks('The report of the council was long', 'leaked')).toEqual(['leaves the event out']);
  });

  test.each([
    'The council closed the old bridge',
    'Anna Berg was elected mayor of Larvik',
    'Earthquake of 1755 in Lisbon',
  ])('a whole clause passes: %s', (title) => expect(failedChecks(title, '')).toEqual([]));

  test.each([
    'The NEW port of Bergen opened',
    'US troops landed on the island',
    'Henry I of England married in Rouen again',
  ])('a capital is no headline: %s', (title) => expect(failedChecks(title, '')).not.toContain('runs into a headline'));
});

test.each([
  ['Resulted in a loss of jobs', 'Resulted', true],
  ['Setting a hearing on damages', 'setting', true],
  ['Having been closed in the north', 'closed', true],
  ['Flooding in the lower town', 'flooding', false],
])('whether a title begins with its verb: %s', (title, trigger, fails) => {
  expect(failedChecks(title, trigger).includes('begins with its verb')).toBe(fails);
});

const whole = (title: string): TitleCandidate => ({ title, lost: [] });

describe('the best of several titles', () => {
  const best = (...titles: string[]) => bestTitle(titles.map(whole), 'closed').title;

  test('is the first that fails no check', () => {
    expect(best('It closed the mine in May', 'Orex closed the mine', 'Orex closed the old mine')).toBe(
      'Orex closed the mine',
    );
  });

  test('is not asked for after one has passed', () => {
    const titles = (function* () {
      yield whole('Orex closed the mine');
      throw new RangeError('asked again');
    })();
    expect(bestTitle(titles, 'closed').title).toBe('Orex closed the mine');
  });

  test('of those that fail is the one that fails the fewest', () => {
    expect(best('It closed last week', 'Mine closed last week')).toBe('Mine closed last week');
  });

  test('of those that fail as many is the one whose fault is smaller', () => {
    expect(best('It closed the mine there', 'The mine closed')).toBe('The mine closed');
  });

  test('lacks no part of its clause, if there is another', () => {
    const cut = { title: 'Orex closed the mine at', lost: ['a preposition or an article without its noun'] };
    expect(bestTitle([cut, whole('Orex closed the mine')], 'closed').title).toBe('Orex closed the mine');
  });

  test('is the whole sentence only if the others have no subject', () => {
    const sentence = { title: 'Orex closed the mine before noon', lost: [], isRough: true } as const;
    expect(bestTitle([whole('Was closed in the north'), sentence], 'closed').title).toBe(sentence.title);
    expect(bestTitle([whole('The mine closed'), sentence], 'closed').title).toBe('The mine closed');
  });

  test('of none is empty', () => expect(best()).toBe(''));
});

test.each([
  ['I learned the depth of the harbour', 'learned', 'says nothing'],
  ['We learned the depth of the harbour', 'learned', 'cannot stand alone'],
  ['Which was due to start in Bergen', 'start', 'cannot stand alone'],
  ['A spokesman for the harbour said', 'said', 'says nothing'],
  ['Harbour spokesman Ole Berg', 'said', 'says nothing'],
  ['This is a transcript of the talk', 'is', 'says nothing'],
  ['The strike was announced', 'announced', undefined],
  ['WHO raised its level of alert', 'raised', undefined],
  ['Berg gave birth to her third child', 'giving', undefined],
])('a title has a grave fault or none: %s', (title, trigger, fault) => {
  expect(graveFaultOf(title, trigger)).toBe(fault);
});
