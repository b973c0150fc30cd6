import { openingWindows, viewAt } from '../../../embed/timeline/windows.ts';
import { dayNumber, parseIsoDay } from '../../../shared/time/day.ts';

const day = (iso: string): number => {
  const parsed = parseIsoDay(iso);
  if (!parsed) throw new RangeError(iso);
  return dayNumber(parsed);
};
const bucket = (start: string, end: string, count: number) => ({ start, end, count, top: [] });
const BUCKETS = [
  bucket('1900-01-01', '1909-12-31', 0),
  bucket('1910-01-01', '1919-12-31', 3),
  bucket('1920-01-01', '1929-12-31', 2),
  bucket('1930-01-01', '1939-12-31', 0),
];
const ALL = { from: day('1910-01-01'), to: day('1930-01-01') };

test('a timeline opens on the range of its events', () => {
  expect(openingWindows(BUCKETS, new URLSearchParams())).toEqual({ whole: ALL, camera: ALL });
});

test('a view with bounds opens on them, and the map reaches beyond the events when they do', () => {
  const windows = openingWindows(BUCKETS, new URLSearchParams('from=1905-01-01&to=1914-12-31'));
  expect(windows?.camera).toEqual({ from: day('1905-01-01'), to: day('1915-01-01') });
  expect(windows?.whole).toEqual({ from: day('1905-01-01'), to: ALL.to });
});

test('after a filter the window stays while it has events, and shows all events otherwise', () => {
  const kept = { from: day('1912-01-01'), to: day('1913-01-01') };
  expect(openingWindows(BUCKETS, new URLSearchParams(), kept)?.camera).toEqual(kept);
  const empty = { from: day('1950-01-01'), to: day('1951-01-01') };
  expect(openingWindows(BUCKETS, new URLSearchParams(), empty)?.camera).toEqual(ALL);
});

test('a timeline without events has no window', () => {
  expect(openingWindows([bucket('1900-01-01', '1909-12-31', 0)], new URLSearchParams())).toBeUndefined();
});

test('the address names the window, and nothing when the whole is shown', () => {
  const view = new URLSearchParams('tag=ports&from=1911-01-01&to=1912-12-31');
  const camera = { from: day('1920-03-01'), to: day('1920-04-01') };
  expect(viewAt(view, { camera, whole: ALL }).toString()).toBe('tag=ports&from=1920-03-01&to=1920-03-31');
  expect(viewAt(view, { camera: ALL, whole: ALL }).toString()).toBe('tag=ports');
});
