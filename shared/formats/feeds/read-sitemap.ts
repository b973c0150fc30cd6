import { XMLParser } from 'fast-xml-parser';
import { readStatedDate } from '../../text/stated-date.ts';
import type { FeedItem, PartialFeed } from './feed-document.ts';
import { itemOf, plainTitle, webAddress } from './item-text.ts';

/** Entities are decoded by `plainTitle` alone, of which it knows a handful: a document can't define its own. */
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

/** Whether a text is a sitemap or an index of them (sitemaps.org 0.9). */
export function isSitemap(xml: string): boolean {
  return /^[^<]*(<[?!][^>]*>[^<]*)*<([\w-]+:)?(urlset|sitemapindex)[\s>]/i.test(xml.slice(0, 4096));
}

/** A sitemap with Google's news extension or without (then items have an address and a date of change, and nothing else). */
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
