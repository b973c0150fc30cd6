import type { Evidence, TimelineEvent } from '../events/event.ts';
import { webUrl } from './web-url.ts';

/** The site of a web address, as a reader calls it. */
export const siteOf = (url: string | undefined): string | undefined => {
  const found = webUrl(url);
  return found === undefined ? undefined : new URL(found).hostname.replace(/^www\./, '');
};

/**
 * The publisher of a piece of evidence; `undefined` where it is not known. An event names its sources, a piece of evidence only its address: one source leaves no doubt; else
 * it is the site of the address, or the one source that no address accounts for.
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
