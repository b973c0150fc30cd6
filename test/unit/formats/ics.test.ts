import ICAL from 'ical.js';
import { writeIcs } from '../../../shared/formats/ics/write.ts';
import { DATES, eventOf, HOSTILE, timelineOf } from './sample-timeline.ts';

/** As a calendar program opens it. */
function opened(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return { calendar, events, first: events[0] as ICAL.Event };
}

test('an event of one day is an all-day event that ends before the next day begins', () => {
  const { first } = opened(writeIcs(timelineOf([eventOf()])));
  expect(first.startDate.isDate).toBe(true);
  expect([first.startDate.toString(), first.endDate.toString()]).toEqual(['2019-08-09', '2019-08-10']);
  expect(first.duration.toString()).toBe('P1D');
});

test.each([
  ['a year ends with the first day of the next', DATES.year, '2013-01-01', '2014-01-01'],
  ['a month of thirty days', DATES.month, '1989-06-01', '1989-07-01'],
  ['a war to its last day', DATES.war, '1914-07-28', '1918-11-12'],
  ['the leap day', { start: '2020-02-29', end: '2020-02-29' }, '2020-02-29', '2020-03-01'],
  ['a year of two digits', { start: '0079-08-24', end: '0079-08-24' }, '79-08-24', '79-08-25'],
])('%s', (_what, date, start, end) => {
  const { first } = opened(writeIcs(timelineOf([eventOf({ date })])));
  expect([first.startDate.toString(), first.endDate.toString()]).toEqual([start, end]);
});

test('a year-long entry states that the event is somewhere within the year', () => {
  const { first } = opened(writeIcs(timelineOf([eventOf({ title: 'A list is refused', date: DATES.year })])));
  expect(first.summary).toBe('A list is refused (some time in 2013)');
  expect(first.component.getFirstPropertyValue('x-edtf')).toBe('2013');
});

test.each(['planned', 'predicted', 'hypothetical', 'negated'] as const)(
  'a %s event is tentative, with the modality in its summary',
  (modality) => {
    const { first } = opened(writeIcs(timelineOf([eventOf({ modality })])));
    expect(first.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
    expect(first.summary).toMatch(/^(Planned|Predicted|Hypothetical|Denied): The harbour bridge opens/);
  },
);

test('a fact is confirmed, keeps nobody busy, and names its sentence and source', () => {
  const { first } = opened(writeIcs(timelineOf([eventOf({ sentence: 'It opened; at last, all\nsaw it.' })])));
  expect(first.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(first.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  expect(first.component.getFirstPropertyValue('url')).toBe('https://courier.example/bridge?a=1&b=2');
  expect(first.description).toContain('“It opened; at last, all\nsaw it.”');
  expect(first.description).toContain('courier.example, 2019-08-10');
});

test('calendars have no BCE: those events are left out, and the calendar says how many', () => {
  const { calendar, events } = opened(
    writeIcs(
      timelineOf([
        eventOf({ date: DATES.ides }),
        eventOf({ id: 'b', date: DATES.firstCenturyBc }),
        eventOf({ id: 'c' }),
      ]),
    ),
  );
  expect(events.map(({ uid }) => uid)).toEqual(['c@dateline']);
  expect(String(calendar.getFirstPropertyValue('x-wr-caldesc'))).toContain('2 events before the year 1 are not here');
});

test('the calendar says how many events of the query it leaves out', () => {
  const { calendar } = opened(writeIcs(timelineOf([eventOf()], { total: 500 })));
  expect(String(calendar.getFirstPropertyValue('x-wr-caldesc'))).toContain('499 of 500 events are not in this file');
});

test('the same events are the same bytes: no clock in the file', () => {
  const timeline = timelineOf([eventOf(), eventOf({ id: 'b', date: DATES.war })]);
  expect(writeIcs(timeline)).toBe(writeIcs(timeline));
  expect(writeIcs(timeline)).toContain('DTSTAMP:20261124T060000Z');
});

test('lines are at most 75 octets and end with CRLF', () => {
  const title = 'Ein sehr langer Titel über die Brücke, der umgebrochen wird 🌉 und weiter geht. '.repeat(4);
  const lines = writeIcs(timelineOf([eventOf({ title })])).split('\r\n');
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\n');
  }
  expect(opened(lines.join('\r\n')).first.summary).toBe(title.trim());
});

const properties = opened(writeIcs(timelineOf([])))
  .calendar.getAllProperties()
  .map(({ name }) => name);

test.each(HOSTILE)('text is escaped and never read as syntax: %j', (words) => {
  const event = eventOf({ title: words, sentence: words, entities: [{ id: 'x', name: words, kind: 'person' }] });
  const { calendar, events, first } = opened(writeIcs(timelineOf([event], { title: words, description: words })));
  expect(events).toHaveLength(1);
  expect(first.attendees).toEqual([]);
  // RFC 7986's NAME is text; ical.js doesn't know it and leaves it as it is written.
  const name = String(calendar.getFirstPropertyValue('name'));
  expect(name.replace(/\\([\\;,])/g, '$1')).toBe(first.summary);
  expect(calendar.getAllProperties().map(({ name }) => name)).toEqual(properties);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what RFC 5545 forbids in text
  expect(first.summary).not.toMatch(/[\u0000-\u001f\u007f]/);
  // UTF-8 has no half of a pair.
  const written = Buffer.from(words).toString();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
  expect(first.summary).toBe(written.replace(/[\u0000-\u0020\u007f]+/g, ' ').trim());
});
