import { webAddress } from './item-text.ts';

const FEED_TYPES = /^application\/(rss|atom|rdf)\+xml$|^application\/feed\+json$|^(application|text)\/xml$/i;
/** JSON Feed 1.0 was served as plain JSON, like the APIs that sites link in the same way. */
const isFeedType = (type: string, href: string): boolean =>
  FEED_TYPES.test(type) ||
  (/^application\/json$/i.test(type) && /feed[^/]*\.json$|\/feed\/json\/?$/i.test(href.split(/[?#]/)[0] ?? ''));
const FEED_PATH = /(\/(feed|rss|atom)(\.xml|\.json)?\/?|\.(rss|atom|rdf)|\/(index|feeds?)\.xml)$/i;
/** Pages link their feeds near the top: characters beyond this are ignored. */
const LOOKED_AT = 1_000_000;
/** Longest tag that can name a feed. */
const LONGEST_TAG = 2000;

/**
 * The feeds that a web page links, best first: those in `<link rel="alternate">` (comment feeds last), otherwise links
 * in its body that look like feeds. Linear in the page's length.
 *
 * @param url The page's address.
 */
export function discoverFeeds(html: string, url: string): readonly string[] {
  const tags = [...tagsOf(html.slice(0, LOOKED_AT))];
  const base = webAddress(tags.find(({ name }) => name === 'base')?.attributes.href, url) ?? url;
  const named = (name: string) => tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes);
  const declared = named('link').filter(
    ({ rel = '', type = '', href = '' }) =>
      /(^|\s)(alternate|feed)(\s|$)/i.test(rel) && isFeedType(type.split(';')[0]?.trim() ?? '', href),
  );
  if (declared.length > 0) return addresses(commentsLast(declared), base);
  const linked = named('a').filter(({ href = '' }) => FEED_PATH.test(href.split(/[?#]/)[0] ?? ''));
  return addresses(commentsLast(linked), base);
}

type Attributes = Readonly<Record<string, string>>;

function addresses(tags: readonly Attributes[], base: string): readonly string[] {
  return [...new Set(tags.flatMap(({ href }) => webAddress(href, base) ?? []))];
}

/** "Comments" in the languages of large content management systems, in titles and addresses. */
const COMMENTS =
  /comment|kommentar|coment[aá]ri|commenti|reacties|komentar|koment[aá][rř]|kommentti|yorum|hozzász|комментар|评论|コメント/i;

function commentsLast(tags: readonly Attributes[]): readonly Attributes[] {
  const ofComments = ({ title = '', href = '' }: Attributes) => COMMENTS.test(`${title} ${href}`);
  return [...tags.filter((tag) => !ofComments(tag)), ...tags.filter(ofComments)];
}

/** The `base`, `link` and `a` tags of a page outside comments, scripts, styles and templates. One pass without backtracking. */
function* tagsOf(html: string): Generator<{ readonly name: string; readonly attributes: Attributes }> {
  const lower = html.toLowerCase();
  const tagName = /<(base|link|a|script|style|template)(?=[\s/>])/y;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('<!--', at)) {
      at = skip(html, '-->', at);
      continue;
    }
    tagName.lastIndex = at;
    const name = tagName.exec(lower)?.[1];
    if (name === undefined) continue;
    if (name === 'script' || name === 'style' || name === 'template') {
      at = skip(lower, `</${name}`, at);
      continue;
    }
    const tag = /^[^<>]*(?=>)/.exec(html.slice(at + 1, at + LONGEST_TAG))?.[0];
    if (tag !== undefined) yield { name, attributes: attributesOf(tag) };
  }
}

/** The position of the next occurrence of a text, or the end. */
function skip(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found < 0 ? html.length : found;
}

function attributesOf(tag: string): Attributes {
  const attributes: Record<string, string> = Object.create(null);
  const pairs = /(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
  for (const [, name = '', double, single, bare] of tag.matchAll(pairs)) {
    attributes[name.toLowerCase()] ??= (double ?? single ?? bare ?? '').replace(/&(amp|#0*38);/gi, '&').trim();
  }
  return attributes;
}
