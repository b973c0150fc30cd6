import { bestTitle, failedChecks, TITLE_CHECKS } from '../../../shared/events/titles/title-checks.ts';

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

describe('the best of several titles', () => {
  test('is the first that fails no check', () => {
    expect(bestTitle(['It closed the mine in May', 'Orex closed the mine', 'Orex closed the old mine'], 'closed')).toBe(
      'Orex closed the mine',
    );
  });

  test('is not asked for after one has passed', () => {
    const titles = (function* () {
      yield 'Orex closed the mine';
      throw new RangeError('asked again');
    })();
    expect(bestTitle(titles, 'closed')).toBe('Orex closed the mine');
  });

  test('of those that fail is the one that fails the fewest', () => {
    expect(bestTitle(['It closed last week', 'Mine closed last week'], 'closed')).toBe('Mine closed last week');
  });

  test('of those that fail as many is the one whose fault is smaller', () => {
    expect(bestTitle(['It closed the mine there', 'The mine closed'], 'closed')).toBe('The mine closed');
  });

  test('of none is empty', () => expect(bestTitle([], 'closed')).toBe(''));
});
