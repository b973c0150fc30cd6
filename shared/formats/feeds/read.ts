import { detectAtomFeed, detectJsonFeed, detectRdfFeed, detectRssFeed } from 'feedsmith';
import { DatelineError } from '../../kernel/dateline-error.ts';
import type { FeedDocument, PartialFeed } from './feed-document.ts';
import { readAtom } from './read-atom.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readRdf, readRss } from './read-rss.ts';
import { isSitemap, readSitemap } from './read-sitemap.ts';
import { salvage } from './salvage.ts';

/** Parses one format; throws its parser's errors. */
type FormatReader = (text: string, url: string) => PartialFeed;

/**
 * Parses a feed in any of the common formats: RSS 0.9x/2.0, RSS 1.0 (RDF), Atom, JSON Feed, sitemaps with or without
 * news.
 *
 * Safe on hostile input. A document that declares entities is rejected (feeds do not need them; they allow a small file
 * to expand into a large one or to read local files), and so is one nested deeper than 100 elements. A truncated
 * document returns the items before the break, marked `truncated`; an item that cannot be parsed is skipped and
 * counted.
 *
 * @param url The feed's address, against which relative addresses are resolved.
 * @throws DatelineError `feed.not-a-feed` for another kind of document, `feed.refused` for a hostile one,
 * `feed.malformed` for a broken one.
 */
export function readFeed(text: string, url: string): FeedDocument {
  const document = text.replace(/^\ufeff/, '');
  refuseEntities(document);
  const read = readerOf(document);
  if (read === undefined)
    throw new DatelineError('feed.not-a-feed', 'This is no feed: neither RSS, Atom, JSON Feed nor a sitemap.');
  try {
    return whole(read(document, url), { truncated: false, unreadable: 0 });
  } catch (error) {
    if (isTooDeep(error))
      throw new DatelineError('feed.refused', 'The feed nests its elements too deep to be read.', { cause: error });
    const saved = salvage(document, (part) => read(part, url));
    if (saved === undefined) throw malformed(error);
    return whole(saved.feed, saved);
  }
}

function readerOf(document: string): FormatReader | undefined {
  if (detectRssFeed(document)) return readRss;
  if (detectAtomFeed(document)) return readAtom;
  if (detectRdfFeed(document)) return readRdf;
  if (isSitemap(document)) return readSitemap;
  if (/^\s*\{/.test(document) && detectJsonFeed(parseJson(document))) return readJsonFeed;
  return undefined;
}

function whole(partial: PartialFeed, gaps: Pick<FeedDocument, 'truncated' | 'unreadable'>): FeedDocument {
  const { truncated, unreadable } = gaps;
  return { format: 'rss', skipHours: [], skipDays: [], sitemaps: [], ...partial, truncated, unreadable };
}

/** Checks only the part before the root element: an article about XML may contain the word. */
function refuseEntities(document: string): void {
  const root = document.search(/<[A-Za-z]/);
  if (/<!ENTITY/i.test(root < 0 ? document : document.slice(0, root))) {
    throw new DatelineError('feed.refused', 'The feed declares XML entities, which are not read for safety.');
  }
}

function isTooDeep(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/nested tags/i.test(cause.message) || cause instanceof RangeError) return true;
  }
  return false;
}

function malformed(cause: unknown): DatelineError {
  return new DatelineError('feed.malformed', 'The feed is broken: its markup cannot be read.', { cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
