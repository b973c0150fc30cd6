import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { bestEvidence, dateSaid, evidenceUrl, leftOutSaid, sourceSaid, titleSaid } from '../../display/plain-text.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { civilDayOf, dayNumber } from '../../time/day.ts';
import { reachesIn } from '../../timeline/split-by-start.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';

const MS_A_DAY = 86_400_000;

/**
 * Writes iCalendar (RFC 5545): each event is all-day from its first day to its last, with `DTEND` the day after.
 *
 * A calendar supports the years 1 to 9999: other events are left out, and the calendar's description says how many. It
 * has no modality: an event that is not asserted is `TENTATIVE` with its modality in the summary, and a date coarser
 * than a day is stated in the summary and the description (`X-EDTF` for programs). All events are transparent (free
 * time).
 */
export function writeIcs(timeline: TimelineDocument): string {
  const events = timeline.events.filter(fitsACalendar);
  const beyond = timeline.events.length - events.length;
  const description = [
    timeline.description,
    leftOutSaid(timeline.events.length, timeline.total),
    beyond > 0 ? `${beyond} events before the year 1 are not here: calendars have no such dates.` : undefined,
  ].filter((part) => part !== undefined);
  const calendar = ical({
    prodId: { company: 'Dateline', product: 'Timeline', language: 'EN' },
    name: escaped(oneLine(timeline.title)),
    method: ICalCalendarMethod.PUBLISH,
    source: timeline.selfUrl,
    url: timeline.selfUrl,
    // The polling interval suggested to clients; the service's cache lasts a minute.
    ttl: 3600,
    ...(description.length === 0 ? {} : { description: escaped(description.map(withoutControls).join('\n')) }),
  });
  for (const event of events) addEvent(calendar, event, timeline);
  return `${calendar.toString()}\r\n`;
}

function addEvent(calendar: ReturnType<typeof ical>, event: TimelineEvent, timeline: TimelineDocument): void {
  const url = evidenceUrl(event);
  const created = calendar.createEvent({
    id: `${event.id}@dateline`,
    stamp: new Date(timeline.updatedAt),
    start: new Date(dayNumber(event.date.start) * MS_A_DAY),
    end: new Date((dayNumber(event.date.end) + 1) * MS_A_DAY),
    allDay: true,
    summary: oneLine(summaryOf(event)),
    description: descriptionOf(event),
    status: event.modality === 'asserted' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    transparency: ICalEventTransparency.TRANSPARENT,
    x: [
      { key: 'X-EDTF', value: event.date.edtf },
      { key: 'X-DATELINE-MODALITY', value: event.modality },
      ...(reachesIn(event, timeline.from) ? [{ key: 'X-DATELINE-BEGAN-BEFORE-RANGE', value: 'TRUE' }] : []),
    ],
    ...(url === undefined ? {} : { url }),
  });
  for (const { name } of event.entities) created.createCategory({ name: oneLine(name) });
}

const fitsACalendar = ({ date }: TimelineEvent): boolean => {
  const [start, end] = [civilDayOf(date.start), civilDayOf(date.end)];
  // The day after the last must also have a year of four digits.
  return start !== undefined && end !== undefined && start.year >= 1 && date.end < '9999-12-31';
};

/** The title, with the date if it is coarser than a day: a year-long bar would otherwise read as "all of 2013". */
function summaryOf(event: TimelineEvent): string {
  return event.date.precision === 'day' && !event.date.approximate
    ? titleSaid(event)
    : `${titleSaid(event)} (${dateSaid(event)})`;
}

function descriptionOf(event: TimelineEvent): string {
  const sentence = bestEvidence(event)?.sentence;
  return [
    `Date: ${dateSaid(event)}`,
    sentence === undefined ? undefined : `“${sentence}”`,
    sourceSaid(event) || undefined,
    event.otherDates.length > 0
      ? `Other evidence says: ${event.otherDates.map(({ display }) => display).join('; ')}`
      : undefined,
  ]
    .filter((part) => part !== undefined)
    .map(withoutControls)
    .join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 §3.1 forbids them in text
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** Half a surrogate pair, which UTF-8 cannot encode. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const withoutControls = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ').replace(HALVES, '\ufffd');

/** RFC 5545 §3.3.11. ical-generator escapes the fields of events, but not the calendar's own name and description. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** For properties that clients show on one line. */
const oneLine = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim();
