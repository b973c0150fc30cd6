import { createHash } from 'node:crypto';
import { DatelineError } from '../kernel/dateline-error.ts';
import type { NewArticle } from '../store/store.ts';
import { normaliseUrl, siteOf, urlIdentity } from './article-url.ts';

/** An article without an id. It has one of `text` and `html`. */
export interface UnidentifiedArticle extends Partial<Omit<NewArticle, 'id' | 'contentHash' | 'collection'>> {
  readonly collection: string;
  /**
   * The feed's id for the item, already made distinct from other feeds' ids (see item-identity.ts); used where there is no `url`.
   */
  readonly guid?: string;
}

/**
 * Gives an article its name and its fingerprint.
 *
 * `id` is the same for the same address in the same collection, however the address is spelt (scheme, `www.`, trailing slash,
 * order of parameters, trackers); without an address it follows from the feed's name for the item, and without that from the
 * words of the body (white space aside), so that a corrected date or title does not make a second article. `contentHash`
 * changes when anything changes that a reader could see: body, title, address, source, date or tags. `source` is the site of
 * the address unless given.
 *
 * @throws DatelineError `request.invalid` where `url` is no http(s) address, `RangeError` where there is neither text nor html.
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
 * The id of the article that `key` names in a collection: 32 hexadecimal digits (128 bits of SHA-256, so that two of a billion
 * articles meet by chance with a probability of about 10⁻²¹).
 */
export function articleId(collection: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([collection, key]))
    .digest('hex')
    .slice(0, 32);
}

/**
 * SHA-256, in hexadecimal, of everything a reader or the extractor sees. `feedId` is no part of it: another feed brings the
 * same article.
 */
export function contentHashOf(article: Omit<NewArticle, 'contentHash' | 'id' | 'feedId'>): string {
  const { text, html, title, url, source, publishedAt, tags } = article;
  return createHash('sha256')
    .update(JSON.stringify([text, html, title, url, source, publishedAt, tags]))
    .digest('hex');
}

/** The words of a text without regard to white space, by which a body is recognised. */
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
