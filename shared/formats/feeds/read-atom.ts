import { type AtomFeed, parseAtomFeed } from 'feedsmith';
import { readStatedDate } from '../../text/stated-date.ts';
import type { FeedItem, FeedText, PartialFeed } from './feed-document.ts';
import { itemOf, plainTitle, webAddress } from './item-text.ts';
import { minutesOf } from './update-period.ts';

type Link = AtomFeed.Link<string>;
type Text = { readonly value?: string; readonly type?: string };

/** Atom 1.0 and 0.3. */
export function readAtom(xml: string, url: string): PartialFeed {
  const feed = parseAtomFeed(xml) as AtomFeed.Feed<string>;
  const base = webAddress(feed.xml?.base, url) ?? url;
  const title = titleOf(feed.title);
  const siteUrl = alternate(feed.links, base);
  const minutes = minutesOf(feed.sy);
  return {
    format: 'atom',
    ...(title === undefined ? {} : { title }),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    items: (feed.entries ?? []).map((entry) => entryOf(entry, base)),
    ...(minutes === undefined ? {} : { minutesBetweenPolls: minutes }),
  };
}

function entryOf(entry: AtomFeed.Entry<string>, feedBase: string): FeedItem {
  const base = webAddress(entry.xml?.base, feedBase) ?? feedBase;
  const published =
    readStatedDate(entry.published) ??
    readStatedDate(entry.dcterms?.issued?.[0]) ??
    readStatedDate(entry.dc?.dates?.[0]);
  return itemOf({
    guid: entry.id?.trim(),
    link: alternate(entry.links, base) ?? webAddress(entry.content?.src, base) ?? permalink(entry.id),
    title: titleOf(entry.title),
    content: textOf(entry.content),
    summary: textOf(entry.summary) ?? mediaDescription(entry),
    publishedAt: published,
    updatedAt: readStatedDate(entry.updated),
  });
}

/** RFC 4287 §4.2.7.2: no `rel` means alternate. A web page is better than the alternate that is a PDF. */
function alternate(links: readonly Link[] | undefined, base: string): string | undefined {
  const alternates = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  const page = alternates.find(({ type }) => type === undefined || /html/i.test(type)) ?? alternates[0];
  return webAddress(page?.href, base);
}

function permalink(id: string | undefined): string | undefined {
  return /^https?:/i.test(id ?? '') ? webAddress(id, 'https://none.invalid') : undefined;
}

/** RFC 4287 §3.1: `text` is literal, so its angle brackets are words. */
function titleOf(text: Text | undefined): string | undefined {
  const value = text?.value;
  if (value === undefined) return undefined;
  return /html/i.test(text?.type ?? '') || /&(amp|#\d+|quot|[a-z]+dash);/.test(value)
    ? plainTitle(value)
    : value.replace(/\s+/g, ' ').trim();
}

function textOf(text: Text | undefined): FeedText | undefined {
  const value = text?.value?.trim();
  if (value === undefined || value === '') return undefined;
  return { kind: /html|xml/i.test(text?.type ?? '') ? 'html' : 'text', value };
}

function mediaDescription(entry: AtomFeed.Entry<string>): FeedText | undefined {
  const value = entry.media?.groups?.[0]?.description?.value ?? entry.media?.description?.value;
  return value === undefined ? undefined : { kind: 'text', value };
}
