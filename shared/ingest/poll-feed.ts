import type { FeedDocument } from '../formats/feeds/feed-document.ts';
import { DatelineError } from '../kernel/dateline-error.ts';
import type { Feed } from '../store/store.ts';
import { acceptNews, type NewsSink } from './accept-news.ts';
import { retryAfterSeconds } from './caching-headers.ts';
import { decodeText } from './decode-text.ts';
import { afterFailure, afterSuccess, gone } from './feed-after-poll.ts';
import { type FeedMemory, readMemory } from './feed-memory.ts';
import type { Fetched, SafeFetch } from './safe-fetch.ts';

/** Dependencies of a poll: network, format readers (of a neighbouring folder, so passed in), store, clock and randomness. */
export interface Poller extends NewsSink {
  readonly fetch: SafeFetch;
  readonly readFeed: (text: string, url: string) => FeedDocument;
  /** The feeds that a web page links, best first. */
  readonly discoverFeeds: (html: string, url: string) => readonly string[];
  /** 0…1. */
  readonly random: () => number;
}

/** A feed after its poll, to be saved, and what the poll did. */
export interface PollResult {
  readonly feed: Feed;
  readonly created: number;
  readonly replaced: number;
}

/** Feed types first, then types that feeds are mislabelled as, then pages that may link one. */
const ACCEPT = [
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json',
  'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1',
].join(', ');
/** Polls in a row that must be redirected to a new address before the feed moves there. */
const MOVES_AFTER = 3;
/** Sitemaps of an index read in one poll, newest first. */
const SITEMAPS_PER_POLL = 3;

/**
 * Polls a feed once: sends a conditional request, accepts items that are new or changed, and schedules the next poll.
 * Never rejects because of the server (that becomes the feed's `lastError`). Rejects if the store fails, with nothing
 * saved, so that the whole poll can be repeated.
 */
export async function pollFeed(feed: Feed, poller: Poller): Promise<PollResult> {
  const memory = readMemory(feed.memory);
  let answer: Fetched;
  try {
    answer = await poller.fetch(feed.url, { accept: ACCEPT, ...validators(feed, memory) });
  } catch (error) {
    return failed(feed, memory, error, poller);
  }
  const { status } = answer;
  if (status === 410) return { feed: gone(feed, poller.now()), created: 0, replaced: 0 };
  if (status === 304) return quiet(feed, memory, answer, poller);
  if (status !== 200) return failed(feed, memory, refusal(answer), poller, retryAfter(answer, poller));
  try {
    const text = decodeText(answer.body, answer.headers['content-type'] ?? '');
    return await news(await documentOf(text, answer.url, poller), feed, memory, answer, poller);
  } catch (error) {
    if (error instanceof DatelineError && error.code === 'feed.not-a-feed')
      return await discover(feed, memory, answer, poller);
    if (error instanceof DatelineError && /^(feed|fetch)\./.test(error.code))
      return failed(feed, memory, error, poller);
    throw error;
  }
}

/** ETag and Last-Modified are returned byte for byte. A feed whose items still wait is requested in full. */
function validators({ etag, lastModified }: Feed, { isBehind }: FeedMemory): Record<string, string> {
  if (isBehind) return {};
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

async function documentOf(text: string, url: string, { readFeed, fetch }: Poller): Promise<FeedDocument> {
  const document = readFeed(text, url);
  if (document.format !== 'sitemap-index') return document;
  const items: FeedDocument['items'][number][] = [];
  for (const sitemap of document.sitemaps
    .filter((named) => new URL(named).host === new URL(url).host)
    .slice(0, SITEMAPS_PER_POLL)) {
    const answer = await fetch(sitemap, { accept: ACCEPT });
    if (answer.status !== 200) continue;
    items.push(...readFeed(decodeText(answer.body, answer.headers['content-type'] ?? ''), answer.url).items);
  }
  return { ...document, items };
}

async function news(
  document: FeedDocument,
  feed: Feed,
  memory: FeedMemory,
  answer: Fetched,
  poller: Poller,
): Promise<PollResult> {
  const moved = followed(feed, memory, answer);
  const accepted = await acceptNews(document, moved.feed, moved.memory, poller);
  const after = afterSuccess({
    feed: moved.feed,
    memory: accepted.memory,
    document,
    headers: answer.headers,
    hadNews: accepted.created + accepted.replaced > 0,
    articlesSeen: feed.articlesSeen + accepted.created,
    now: poller.now(),
    random: poller.random(),
  });
  return { feed: after, created: accepted.created, replaced: accepted.replaced };
}

function quiet(feed: Feed, memory: FeedMemory, answer: Fetched, poller: Poller): PollResult {
  const { headers } = answer;
  const moved = followed(feed, memory, answer);
  const after = afterSuccess({
    ...moved,
    headers,
    hadNews: false,
    articlesSeen: feed.articlesSeen,
    now: poller.now(),
    random: poller.random(),
  });
  return { feed: after, created: 0, replaced: 0 };
}

/**
 * The feed at its new address, after several polls in a row with only permanent redirects to it. A temporary redirect
 * on the way, or a response that is not a feed (not passed to this function), prevents the move.
 */
function followed(feed: Feed, memory: FeedMemory, { redirects, url }: Fetched): { feed: Feed; memory: FeedMemory } {
  const isPermanent = redirects.length > 0 && redirects.every(({ status }) => status === 301 || status === 308);
  const { moving, ...rest } = memory;
  if (!isPermanent) return { feed, memory: rest };
  const times = moving?.to === url ? moving.times + 1 : 1;
  return times < MOVES_AFTER
    ? { feed, memory: { ...rest, moving: { to: url, times } } }
    : { feed: { ...feed, url }, memory: rest };
}

/** A page instead of a feed: at the first poll it may link its feed; later it is an error or maintenance page. */
async function discover(feed: Feed, memory: FeedMemory, answer: Fetched, poller: Poller): Promise<PollResult> {
  const html = decodeText(answer.body, answer.headers['content-type'] ?? '');
  const named = feed.lastSuccessAt === undefined ? poller.discoverFeeds(html, answer.url)[0] : undefined;
  if (named !== undefined && named !== feed.url) return await adopt(feed, named, memory, poller);
  const title = /<title[^<>]{0,200}>([^<]{1,80})/i.exec(html)?.[1]?.replace(/\s+/g, ' ').trim();
  const what = `The address answers with a web page${title ? ` (“${title}”)` : ''} instead of a feed`;
  const why =
    feed.lastSuccessAt === undefined
      ? `${what}, and the page names no feed.`
      : `${what}; perhaps the site is being worked on.`;
  return failed(feed, memory, new DatelineError('feed.not-a-feed', why), poller);
}

/** Replaces the page's address by that of the feed it links, and polls the feed. */
async function adopt(feed: Feed, url: string, memory: FeedMemory, poller: Poller): Promise<PollResult> {
  const twin = (await poller.feeds.list(feed.collection)).find((other) => other.url === url && other.id !== feed.id);
  if (twin !== undefined) {
    const lastError = `The page’s feed, ${url}, is followed already (feed ${twin.id}).`;
    return { feed: { ...gone(feed, poller.now()), lastError }, created: 0, replaced: 0 };
  }
  try {
    const answer = await poller.fetch(url, { accept: ACCEPT });
    if (answer.status !== 200) throw refusal(answer);
    const document = await documentOf(
      decodeText(answer.body, answer.headers['content-type'] ?? ''),
      answer.url,
      poller,
    );
    return await news(document, { ...feed, url }, memory, answer, poller);
  } catch (error) {
    if (error instanceof DatelineError && /^(feed|fetch)\./.test(error.code))
      return failed(feed, memory, error, poller);
    throw error;
  }
}

function failed(
  feed: Feed,
  memory: FeedMemory,
  error: unknown,
  poller: Poller,
  retryAfterSeconds?: number,
): PollResult {
  if (!(error instanceof DatelineError)) throw error;
  const { moving: _broken, ...rest } = memory;
  const after = afterFailure({
    feed,
    memory: rest,
    why: error.message,
    now: poller.now(),
    random: poller.random(),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
  return { feed: after, created: 0, replaced: 0 };
}

function retryAfter({ headers }: Fetched, { now }: Poller): number | undefined {
  return retryAfterSeconds(headers['retry-after'], Date.parse(now()));
}

function refusal({ status, url }: Fetched): DatelineError {
  const { host } = new URL(url);
  return new DatelineError(
    'feed.refusal',
    `${REFUSALS[status] ?? (status >= 500 ? 'The server is in trouble' : 'The server refuses')}: ${host} answered ${status}.`,
  );
}

const REFUSALS: Readonly<Record<number, string>> = {
  401: 'The feed is for subscribers only',
  402: 'The feed is for subscribers only',
  403: 'The server does not let us read the feed',
  404: 'There is no feed at this address (any more)',
  429: 'The server asks us to come less often',
  451: 'The feed is withheld for legal reasons',
  503: 'The server is busy or being worked on',
};
