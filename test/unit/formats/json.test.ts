import { writeJson } from '../../../shared/formats/json/write.ts';
import { DATES, eventOf, HOSTILE, timelineOf } from './sample-timeline.ts';

test('the events are those of the API, with the timeline’s metadata and the total', () => {
  const events = [eventOf({ date: DATES.ides }), eventOf({ id: 'ev-2', modality: 'hypothetical' })];
  const { title, slug } = timelineOf(events);
  const read = JSON.parse(writeJson(timelineOf(events, { total: 7 })));
  expect(read).toMatchObject({ timeline: { title, slug }, total: 7 });
  expect(read.events).toEqual(events);
});

test.each(HOSTILE)('the file can be placed in a script element: %j', (words) => {
  const text = writeJson(timelineOf([eventOf({ title: words })]));
  expect(text).not.toContain('<');
  expect(JSON.parse(text).events[0].title).toBe(words);
});
