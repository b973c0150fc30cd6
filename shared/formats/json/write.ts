import { reachesIn } from '../../timeline/split-by-start.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';

/**
 * Writes the timeline as JSON: its metadata, the events as the API returns them, the total of the query, and the ids of
 * events that began before the range. `<` is escaped, so that the text can be placed in a script element.
 */
export function writeJson({ events, total, ...timeline }: TimelineDocument): string {
  const reaching = events.filter((event) => reachesIn(event, timeline.from)).map(({ id }) => id);
  return JSON.stringify({ timeline, events, total, reaching }).replaceAll('<', '\\u003c');
}
