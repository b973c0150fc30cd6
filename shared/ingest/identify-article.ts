import { createHash } from 'node:crypto';
import { DatelineError } from '../kernel/dateline-error.ts';
import type { NewArticle } from '../store/store.ts';
import { normaliseUrl, siteOf, urlIdentity } from './article-url.ts';

/** An article without an id. It has one of `text` and `html`. */
export interface UnidentifiedArticle extends Partial<Omit<NewArticle, 'id' | 'contentHash' | 'collection'>> {
  readonly collection: string;
  /** The feed's id for the item, already made unique over feeds (see item-identity.ts); used if there is no `url`. */
  readonly guid?: string;
}

/**
 * Gives an article its id and its content hash.
 *
 * `id` is the same for the same address in the same collection, however the address is written (scheme, `www.`,
 * trailing slash, order of parameters, trackers). Without an address it is derived from the feed's id for the item, and
 * without that from the words of the body (ignoring white space), so that a corrected date or title does not create a
 * second article. `contentHash` changes with everything that a reader could see: body, title, address, source, date or
 * tags. `source` defaults to the site of the address.
 *
 * @throws DatelineError `request.invalid` if `url` is not an http(s) address, `RangeError` if there is neither text nor
 * html.
 */
export function identifyArticle(article: UnidentifiedArticle): NewArticle {
  const { guid, url: address, tags: givenTags, ...rest } = article;
  const body = article.text ?? article.html;
  if (body === undefined) throw new RangeError('an article has text or html');
  const url = address === undefined ? undefined : urlOrThrow(address);
  const source = article.source ?? (url === undefined ? undefined : siteOf(url));
  const tags = [...new Set(givenTags ?? [])].sort();
  const id = articleId(article.collection, identityKey(url, guid, body));
  const named = {
    ...rest,
    id,
    tags,
    ...(url === undefined ? {} : { url }),
    ...(source === undefined ? {} : { source }),
  };
  return { ...named, contentHash: contentHashOf(named) };
}

/**
 * The id of an article by its key in a collection: 32 hexadecimal digits (128 bits of SHA-256; the chance that two of a
 * billion articles collide is about 10⁻²¹).
 */
export function articleId(collection: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([collection, key]))
    .digest('hex')
    .slice(0, 32);
}

/**
 * SHA-256, in hexadecimal, of everything that a reader or the extractor sees. It excludes `feedId`, since another feed
 * may bring the same article.
 */
export function contentHashOf(article: Omit<NewArticle, 'contentHash' | 'id' | 'feedId'>): string {
  const { text, html, title, url, source, publishedAt, tags } = article;
  return createHash('sha256')
    .update(JSON.stringify([text, html, title, url, source, publishedAt, tags]))
    .digest('hex');
}

/** The words of a text without white space, to compare bodies. */
export function fingerprintOf(body: string): string {
  return createHash('sha256').update(body.normalize('NFC').replace(/\s+/gu, ' ').trim()).digest('hex');
}

function identityKey(url: string | undefined, guid: string | undefined, body: string): string {
  if (url !== undefined) return `url:${urlIdentity(url)}`;
  if (guid !== undefined) return `guid:${guid}`;
  return `text:${fingerprintOf(body)}`;
}

function urlOrThrow(address: string): string {
  const url = normaliseUrl(address);
  if (url === undefined) {
    throw new DatelineError('request.invalid', 'url must be an absolute http or https address', {
      detail: { field: 'url' },
    });
  }
  return url;
}
