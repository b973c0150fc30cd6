import { placeEvents } from '../../../embed/timeline/layout.ts';
import { dayNumber } from '../../../shared/time/day.ts';
import { eventOf } from '../../browser/timeline-fixtures.ts';

const camera = { from: dayNumber('1950-01-01'), to: dayNumber('1990-01-01') };
const stage = { width: 400, lanes: 4, widthOf: () => 150 };
const known = (start: string) => {
  const event = eventOf({ title: 'A lens is ground', start, display: start });
  return { event, start: dayNumber(start), end: dayNumber(start) + 1 };
};
const placed = (start: string): number => placeEvents([known(start)], camera, stage, new Map()).length;

test('an event just outside the window, whose sign would show in the margin without its words, has no place', () => {
  expect(placed('1989-06-01')).toBe(1);
  expect(placed('1990-04-24')).toBe(0);
  expect(placed('1949-06-01')).toBe(0);
});

test('events farther out have a place, so that a drag brings them in', () => {
  expect(placed('1999-01-01')).toBe(1);
  expect(placed('1932-01-01')).toBe(1);
});
