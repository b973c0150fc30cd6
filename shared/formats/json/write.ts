import type { TimelineDocument } from '../../timeline/timeline-document.ts';

/**
 * The timeline as JSON: its own data, the events exactly as the API gives them, and how many the query has in all.
 * `<` is written as an escape, so that the text may also stand in a script element.
 */
export function writeJson({ events, total, ...timeline }: TimelineDocument): string {
  return JSON.stringify({ timeline, events, total }).replaceAll('<', '\\u003c');
}
