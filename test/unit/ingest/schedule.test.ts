import { freshSeconds, retryAfterSeconds } from '../../../shared/ingest/caching-headers.ts';
import { intervalAfterSuccess, nextPoll, nextTry, publishingRate } from '../../../shared/ingest/schedule.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const HOUR = 3_600_000;
const hoursAgo = (...hours: number[]) => hours.map((hour) => NOW - hour * HOUR);
const at = (ms: number) => new Date(ms).toISOString();

describe('the rhythm of a source', () => {
  test('is the mean gap of its items, the time since the last one included', () => {
    expect(publishingRate(hoursAgo(1, 2, 3, 4), NOW)).toEqual({ perDay: 4, gapSeconds: 3600 });
  });

  test('slows down as a source falls silent', () => {
    const busy = publishingRate(hoursAgo(1, 2, 3, 4), NOW)?.gapSeconds ?? 0;
    const silent = publishingRate(hoursAgo(101, 102, 103, 104), NOW)?.gapSeconds ?? 0;
    expect(silent).toBeGreaterThan(20 * busy);
  });

  test('counts items published together once: a hundred abstracts at midnight are one publication', () => {
    const abstracts = Array.from({ length: 100 }, (_, n) => NOW - 12 * HOUR + n * 1000);
    expect(publishingRate(abstracts, NOW)?.gapSeconds).toBeGreaterThan(5 * 3600);
  });

  test('is unknown with dates in the future, or with one date', () => {
    expect(publishingRate(hoursAgo(-5, 3), NOW)).toBeUndefined();
    expect(publishingRate([], NOW)).toBeUndefined();
  });
});

describe('the interval', () => {
  const interval = (gapSeconds: number | undefined, previousSeconds = 3600, hadNews = false) =>
    intervalAfterSuccess({ gapSeconds, previousSeconds, hadNews });

  test.each([
    ['half the gap', 7200, 3600],
    ['not below five minutes', 60, 300],
    ['not above a day', 30 * 86_400, 86_400],
  ])('is %s', (_why, gap, expected) => {
    expect(interval(gap)).toBe(expected);
  });

  test('without dates is halved after new items and half as long again without', () => {
    expect(interval(undefined, 3600, true)).toBe(1800);
    expect(interval(undefined, 3600, false)).toBe(5400);
  });
});

describe('the next poll', () => {
  test('is after the interval, and up to a tenth later', () => {
    expect(at(nextPoll(NOW, 3600, {}, 0))).toBe('2026-03-02T13:00:00.000Z');
    expect(at(nextPoll(NOW, 3600, {}, 1))).toBe('2026-03-02T13:06:00.000Z');
  });

  test.each([
    ['ttl', { minutesBetweenPolls: 120 }, '2026-03-02T14:00:00.000Z'],
    ['Cache-Control', { freshSeconds: 5400 }, '2026-03-02T13:30:00.000Z'],
    ['a ttl of two days, though a day is our longest', { minutesBetweenPolls: 2880 }, '2026-03-04T12:00:00.000Z'],
    ['a ttl of a year is a slip: a week', { minutesBetweenPolls: 525_600 }, '2026-03-09T12:00:00.000Z'],
    ['a shorter ttl changes nothing', { minutesBetweenPolls: 1 }, '2026-03-02T13:00:00.000Z'],
    ['skipHours', { skipHours: [13, 14] }, '2026-03-02T15:00:00.000Z'],
    ['skipHours over midnight', { minutesBetweenPolls: 600, skipHours: [22, 23, 0, 1] }, '2026-03-03T02:00:00.000Z'],
    ['skipDays', { skipDays: ['Monday', 'tuesday '] }, '2026-03-04T00:00:00.000Z'],
    [
      'every hour skipped is a slip',
      { skipHours: Array.from({ length: 24 }, (_, n) => n) },
      '2026-03-02T13:00:00.000Z',
    ],
  ])('keeps to the publisher’s limits: %s', (_why, limits, expected) => {
    expect(at(nextPoll(NOW, 3600, limits, 0))).toBe(expected);
  });
});

describe('the next try after a failure', () => {
  test('doubles, up to a day', () => {
    const waits = [1, 2, 3, 4, 8, 30].map((failures) => (nextTry(NOW, { failures, random: 0 }) - NOW) / 60_000);
    expect(waits).toEqual([10, 20, 40, 80, 1280, 1440]);
  });

  test('is up to half sooner, by chance, and never under five minutes', () => {
    expect((nextTry(NOW, { failures: 4, random: 1 }) - NOW) / 60_000).toBe(40);
    expect((nextTry(NOW, { failures: 1, random: 1 }) - NOW) / 60_000).toBe(5);
  });

  test('is not before Retry-After', () => {
    expect(nextTry(NOW, { failures: 1, random: 0.5, retryAfterSeconds: 7200 }) - NOW).toBe(7_200_000);
    expect(nextTry(NOW, { failures: 5, random: 0, retryAfterSeconds: 60 }) - NOW).toBe(160 * 60_000);
  });
});

test.each([
  ['120', 120],
  ['Mon, 02 Mar 2026 12:10:00 GMT', 600],
  ['Mon, 02 Mar 2026 11:00:00 GMT', 0],
  ['99999999999', 604_800],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After %p is %p seconds', (header, expected) => {
  expect(retryAfterSeconds(header, NOW)).toBe(expected);
});

test.each([
  [{ 'cache-control': 'public, max-age=600' }, 600],
  [{ 'cache-control': 'max-age=600', age: '500' }, 100],
  [{ 'cache-control': 'max-age=600', age: '900' }, 0],
  [{ 'cache-control': 'no-cache, max-age=600' }, 0],
  [{ 'cache-control': 'max-age=31536000' }, 604_800],
  [{ expires: 'Mon, 02 Mar 2026 12:30:00 GMT', date: 'Mon, 02 Mar 2026 12:00:00 GMT' }, 1800],
  [{ expires: '0', date: 'Mon, 02 Mar 2026 12:00:00 GMT' }, 0],
  [{}, 0],
])('%p is fresh for %p seconds', (headers, expected) => {
  expect(freshSeconds(headers as Record<string, string>)).toBe(expected);
});
