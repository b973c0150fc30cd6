import { type Markup, markup, written } from '../../display/markup.ts';
import { bestEvidence, dateSaid, evidenceUrl, leftOutSaid, sourceSaid, titleSaid } from '../../display/plain-text.ts';
import { modalityWords } from '../../display/words/en.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { civilDayOf, dayNumber } from '../../time/day.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';

interface TimelineJsDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * Writes TimelineJS 3's JSON. Its texts are HTML, so text is escaped; events that are not asserted are in a `group` of
 * their own, with the modality in the headline. Years are astronomical, as TimelineJS passes them to JavaScript dates;
 * readers see `display_date`.
 *
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
export function writeTimelinejs(timeline: TimelineDocument): string {
  const paragraphs = [timeline.description, leftOutSaid(timeline.events.length, timeline.total)].map(
    (text) => text !== undefined && markup`<p>${text}</p>`,
  );
  return JSON.stringify({
    scale: 'human',
    title: {
      text: {
        headline: html(markup`${timeline.title}`),
        text: html(markup`${paragraphs}`),
      },
    },
    events: timeline.events.map((event) => slide(event, timeline.from)),
  }).replaceAll('<', '\\u003c');
}

function slide(event: TimelineEvent, from: string | undefined): object {
  const said = html(markup`${dateSaid(event)}`);
  return {
    unique_id: event.id,
    ...datesOf(event, from),
    display_date: said,
    text: { headline: html(markup`${titleSaid(event)}`), text: html(body(event)) },
    ...(event.modality === 'asserted' ? {} : { group: modalityWords[event.modality] }),
  };
}

/** A month and a year keep their precision; anything else coarser than a day is written as its interval. */
function datesOf(
  { date }: TimelineEvent,
  from: string | undefined,
): { start_date: TimelineJsDate; end_date?: TimelineJsDate } {
  const [start, end] = [dateOf(date.start), dateOf(date.end)];
  // An event that began before the timeline is drawn from the timeline's first day; `display_date` gives its real
  // start.
  if (from !== undefined && dayNumber(date.start) < dayNumber(from)) return { start_date: dateOf(from), end_date: end };
  switch (date.precision) {
    case 'day':
      return { start_date: start };
    case 'month':
      return { start_date: { year: start.year, ...(start.month === undefined ? {} : { month: start.month }) } };
    case 'year':
      return { start_date: { year: start.year } };
    default:
      return { start_date: start, end_date: end };
  }
}

function dateOf(day: string): TimelineJsDate {
  const found = civilDayOf(day);
  if (found === undefined) throw new RangeError(`${day} is no ISO day`);
  return { year: found.year, month: found.month, day: found.day };
}

function body(event: TimelineEvent): Markup {
  const sentence = bestEvidence(event)?.sentence;
  const [url, source] = [evidenceUrl(event), sourceSaid(event)];
  return markup`${sentence !== undefined && markup`<blockquote>${sentence}</blockquote>`}${
    url === undefined
      ? source !== '' && markup`<p>${source}</p>`
      : markup`<p><a href="${url}" rel="noopener nofollow">${source === '' ? url : source}</a></p>`
  }`;
}

const html = (of: Markup): string => written(of);
