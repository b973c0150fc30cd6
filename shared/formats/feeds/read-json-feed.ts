import { type JsonFeed, parseJsonFeed } from 'feedsmith';
import { readStatedDate } from '../../text/stated-date.ts';
import type { FeedItem, FeedText, PartialFeed } from './feed-document.ts';
import { itemOf, plainTitle, webAddress } from './item-text.ts';

/** Parses JSON Feed 1.0 and 1.1. */
export function readJsonFeed(json: string, url: string): PartialFeed {
  const feed = parseJsonFeed(json) as JsonFeed.Feed<string>;
  const title = plainTitle(feed.title);
  const siteUrl = webAddress(feed.home_page_url, url);
  return {
    format: 'json',
    ...(title === undefined ? {} : { title }),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    items: (feed.items ?? []).map((item) => itemFrom(item, url)),
  };
}

function itemFrom(item: JsonFeed.Item<string>, base: string): FeedItem {
  const id = item.id === undefined ? undefined : String(item.id).trim();
  return itemOf({
    guid: id,
    // The item's own address; `external_url` of a link blog is an article of another site.
    link:
      webAddress(item.url, base) ??
      (/^https?:/i.test(id ?? '') ? webAddress(id, base) : undefined) ??
      webAddress(item.external_url, base),
    title: plainTitle(item.title),
    content: text('html', item.content_html) ?? text('text', item.content_text),
    summary: text('text', item.summary),
    publishedAt: readStatedDate(item.date_published),
    updatedAt: readStatedDate(item.date_modified),
  });
}

function text(kind: FeedText['kind'], value: string | undefined): FeedText | undefined {
  return value === undefined || value.trim() === '' ? undefined : { kind, value };
}
