import { parseRdfFeed, parseRssFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { readStatedDate } from '../../text/stated-date.ts';
import { type NumberOrder, numberOrderOf } from '../../text/written-date.ts';
import type { FeedItem, PartialFeed } from './feed-document.ts';
import { itemOf, plainTitle, webAddress } from './item-text.ts';
import { firstText, mediaTexts } from './media-text.ts';
import { baseOfRss, withLinkBases } from './rss-source.ts';
import { minutesOf } from './update-period.ts';

/** Parses RSS 0.9x and 2.0. `description` may be teaser or article, so it is a summary; `content:encoded` is the article. */
export function readRss(xml: string, address: string): PartialFeed {
  const url = baseOfRss(xml, address);
  const feed = parseRssFeed(withLinkBases(xml)) as RssFeed.Feed<string>;
  const order = orderOfDates([feed.language, feed.dc?.languages?.[0]], feed.items ?? [], address);
  const minutes = feed.ttl ?? minutesOf(feed.sy);
  return {
    format: 'rss',
    ...titled(feed.title, webAddress(feed.link, url)),
    items: (feed.items ?? []).map((item) => rssItem(item, url, order)),
    ...(minutes === undefined ? {} : { minutesBetweenPolls: minutes }),
    skipHours: namedIn(xml, 'skipHours', 'hour')
      .map((hour) => Number(hour) % 24)
      .filter((hour) => hour >= 0),
    skipDays: namedIn(xml, 'skipDays', 'day').map((day) => day.trim()),
  };
}

/** Parses RSS 1.0, where the item's identifier is its `rdf:about`. */
export function readRdf(xml: string, url: string): PartialFeed {
  const feed = parseRdfFeed(xml) as RdfFeed.Feed<string>;
  const minutes = minutesOf(feed.sy);
  return {
    format: 'rdf',
    ...titled(feed.title, webAddress(feed.link, url)),
    items: (feed.items ?? []).map((item) => rdfItem(item, url)),
    ...(minutes === undefined ? {} : { minutesBetweenPolls: minutes }),
  };
}

/**
 * The texts of the `inner` elements of the channel's one `outer` element. Parsed here because feedsmith 3.0.1 returns
 * none if there is exactly one.
 */
function namedIn(xml: string, outer: string, inner: string): readonly string[] {
  const start = xml.search(new RegExp(`<${outer}[\\s>]`, 'i'));
  if (start < 0) return [];
  const [block = ''] = xml.slice(start, start + 4000).split(new RegExp(`</${outer}`, 'i'));
  return [...block.matchAll(new RegExp(`<${inner}>([^<]{1,20})</${inner}`, 'gi'))].map(([, text = '']) => text);
}

/** A date such as 13/05/2010 anywhere in a feed shows the order of its numbers; otherwise the feed's language or country decides. */
function orderOfDates(
  languages: readonly (string | undefined)[],
  items: readonly RssFeed.Item<string>[],
  url: string,
): NumberOrder | undefined {
  for (const { pubDate } of items) {
    const [, first = '', second = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(pubDate ?? '') ?? [];
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return numberOrderOf(
    languages.find((language) => language !== undefined),
    url,
  );
}

function rssItem(item: RssFeed.Item<string>, base: string, order: NumberOrder | undefined): FeedItem {
  const guid = item.guid?.value?.trim();
  const permalink = item.guid?.isPermaLink === false || !/^https?:/i.test(guid ?? '') ? undefined : guid;
  const alternate = item.atom?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
  const link = webAddress(item.link, base) ?? webAddress(permalink, base) ?? webAddress(alternate, base);
  const published = [
    item.pubDate,
    item.dc?.dates?.[0],
    item.dcterms?.issued?.[0],
    item.dcterms?.created?.[0],
    item.atom?.published,
  ];
  const updated = [item.atom?.updated, item.dcterms?.modified?.[0]];
  return itemOf({
    guid: guid ?? item.dc?.identifiers?.[0],
    link,
    title: firstTitle([
      item.title,
      item.dc?.titles?.[0],
      mediaTexts(item.media, 'title')[0]?.value,
      item.itunes?.title,
    ]),
    content: firstText([item.content?.encoded]),
    summary: firstText([
      item.description,
      item.dc?.descriptions?.[0],
      item.itunes?.summary,
      ...mediaTexts(item.media, 'description'),
      item.itunes?.subtitle,
    ]),
    publishedAt: firstDate(published, order),
    updatedAt: firstDate(updated, order),
  });
}

function rdfItem(item: RdfFeed.Item<string>, base: string): FeedItem {
  return itemOf({
    guid: item.dc?.identifiers?.[0] ?? item.rdf?.about,
    link: webAddress(item.link, base) ?? webAddress(item.rdf?.about, base),
    title: firstTitle([item.title, item.dc?.titles?.[0], mediaTexts(item.media, 'title')[0]?.value]),
    content: firstText([item.content?.encoded]),
    summary: firstText([item.description, item.dc?.descriptions?.[0], ...mediaTexts(item.media, 'description')]),
    publishedAt: firstDate([item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.dcterms?.created?.[0]]),
    updatedAt: firstDate([item.dcterms?.modified?.[0]]),
  });
}

function titled(title: string | undefined, siteUrl: string | undefined): Pick<PartialFeed, 'title' | 'siteUrl'> {
  const plain = plainTitle(title);
  return { ...(plain === undefined ? {} : { title: plain }), ...(siteUrl === undefined ? {} : { siteUrl }) };
}

function firstTitle(candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const title = plainTitle(candidate);
    if (title !== undefined) return title;
  }
  return undefined;
}

function firstDate(candidates: readonly (string | undefined)[], order?: NumberOrder): string | undefined {
  for (const candidate of candidates) {
    const date = readStatedDate(candidate, order);
    if (date !== undefined) return date;
  }
  return undefined;
}
