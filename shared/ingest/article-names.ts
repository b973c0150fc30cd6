import type { Feed } from '../store/store.ts';
import { siteOf } from './article-url.ts';
import { articleId, fingerprintOf } from './identify-article.ts';
import type { RecognisedItem } from './item-identity.ts';

/** Records that expire, seen by every worker. */
export interface NameRecords {
  find(key: string): Promise<unknown>;
  put(key: string, value: unknown, expiresAt: string): Promise<void>;
  putIfAbsent(key: string, value: unknown, expiresAt: string): Promise<{ put: boolean; value: unknown }>;
}

/** Longer than a story stays in the feeds of its site. */
const KEPT_MS = 30 * 86_400_000;
/** Of an opaque name that is not counted up from one. */
const SHORTEST_NAME = 10;

/**
 * The id of the article that an item new to its feed is: `id`, unless another feed has brought the same article under another
 * name. That is so where the item's address is one that a known article has moved to, where another feed of the site gave the
 * item the same name, where the site has given out the same title and words with the same time of day (a story in two
 * feeds, each with a token in its link), and where it has given out the same title with the same time of day and has no other name
 * for it (a story that was edited before its second feed was read). Of two feeds that ask at once, one is first and both get its id.
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

/** Remembers that a known article is at an address which would give it another id, so that other feeds find it there. */
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

/**
 * A publisher's name for an item, where it has the form of one that the whole site uses once: a bare number may count two
 * things.
 */
function guidName({ guid, url }: RecognisedItem): string | undefined {
  if (guid === undefined || url === undefined) return undefined;
  const isOpaque = guid.length >= SHORTEST_NAME && /[a-z]/i.test(guid) && /\d/.test(guid);
  return isOpaque || /^(tag:|urn:|https?:)/i.test(guid) ? `guid:${siteOf(url)} ${guid}` : undefined;
}

/** Identity of an article whose publisher gives neither a URL nor an id. */
function titleName({ item: { title, publishedAt }, url, isNamedByTitle }: RecognisedItem): string | undefined {
  if (!isNamedByTitle || url === undefined || publishedAt?.includes('T') !== true) return undefined;
  return `title:${siteOf(url)} ${publishedAt} ${title}`;
}

/**
 * Key that recognises an article wherever its site repeats it. Without a time of day, two notices with the same words may be
 * two.
 */
function wordsName({ item, url, body }: RecognisedItem): string | undefined {
  const { title, publishedAt } = item;
  if (title === undefined || url === undefined || body === '' || publishedAt?.includes('T') !== true) return undefined;
  return `words:${siteOf(url)} ${publishedAt} ${fingerprintOf(`${title}\n${body}`)}`;
}

const nameOf = (feed: Feed, key: string): string => `name:${articleId(feed.collection, key)}`;
const expiry = (now: string): string => new Date(Date.parse(now) + KEPT_MS).toISOString();
