import { plain } from './parts.ts';

/** The titles that a page states, as written. */
export interface StatedTitles {
  /** The text of its first `<h1>`. */
  readonly headline: string | undefined;
  /** Its `<title>`, which often ends with the name of the site. */
  readonly documentTitle: string | undefined;
  readonly openGraph: string | undefined;
  /** The headline in its JSON-LD. */
  readonly linked: string | undefined;
}

/** A shorter first heading may be the name of the site or of a section. */
const SHORTEST_HEADLINE = 12;

/**
 * The title of a page's article: its headline if another place confirms it, otherwise the title for social networks or
 * search engines, otherwise its document title without the site's name.
 */
export function titleOf({ headline, documentTitle, openGraph, linked }: StatedTitles): string | undefined {
  const others = [openGraph, linked, documentTitle].filter((title) => title !== undefined);
  if (headline !== undefined && others.some((other) => begins(other, headline))) return line(headline);
  const stated = openGraph ?? linked;
  if (stated !== undefined) return line(withoutSite(stated));
  if (documentTitle !== undefined && (headline === undefined || headline.length < SHORTEST_HEADLINE))
    return line(withoutSite(documentTitle));
  return headline === undefined ? undefined : line(headline);
}

/** "Harbour to close - Westhaven Post" → "Harbour to close": removes the part after the last bar or spaced dash, unless it is the longer one. */
function withoutSite(title: string): string {
  const found = /^(.{15,}?)\s+(?:[|»·•]|[-–—])\s+([^|»·•–—]{2,40})$/s.exec(title.trim());
  return found?.[1] !== undefined && found[1].length > (found[2] ?? '').length ? found[1] : title;
}

const begins = (title: string, headline: string): boolean =>
  plain(title).startsWith(plain(headline).slice(0, 40)) && plain(headline) !== '';
const line = (text: string): string | undefined => text.replace(/\s+/g, ' ').trim().slice(0, 500) || undefined;
