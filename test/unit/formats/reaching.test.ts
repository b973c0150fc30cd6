import { parse } from 'csv-parse/sync';
import { writeCsv } from '../../../shared/formats/csv/write.ts';
import { writeIcs } from '../../../shared/formats/ics/write.ts';
import { writeJson } from '../../../shared/formats/json/write.ts';
import { DATES, eventOf, timelineOf } from './sample-timeline.ts';

const reaching = eventOf({ id: 'year', date: DATES.year });
const inside = eventOf({ id: 'day' });

test('files mark only events that began before the range and reach into it', () => {
  const document = { ...timelineOf([reaching, inside]), from: '2013-06-01' };
  const rows = parse(writeCsv(document), { columns: true });
  expect(rows).toMatchObject([{ began_before_range: 'true' }, { began_before_range: 'false' }]);
  expect(JSON.parse(writeJson(document)).reaching).toEqual(['year']);
  const entries = writeIcs(document).split('BEGIN:VEVENT').slice(1);
  expect(entries.map((entry) => entry.includes('X-DATELINE-BEGAN-BEFORE-RANGE:TRUE'))).toEqual([true, false]);
});

test('without a range nothing is marked', () => {
  const { from: _from, ...document } = { ...timelineOf([reaching]), from: undefined };
  expect(parse(writeCsv(document), { columns: true })).toMatchObject([{ began_before_range: 'false' }]);
  expect(JSON.parse(writeJson(document)).reaching).toEqual([]);
  expect(writeIcs(document)).not.toContain('BEGAN-BEFORE');
});
