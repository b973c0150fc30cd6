import { writeCsv } from '../../../shared/formats/csv/write.ts';
import { writeGrafana } from '../../../shared/formats/grafana/write.ts';
import { writeIcs } from '../../../shared/formats/ics/write.ts';
import { writeJson } from '../../../shared/formats/json/write.ts';
import { writeJsonld } from '../../../shared/formats/jsonld/write.ts';
import { writeMd } from '../../../shared/formats/md/write.ts';
import { writeRss } from '../../../shared/formats/rss/write.ts';
import { writeTimelinejs } from '../../../shared/formats/timelinejs/write.ts';
import { DATES, eventOf, timelineOf } from '../../unit/formats/sample-timeline.ts';

/** Prints a timeline with every kind of date in every format: run by zones.test.ts, each time in another time zone. */
const events = [
  ...Object.values(DATES).map((date, n) => eventOf({ id: `e${n}`, date, publishedAt: '2019-08-10T23:30:00' })),
  // The last Sunday of March and of October, when many clocks jump, and a day that Samoa skipped.
  ...['2019-03-31', '2019-10-27', '2011-12-30'].map((day) => eventOf({ id: day, date: { start: day, end: day } })),
];
const timeline = timelineOf(events);
for (const write of [writeCsv, writeGrafana, writeIcs, writeJson, writeJsonld, writeMd, writeRss, writeTimelinejs]) {
  console.log(write(timeline));
}
