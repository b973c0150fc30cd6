import { type AtomFeed, parseAtomFeed } from 'feedsmith';
import { readStatedDate } from '../../text/stated-date.ts';
import { BASE64, textOfBase64, withOwnBases } from './atom-source.ts';
import type { FeedItem, FeedText, PartialFeed } from './feed-document.ts';
import { itemOf, plainTitle, webAddress } from './item-text.ts';
import { firstText, mediaTexts } from './media-text.ts';
import { minutesOf } from './update-period.ts';

type Link = AtomFeed.Link<string>;
type Text = { readonly value?: string; readonly type?: string };

/** Parses Atom 1.0 and 0.3. */
export function readAtom(xml: string, url: string): PartialFeed {
  const feed = parseAtomFeed(withOwnBases(xml)) as AtomFeed.Feed<string>;
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
    title: titleOf(entry.title) ?? titleOf(mediaTexts(entry.media, 'title')[0]),
    content: textOf(entry.content),
    summary: textOf(entry.summary) ?? firstText(mediaTexts(entry.media, 'description')),
    publishedAt: published,
    updatedAt: readStatedDate(entry.updated),
  });
}

/** RFC 4287 §4.2.7.2: no `rel` means alternate. A web page is preferred to an alternate of another type, such as a PDF. */
function alternate(links: readonly Link[] | undefined, base: string): string | undefined {
  const alternates = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  const page = alternates.find(({ type }) => type === undefined || /html/i.test(type)) ?? alternates[0];
  return webAddress(page?.href, base);
}

function permalink(id: string | undefined): string | undefined {
  return /^https?:/i.test(id ?? '') ? webAddress(id, 'https://none.invalid') : undefined;
}

/** RFC 4287 §3.1: `text` is literal, so angle brackets in it are not markup. */
function titleOf(text: Text | undefined): string | undefined {
  const value = text?.value;
  if (value === undefined) return undefined;
  return /html/i.test(text?.type ?? '') || /&(amp|#\d+|quot|[a-z]+dash);/.test(value)
    ? plainTitle(value)
    : value.replace(/\s+/g, ' ').trim();
}

/** RFC 4287 §4.1.3.1: `text`, `html`, `xhtml` or a media type; other than text and XML it is base64. */
function textOf(text: Text | undefined): FeedText | undefined {
  const stated = text?.type?.trim().toLowerCase() ?? 'text';
  const type = stated.replace(BASE64, '');
  const isText = /^(?:text|html|xhtml)$|^text\/|[+/]xml$/.test(type);
  if (!isText) return undefined;
  const value = (stated === type ? text?.value : textOfBase64(text?.value ?? ''))?.trim();
  if (value === undefined || value === '') return undefined;
  return { kind: /html|xml/.test(type) ? 'html' : 'text', value };
}
