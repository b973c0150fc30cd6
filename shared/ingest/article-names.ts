import type { Feed } from '../store/store.ts';
import { siteOf } from './article-url.ts';
import { articleId, fingerprintOf } from './identify-article.ts';
import type { RecognisedItem } from './item-identity.ts';

/** Expiring records shared by all workers. */
export interface NameRecords {
  find(key: string): Promise<unknown>;
  put(key: string, value: unknown, expiresAt: string): Promise<void>;
  putIfAbsent(key: string, value: unknown, expiresAt: string): Promise<{ put: boolean; value: unknown }>;
}

/** Longer than a story stays in its site's feeds. */
const KEPT_MS = 30 * 86_400_000;
/** Minimum length of an opaque id that is not a counter. */
const SHORTEST_NAME = 10;

/**
 * The id of the article of an item that is new to its feed: `id`, unless another feed has brought the same article
 * under another identity. That is the case if a known article has moved to the item's address, if another feed of the
 * site has an item with the same publisher's id, with the same title, words and time of day (a story in two feeds, each
 * with a token in its link), or with the same title and time of day and no other id (a story edited before its second
 * feed was read). If two feeds ask concurrently, both get the id of the first.
 */
export async function idByName(
  id: string,
  one: RecognisedItem,
  feed: Feed,
  names: NameRecords,
  now: string,
): Promise<string> {
  const moved = one.isNamedByUrl ? await names.find(nameOf(feed, one.key)) : undefined;
  let known = typeof moved === 'string' ? moved : id;
  for (const name of [guidName(one), titleName(one), wordsName(one)]) {
    if (name === undefined) continue;
    const { value } = await names.putIfAbsent(nameOf(feed, name), known, expiry(now));
    if (typeof value === 'string') known = value;
  }
  return known;
}

/** Records that a known article has an address that would give it another id, so that other feeds find it there. */
export async function rememberMove(
  id: string,
  one: RecognisedItem,
  feed: Feed,
  names: NameRecords,
  now: string,
): Promise<void> {
  if (!one.isNamedByUrl || articleId(feed.collection, one.key) === id) return;
  await names.put(nameOf(feed, one.key), id, expiry(now));
}

/** A publisher's id for an item, if it has a form that is unique within the site: a bare number may be used twice. */
function guidName({ guid, url }: RecognisedItem): string | undefined {
  if (guid === undefined || url === undefined) return undefined;
  const isOpaque = guid.length >= SHORTEST_NAME && /[a-z]/i.test(guid) && /\d/.test(guid);
  return isOpaque || /^(tag:|urn:|https?:)/i.test(guid) ? `guid:${siteOf(url)} ${guid}` : undefined;
}

/** Identity of an article without URL and publisher's id. */
function titleName({ item: { title, publishedAt }, url, isNamedByTitle }: RecognisedItem): string | undefined {
  if (!isNamedByTitle || url === undefined || publishedAt?.includes('T') !== true) return undefined;
  return `title:${siteOf(url)} ${publishedAt} ${title}`;
}

/** Key that recognises an article wherever its site repeats it. Without a time of day, two notices with the same words may be different. */
function wordsName({ item, url, body }: RecognisedItem): string | undefined {
  const { title, publishedAt } = item;
  if (title === undefined || url === undefined || body === '' || publishedAt?.includes('T') !== true) return undefined;
  return `words:${siteOf(url)} ${publishedAt} ${fingerprintOf(`${title}\n${body}`)}`;
}

const nameOf = (feed: Feed, key: string): string => `name:${articleId(feed.collection, key)}`;
const expiry = (now: string): string => new Date(Date.parse(now) + KEPT_MS).toISOString();
