import type { FeedItem, FeedText } from '../formats/feeds/feed-document.ts';
import type { ArticleRepository, Feed, FeedRepository, NewArticle } from '../store/store.ts';
import { visibleText } from '../text/visible-text.ts';
import { idByName, type NameRecords, rememberMove } from './article-names.ts';
import { fetchArticlePage, type PageReading, type PageSource } from './article-page.ts';
import { isSameSite, urlIdentity } from './article-url.ts';
import { articleId, contentHashOf, identifyArticle } from './identify-article.ts';
import type { RecognisedItem } from './item-identity.ts';

/** Dependencies of one poll. */
export interface ItemSink {
  readonly articles: Pick<ArticleRepository, 'acceptUnlessTakenDown' | 'find'>;
  readonly feeds: Pick<FeedRepository, 'find'>;
  readonly pages: PageSource;
  readonly names: NameRecords;
  readonly now: () => string;
  /** Ids of articles already accepted in this poll: if two items turn out to be the same article, the first counts. */
  readonly taken: Set<string>;
}

/**
 * The result of an item. `kept`: the article exists and belongs to another source, or was taken down, and is unchanged.
 * `later`: its page could not be fetched this time. `postponed`: its page was not requested for lack of time. `empty`:
 * it contains no readable text.
 */
export type ItemOutcome =
  | {
      readonly outcome: 'created' | 'replaced' | 'unchanged' | 'kept' | 'empty';
      readonly articleId: string;
      readonly note?: string;
    }
  | { readonly outcome: 'later' | 'postponed'; readonly articleId?: undefined; readonly note?: string };

/** A text of at least this many characters without "read more" at its end counts as the whole article. */
const WHOLE_ARTICLE_CHARACTERS = 1200;
/** Minimum length at which the element for whole articles counts as the whole article. */
const WHOLE_CONTENT_CHARACTERS = 400;
/** Endings of teasers. */
const GOES_ON =
  /(\[?(…|\.\.\.|&#8230;|&hellip;)\]?|continue reading.{0,80}|read (more|on|the (full|rest)).{0,80}|weiterlesen|lire la suite|leer más)\s*(→|»|&raquo;|&rarr;)?\s*$/i;
/** Publishers' clocks are wrong by hours and time zones by a day; a date further in the future is not a publication date. */
const FUTURE_MS = 2 * 86_400_000;
/** The limit of the API. */
const MOST_TEXT = 1_000_000;

/**
 * Accepts the article of an item that is new or has changed. The body comes from the feed if the feed contains the
 * whole article, otherwise from the article's page, otherwise from the feed. An existing article may be replaced only
 * by the feed that brought it or by a feed of its own site; another feed that carries it adds its tags. Articles sent
 * by a person are never changed.
 *
 * @param isLastTry Whether to accept the feed's text if the page cannot be fetched.
 */
export async function acceptItem(
  one: RecognisedItem,
  feed: Feed,
  sink: ItemSink,
  isLastTry: boolean,
): Promise<ItemOutcome> {
  const own = wholeBody(one.item);
  let page: PageReading | undefined;
  let note: string | undefined;
  if (own === undefined && one.url !== undefined) {
    const outcome = await fetchArticlePage(one.url, sink.pages);
    if ('page' in outcome) page = outcome.page;
    else if (outcome.miss === 'postponed') return { outcome: 'postponed' };
    else if (outcome.miss === 'later' && !isLastTry) return { outcome: 'later', note: outcome.why };
    else note = outcome.why;
  }
  const body = own ?? longer(page, one.item);
  const id = knownId(one) ?? (await newId(one, page, feed, sink));
  const result =
    body === undefined
      ? { outcome: 'empty' as const, articleId: nothingYet(id) }
      : await store(one, id, body, page, feed, sink);
  return { ...result, ...(note === undefined ? {} : { note }) };
}

async function store(
  one: RecognisedItem,
  id: string,
  body: FeedText,
  page: PageReading | undefined,
  feed: Feed,
  sink: ItemSink,
): Promise<ItemOutcome> {
  if (sink.taken.has(id)) return { outcome: 'kept', articleId: id };
  sink.taken.add(id);
  const existing = await sink.articles.find(id);
  if (existing === undefined && knownId(one) !== undefined) return { outcome: 'kept', articleId: id };
  // If the page cannot be read this time, the article keeps the text read before.
  if (page === undefined && wholeBody(one.item) === undefined && plain(body).length < (existing?.text?.length ?? 0)) {
    return { outcome: 'kept', articleId: id };
  }
  const article =
    existing === undefined || (await mayReplace(existing, one, feed, sink))
      ? { ...articleOf(one, feed, body, page, existing?.publishedAt, sink.now()), id, tags: allTags(existing, feed) }
      : alsoTagged(existing, feed);
  if (article === undefined) return { outcome: 'kept', articleId: id };
  const accepted = await sink.articles.acceptUnlessTakenDown({ ...article, contentHash: contentHashOf(article) });
  if (accepted === 'taken down') return { outcome: 'kept', articleId: id };
  if (one.known !== undefined) await rememberMove(id, one, feed, sink.names, sink.now());
  return { outcome: accepted.outcome, articleId: id };
}

async function newId(one: RecognisedItem, page: PageReading | undefined, feed: Feed, sink: ItemSink): Promise<string> {
  return await idByName(articleId(feed.collection, keyOf(one, page)), one, feed, sink.names, sink.now());
}

/** Another feed's article with this feed's tags added; `undefined` if it has them, or if a person sent it. */
function alsoTagged(existing: NewArticle, feed: Feed): Omit<NewArticle, 'contentHash'> | undefined {
  const tags = allTags(existing, feed);
  return existing.feedId === undefined || tags.length === existing.tags.length
    ? undefined
    : { ...sent(existing), tags };
}

const allTags = (existing: NewArticle | undefined, feed: Feed): readonly string[] =>
  [...new Set([...(existing?.tags ?? []), ...feed.tags])].sort();

/** Marks an item that was seen and had no readable text. A real article id begins like this with a chance of 2⁻⁶⁴. */
const NOTHING = '0'.repeat(16);
const nothingYet = (id: string): string => `${NOTHING}${id.slice(NOTHING.length)}`;
const knownId = ({ known }: RecognisedItem): string | undefined =>
  known === undefined || known.articleId.startsWith(NOTHING) ? undefined : known.articleId;

/** The feed's text, if it is the whole article. */
function wholeBody({ content, summary }: FeedItem): FeedText | undefined {
  if (content !== undefined && isWhole(content, WHOLE_CONTENT_CHARACTERS)) return content;
  return summary !== undefined && isWhole(summary, WHOLE_ARTICLE_CHARACTERS) ? summary : undefined;
}

function isWhole(text: FeedText, least: number): boolean {
  const words = plain(text);
  return words.length >= least && !GOES_ON.test(words.slice(-200));
}

/** The page, unless the feed contains more text (the page may be behind a paywall or show a notice). */
function longer(page: PageReading | undefined, { content, summary, title }: FeedItem): FeedText | undefined {
  const given = [content, summary]
    .filter((text) => text !== undefined)
    .sort((a, b) => plain(b).length - plain(a).length)[0];
  const fallback: FeedText | undefined = given ?? (title === undefined ? undefined : { kind: 'text', value: title });
  if (page === undefined || page.text.trim().length <= (given === undefined ? 0 : plain(given).length)) return fallback;
  return { kind: 'text', value: page.text };
}

function keyOf(one: RecognisedItem, page: PageReading | undefined): string {
  return one.isNamedByUrl && page?.canonicalUrl !== undefined ? `url:${urlIdentity(page.canonicalUrl)}` : one.key;
}

function articleOf(
  { item, url }: RecognisedItem,
  feed: Feed,
  body: FeedText,
  page: PageReading | undefined,
  publishedBefore: string | undefined,
  now: string,
): Omit<NewArticle, 'contentHash'> {
  const address = page?.canonicalUrl ?? url;
  const title = item.title ?? page?.title;
  const dates = [item.publishedAt, page?.publishedAt, publishedBefore, item.updatedAt];
  const publishedAt = dates.find((date) => date !== undefined && Date.parse(date) <= Date.parse(now) + FUTURE_MS);
  return identifyArticle({
    collection: feed.collection,
    feedId: feed.id,
    tags: feed.tags,
    text: (body.kind === 'html' ? visibleText(body.value) : body.value).slice(0, MOST_TEXT),
    ...(title === undefined ? {} : { title }),
    ...(address === undefined ? {} : { url: address }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  });
}

/**
 * Only the feed that brought an article may change it; another feed only if it belongs to the article's site, or the
 * first feed is no longer followed.
 */
async function mayReplace(
  existing: NewArticle,
  { known }: RecognisedItem,
  feed: Feed,
  { feeds }: ItemSink,
): Promise<boolean> {
  const { feedId, url } = existing;
  if (feedId === feed.id) return true;
  if (feedId === undefined) return false;
  // An item that is new to this feed is not an edit: the article exists, with the text of the feed that brought it
  // first.
  if (known !== undefined && url !== undefined && isSameSite(url, feed.url)) return true;
  return (await feeds.find(feedId)) === undefined;
}

/** An article as sent, without fields added by the store and the extraction. */
function sent(article: NewArticle): Omit<NewArticle, 'contentHash'> {
  const { collection, id, text, html, title, url, source, publishedAt, tags, feedId } = article;
  const fields = { collection, id, text, html, title, url, source, publishedAt, tags, feedId };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as NewArticle;
}

function plain({ kind, value }: FeedText): string {
  return (kind === 'html' ? visibleText(value) : value).replace(/\s+/g, ' ').trim();
}
