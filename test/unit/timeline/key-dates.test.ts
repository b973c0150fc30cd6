import { dayNumber } from '../../../shared/time/day.ts';
import { keyDates } from '../../../shared/timeline/key-dates.ts';
import { anEvent } from '../../integration/store/events.ts';

const event = (id: string, start: string, importance: number) => ({ ...anEvent({ title: id, start, importance }), id });
const spokenOf = (day: string, score: number) => ({ start: dayNumber(day), end: dayNumber(day), score });
const daysOf = (dates: ReturnType<typeof keyDates>) => dates.map(({ first }) => first);

const opening = event('The bridge opens', '2031-03-01', 0.3);
const collapse = event('The bridge collapses', '2031-09-01', 0.9);

describe('the dates that matter', () => {
  test('are ranked by their events if there are no texts', () => {
    expect(daysOf(keyDates([opening, collapse]))).toEqual([dayNumber('2031-09-01'), dayNumber('2031-03-01')]);
  });

  test('are ranked by how often texts mention them, then by their events', () => {
    const much = [spokenOf('2031-03-01', 1), spokenOf('2031-09-01', 0.5)];
    expect(daysOf(keyDates([opening, collapse], much))[0]).toBe(dayNumber('2031-03-01'));
    const alike = [spokenOf('2031-03-01', 1), spokenOf('2031-09-01', 0.95)];
    expect(daysOf(keyDates([opening, collapse], alike))[0]).toBe(dayNumber('2031-09-01'));
  });

  test('include a date that texts speak of though no event of it was found', () => {
    const dates = keyDates([opening], [spokenOf('2031-05-05', 1)]);
    expect(daysOf(dates)).toContain(dayNumber('2031-05-05'));
    expect(dates.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
  });
});
