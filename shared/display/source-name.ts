import type { Evidence, TimelineEvent } from '../events/event.ts';
import { webUrl } from './web-url.ts';

/** The site name of a web address. */
export const siteOf = (url: string | undefined): string | undefined => {
  const found = webUrl(url);
  return found === undefined ? undefined : new URL(found).hostname.replace(/^www\./, '');
};

/**
 * The publisher of a piece of evidence; `undefined` if it is unknown. An event lists its sources, a piece of evidence
 * only its URL. If the event has one source, that is the publisher; otherwise it is the site of the URL, or the one
 * source that no URL of the event matches.
 */
export function sourceName(
  one: Pick<Evidence, 'url'>,
  { sources, evidence }: Pick<TimelineEvent, 'sources' | 'evidence'>,
): string | undefined {
  const site = siteOf(one.url);
  const possible =
    sources.length === 1 || site === undefined
      ? sources.filter((source) => sources.length === 1 || evidence.every(({ url }) => siteOf(url) !== source))
      : [site];
  return possible.length === 1 ? possible[0] : site;
}
