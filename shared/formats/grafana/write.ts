import { type Markup, markup, written } from '../../display/markup.ts';
import { bestEvidence, dateSaid, evidenceUrl, leftOutSaid, sourceSaid, titleSaid } from '../../display/plain-text.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { dayNumber } from '../../time/day.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';
import { clusterForReading } from './cluster.ts';

/** One annotation, in the columns of Infinity's annotation query; flat, with every column in every row. */
export interface Annotation {
  /** Milliseconds since 1970, UTC; the first instant of the first day. */
  readonly time: number;
  /** The last instant of the last day; equal to `time` for an event of one day, which Grafana then draws as a line instead of a region. */
  readonly timeEnd: number;
  readonly title: string;
  /** HTML, since Grafana renders it as such; text is escaped. */
  readonly text: string;
  /** Separated by commas, where Grafana splits a text column. */
  readonly tags: string;
}

const MS_A_DAY = 86_400_000;

/**
 * The flat array that Grafana's Infinity data source reads as annotations, in chronological order.
 *
 * At most `limit` rows (default 100): the most important events are rows of their own, the others are grouped by
 * position. A last row reports events of the query that are not in this file, so that a gap on the panel is never
 * mistaken for a quiet time.
 */
export function writeGrafana(timeline: TimelineDocument, { limit = 100 }: { limit?: number } = {}): string {
  const leftOut = leftOutSaid(timeline.events.length, timeline.total);
  const inTime = [...timeline.events].sort((a, b) => dayNumber(a.date.start) - dayNumber(b.date.start));
  const rows = clusterForReading(inTime, leftOut === undefined ? limit : limit - 1).map((group) =>
    group.length === 1 ? single(group[0] as TimelineEvent) : gathered(group),
  );
  if (leftOut !== undefined) rows.push(note(timeline, inTime.at(-1), leftOut));
  return JSON.stringify(rows).replaceAll('<', '\\u003c');
}

function single(event: TimelineEvent): Annotation {
  const time = dayNumber(event.date.start) * MS_A_DAY;
  const url = evidenceUrl(event);
  const sentence = bestEvidence(event)?.sentence;
  const source = sourceSaid(event);
  return {
    time,
    timeEnd: event.date.start === event.date.end ? time : (dayNumber(event.date.end) + 1) * MS_A_DAY - 1,
    title: html(markup`${titleSaid(event)}`),
    text: html(
      markup`${dateSaid(event)}${sentence !== undefined && markup`<br>${sentence}`}${
        url === undefined
          ? source !== '' && markup`<br>${source}`
          : markup`<br><a href="${url}">${source === '' ? url : source}</a>`
      }`,
    ),
    tags: tagsOf([event.modality, ...event.entities.map(({ name }) => name)]),
  };
}

const LINE_BREAK = markup`<br>`;

/** Most titles in the text of a group. */
const TITLES_OF_A_CLUSTER = 5;

function gathered(events: readonly TimelineEvent[]): Annotation {
  const top = [...events].sort((a, b) => b.importance - a.importance).slice(0, TITLES_OF_A_CLUSTER);
  const starts = events.map(({ date }) => dayNumber(date.start));
  const ends = events.map(({ date }) => dayNumber(date.end));
  return {
    time: least(starts) * MS_A_DAY,
    timeEnd: (greatest(ends) + 1) * MS_A_DAY - 1,
    title: `${events.length} events`,
    text: html(
      markup`${top.map((event, n) => markup`${n > 0 && LINE_BREAK}${event.date.display}: ${titleSaid(event)}`)}${
        events.length > top.length && markup`<br>and ${events.length - top.length} more`
      }`,
    ),
    tags: 'cluster',
  };
}

function note(timeline: TimelineDocument, last: TimelineEvent | undefined, leftOut: string): Annotation {
  const time = last === undefined ? 0 : dayNumber(last.date.end) * MS_A_DAY;
  return {
    time,
    timeEnd: time,
    title: 'Not everything is shown',
    text: html(markup`${leftOut}<br><a href="${timeline.url}">${timeline.title}</a>`),
    tags: 'note',
  };
}

const html = (of: Markup): string => written(of);
const tagsOf = (tags: readonly string[]): string =>
  [...new Set(tags.map((tag) => tag.replace(/[,<>&"']/g, ' ').trim()))].join(',');
const least = (of: readonly number[]): number => of.reduce((a, b) => Math.min(a, b));
const greatest = (of: readonly number[]): number => of.reduce((a, b) => Math.max(a, b));
