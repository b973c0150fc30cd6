import type { TimelineEvent } from '../../events/event.ts';
import type { IsoDay } from '../../time/date-span.ts';
import { civilDayOf, dayNumber, isoDay } from '../../time/day.ts';
import { bestEvidence, dateSaid, evidenceUrl, leftOutSaid, sourceSaid, titleSaid } from '../said.ts';
import type { TimelineDocument } from '../timeline-document.ts';
import { contentLine, lineValue, textValue } from './content-line.ts';

/**
 * iCalendar (RFC 5545, the calendar's name and source as in RFC 7986): each event all day long from its first day to its last, `DTEND` the day
 * after, as the standard has it.
 *
 * A calendar knows the years 1 to 9999: events that reach beyond are left out, and the calendar's description says how many. It also knows no
 * doubt: what isn't told as a fact is `TENTATIVE` with its modality in the summary, and a date coarser than a day is said in the summary
 * and in the description (`X-EDTF` has it for programs). Nothing makes a reader busy.
 */
export function writeIcs(timeline: TimelineDocument): string {
  const events = timeline.events.filter(fitsACalendar);
  const beyond = timeline.events.length - events.length;
  const description = [
    timeline.description,
    leftOutSaid(timeline.events.length, timeline.total),
    beyond > 0 ? `${beyond} events before the year 1 are not here: calendars have no such dates.` : undefined,
  ].filter((part) => part !== undefined);
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Dateline//Timeline//EN'),
    contentLine('METHOD', 'PUBLISH'),
    // The standard's name and the one that came before it, which more programs read.
    contentLine('NAME', lineValue(timeline.title)),
    contentLine('X-WR-CALNAME', lineValue(timeline.title)),
    ...(description.length === 0
      ? []
      : ['DESCRIPTION', 'X-WR-CALDESC'].map((name) => contentLine(name, textValue(description.join('\n'))))),
    contentLine('URL', timeline.url),
    contentLine('SOURCE;VALUE=URI', timeline.selfUrl),
    // Programs ask again after an hour: the service's own cache lives a minute.
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'),
    contentLine('X-PUBLISHED-TTL', 'PT1H'),
    ...events.map((event) => component(event, timeline)),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

function component(event: TimelineEvent, timeline: TimelineDocument): string {
  const url = evidenceUrl(event);
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', textValue(`${event.id}@dateline`)),
    contentLine('DTSTAMP', `${timeline.updatedAt.replace(/\.\d+/, '').replace(/[-:]/g, '')}`),
    contentLine('DTSTART;VALUE=DATE', compact(event.date.start)),
    contentLine('DTEND;VALUE=DATE', compact(isoDay(dayNumber(event.date.end) + 1))),
    contentLine('SUMMARY', lineValue(summaryOf(event))),
    contentLine('DESCRIPTION', textValue(descriptionOf(event))),
    contentLine('STATUS', event.modality === 'asserted' ? 'CONFIRMED' : 'TENTATIVE'),
    contentLine('TRANSP', 'TRANSPARENT'),
    ...(event.entities.length === 0
      ? []
      : [contentLine('CATEGORIES', event.entities.map(({ name }) => lineValue(name)).join(','))]),
    ...(url === undefined ? [] : [contentLine('URL', url)]),
    contentLine('X-EDTF', textValue(event.date.edtf)),
    contentLine('X-DATELINE-MODALITY', event.modality),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/** `20190809`: DATE has no separators (§3.3.4). */
const compact = (day: IsoDay): string => day.replaceAll('-', '');

const fitsACalendar = ({ date }: TimelineEvent): boolean => {
  const start = civilDayOf(date.start);
  // The day after the last must have four digits too.
  return start !== undefined && start.year >= 1 && date.end < '9999-12-31';
};

/** A year-long bar says "all of 2013" unless it says otherwise. */
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
    .join('\n');
}
