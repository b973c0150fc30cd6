import type { Evidence, TimelineEvent } from '../events/event.ts';
import { webUrl } from './web-url.ts';
import { modalityWords, precisionWords } from './words/en.ts';

/** The title with its modality before it when the event is not asserted, for formats that have one line: "Predicted: …". */
export const titleSaid = ({ modality, title }: TimelineEvent): string =>
  modality === 'asserted' ? title : `${modalityWords[modality]}: ${title}`;

/** The date with its precision: "June 4, 1989", "some time in 2013", "mid-2012 (some time in May – Aug 2012)". */
export function dateSaid({ date }: TimelineEvent): string {
  // An approximate date says so in its display; a day or an interval of days needs no addition.
  if (date.approximate || date.precision === 'day' || date.precision === 'interval') return date.display;
  const stretch = precisionWords(date);
  return stretch === undefined ? `some time in ${date.display}` : `${date.display} (some time in ${stretch})`;
}

/** The piece of evidence that lists include; `undefined` only for an event that an editor wrote. */
export const bestEvidence = (event: TimelineEvent): Evidence | undefined => event.evidence[0];

/** The evidence's URL if it is an http or https address. */
export const evidenceUrl = (event: TimelineEvent): string | undefined =>
  webUrl(bestEvidence(event)?.url ?? event.note?.link);

/** Attribution, source and date for the line under a quotation: "Kamm, scmp.com, 2014-03-30". Empty if none is known. */
export function sourceSaid(event: TimelineEvent): string {
  const evidence = bestEvidence(event);
  return [evidence?.attribution, event.sources[0], evidence?.publishedAt?.slice(0, 10)]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

/** A sentence on the events left out of a file; `undefined` if there are none. */
export function leftOutSaid(shown: number, total: number): string | undefined {
  return total > shown
    ? `${total - shown} of ${total} events are not in this file: ask for a shorter range.`
    : undefined;
}
