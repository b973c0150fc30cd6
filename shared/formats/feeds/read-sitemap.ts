import { XMLParser } from 'fast-xml-parser';
import { readStatedDate } from '../../text/stated-date.ts';
import type { FeedItem, PartialFeed } from './feed-document.ts';
import { itemOf, plainTitle, webAddress } from './item-text.ts';

/** `plainTitle` alone decodes entities, and only a fixed set: a document cannot define its own. */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

interface Entry {
  readonly loc?: string;
  readonly lastmod?: string;
  readonly news?: { readonly title?: string; readonly publication_date?: string };
}

/** Whether a text is a sitemap or a sitemap index (sitemaps.org 0.9). */
export function isSitemap(xml: string): boolean {
  return /^[^<]*(<[?!][^>]*>[^<]*)*<([\w-]+:)?(urlset|sitemapindex)[\s>]/i.test(xml.slice(0, 4096));
}

/** Parses a sitemap with or without Google's news extension; without it, items have only an address and a modification date. */
export function readSitemap(xml: string, url: string): PartialFeed {
  const root = parser.parse(xml) as {
    urlset?: { url?: readonly Entry[] } | '';
    sitemapindex?: { sitemap?: readonly Entry[] } | '';
  };
  if (root.sitemapindex) {
    const named = (root.sitemapindex.sitemap ?? []).map((entry) => ({
      url: webAddress(plainTitle(entry.loc), url),
      at: entry.lastmod ?? '',
    }));
    const newestFirst = named.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    return { format: 'sitemap-index', items: [], sitemaps: newestFirst.flatMap((sitemap) => sitemap.url ?? []) };
  }
  const entries = root.urlset ? (root.urlset.url ?? []) : [];
  return {
    format: 'sitemap',
    items: entries.map((entry) => itemFrom(entry, url)).filter(({ link }) => link !== undefined),
  };
}

function itemFrom(entry: Entry, base: string): FeedItem {
  return itemOf({
    guid: undefined,
    link: webAddress(plainTitle(entry.loc), base),
    title: plainTitle(entry.news?.title?.replace(/<!\[CDATA\[|\]\]>/g, '')),
    content: undefined,
    summary: undefined,
    publishedAt: readStatedDate(entry.news?.publication_date),
    updatedAt: readStatedDate(entry.lastmod),
  });
}
