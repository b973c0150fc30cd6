import fc from 'fast-check';
import { clusterForReading } from '../../../shared/formats/grafana/cluster.ts';
import { type Annotation, writeGrafana } from '../../../shared/formats/grafana/write.ts';
import { dayNumber, isoDay } from '../../../shared/time/day.ts';
import type { TimelineDocument } from '../../../shared/timeline/timeline-document.ts';
import { DATES, eventOf, HOSTILE, timelineOf } from './sample-timeline.ts';

const annotations = (timeline: TimelineDocument, limit?: number): Annotation[] =>
  JSON.parse(writeGrafana(timeline, limit === undefined ? {} : { limit }));
const first = (timeline: TimelineDocument): Annotation => annotations(timeline)[0] as Annotation;

test('an event of one day is a line: its end is its beginning', () => {
  const at = Date.UTC(2019, 7, 9);
  expect(first(timelineOf([eventOf()]))).toEqual({
    time: at,
    timeEnd: at,
    title: 'The harbour bridge opens to traffic',
    text: expect.stringContaining('August 9, 2019<br>The harbour bridge opens to traffic.'),
    tags: 'asserted,Harbour Board',
  });
});

test('an event of some time in a year is a region to the last instant of the year, with its date in words', () => {
  const { time, timeEnd, text } = first(timelineOf([eventOf({ date: DATES.year })]));
  expect([time, timeEnd]).toEqual([Date.UTC(2013, 0, 1), Date.UTC(2014, 0, 1) - 1]);
  expect(text).toMatch(/^some time in 2013/);
});

test('a BCE date is a negative number that JavaScript reads as that day', () => {
  expect(new Date(first(timelineOf([eventOf({ date: DATES.ides })])).time).toISOString()).toBe(
    '-000043-03-15T00:00:00.000Z',
  );
});

test('title and tags mark an event that is not asserted', () => {
  const { title, tags } = first(timelineOf([eventOf({ modality: 'hypothetical' })]));
  expect(title).toMatch(/^Hypothetical: /);
  expect(tags.split(',')[0]).toBe('hypothetical');
});

test('every row has every column, and none is nested: Infinity reads columns', () => {
  const many = Array.from({ length: 50 }, (_, n) =>
    eventOf({ id: `e${n}`, date: { start: isoDay(n), end: isoDay(n) } }),
  );
  for (const row of annotations(timelineOf(many, { total: 99 }), 10)) {
    expect(Object.keys(row)).toEqual(['time', 'timeEnd', 'title', 'text', 'tags']);
    for (const value of Object.values(row)) expect(['string', 'number']).toContain(typeof value);
  }
});

test('beyond the limit, important events keep a row each and the others are grouped by time', () => {
  const many = Array.from({ length: 100 }, (_, n) =>
    eventOf({
      id: `e${n}`,
      title: `Event ${n}`,
      importance: n === 50 ? 1 : 0.1,
      date: { start: isoDay(n), end: isoDay(n) },
    }),
  );
  const rows = annotations(timelineOf(many), 3);
  expect(rows.map(({ title, tags }) => [title, tags.split(',')[0]])).toEqual([
    ['50 events', 'cluster'],
    ['Event 50', 'asserted'],
    ['49 events', 'cluster'],
  ]);
  expect([rows[0]?.time, rows[0]?.timeEnd]).toEqual([0, 50 * 86_400_000 - 1]);
  expect(rows[0]?.text).toContain('and 45 more');
});

test('events beyond the limit of the file are counted in a row of their own, so that a gap does not look like a quiet time', () => {
  const rows = annotations(timelineOf([eventOf()], { total: 1200 }));
  expect(rows.at(-1)).toMatchObject({ title: 'Not everything is shown', tags: 'note' });
  expect(rows.at(-1)?.text).toContain('1199 of 1200 events are not in this file');
});

test('annotations are in order of time, also where the newest was asked for first', () => {
  const events = [eventOf({ id: 'b' }), eventOf({ id: 'a', date: DATES.ides })];
  const times = annotations(timelineOf(events)).map(({ time }) => time);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('an empty timeline is an empty array', () => {
  expect(annotations(timelineOf([]))).toEqual([]);
});

test.each(HOSTILE)('Grafana shows titles, texts and tags as HTML, so they are escaped: %j', (words) => {
  const event = eventOf({
    title: words,
    sentence: words,
    attribution: words,
    entities: [{ id: 'x', name: words, kind: 'person' }],
  });
  const { title, text, tags } = first(timelineOf([event]));
  expect(title).not.toMatch(/[<>]/);
  expect(text.replaceAll('<br>', '').replace(/<a href="https:\/\/courier\.example\/[^"<>]*">|<\/a>/g, '')).not.toMatch(
    /[<>]/,
  );
  expect(tags).not.toMatch(/[<>"']/);
});

describe('grouping the less important events', () => {
  const events = fc
    .array(
      fc.record({
        day: fc.integer({ min: -700_000, max: 20_000 }),
        importance: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      {
        maxLength: 120,
      },
    )
    .map((told) =>
      told
        .map(({ day, importance }, n) =>
          eventOf({ id: `e${n}`, importance, date: { start: isoDay(day), end: isoDay(day) } }),
        )
        .sort((a, b) => dayNumber(a.date.start) - dayNumber(b.date.start)),
    );

  test('keeps every event once, in order, within the limit', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 2, max: 60 }), (all, limit) => {
        const groups = clusterForReading(all, limit);
        expect(groups.flat()).toEqual(all);
        expect(groups.length).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 200 },
    );
  });

  test('a limit of one row is refused', () => {
    expect(() => clusterForReading([], 1)).toThrow(RangeError);
  });
});
