import { reachesIn } from '../../timeline/split-by-start.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';

/**
 * The timeline as JSON: its own data, the events exactly as the API gives them, how many the query has in all, and the ids of those that began before the
 * range and merely reach into it.
 * `<` is written as an escape, so that the text may also stand in a script element.
 */
export function writeJson({ events, total, ...timeline }: TimelineDocument): string {
  const reaching = events.filter((event) => reachesIn(event, timeline.from)).map(({ id }) => id);
  return JSON.stringify({ timeline, events, total, reaching }).replaceAll('<', '\\u003c');
}
