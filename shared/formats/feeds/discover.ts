import { webAddress } from './item-text.ts';

const FEED_TYPES = /^application\/(rss|atom|rdf)\+xml$|^application\/feed\+json$|^(application|text)\/xml$/i;
const FEED_PATH = /(\/(feed|rss|atom)(\.xml|\.json)?\/?|\.(rss|atom|rdf)|\/(index|feeds?)\.xml)$/i;

/**
 * The feeds that a web page names, best first: those in its `<link rel="alternate">` (comments last), and only where there is none,
 * links in its body that look like feeds.
 *
 * @param url The page's address.
 */
export function discoverFeeds(html: string, url: string): readonly string[] {
  const page = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, '');
  const base = webAddress(attributesOf(/<base\b[^>]*>/i.exec(page)?.[0] ?? '')['href'], url) ?? url;
  const declared = [...page.matchAll(/<link\b[^>]*>/gi)]
    .map(([tag]) => attributesOf(tag))
    .filter(
      ({ rel = '', type = '' }) =>
        /(^|\s)(alternate|feed)(\s|$)/i.test(rel) && FEED_TYPES.test(type.split(';')[0]?.trim() ?? ''),
    );
  if (declared.length > 0) return addresses(commentsLast(declared), base);
  const linked = [...page.matchAll(/<a\b[^>]*>/gi)]
    .map(([tag]) => attributesOf(tag))
    .filter(({ href = '' }) => FEED_PATH.test(href.split(/[?#]/)[0] ?? ''));
  return addresses(commentsLast(linked), base);
}

type Attributes = Readonly<Record<string, string>>;

function addresses(tags: readonly Attributes[], base: string): readonly string[] {
  return [...new Set(tags.flatMap(({ href }) => webAddress(href, base) ?? []))];
}

function commentsLast(tags: readonly Attributes[]): readonly Attributes[] {
  const ofComments = ({ title = '', href = '' }: Attributes) => /comment/i.test(`${title} ${href}`);
  return [...tags.filter((tag) => !ofComments(tag)), ...tags.filter(ofComments)];
}

function attributesOf(tag: string): Attributes {
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name = '', double, single, bare] of tag.matchAll(
    /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    attributes[name.toLowerCase()] ??= (double ?? single ?? bare ?? '')
      .replace(/&amp;/gi, '&')
      .replace(/&#0*38;/g, '&')
      .trim();
  }
  return attributes;
}
