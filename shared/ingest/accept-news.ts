import type { FeedDocument, FeedItem } from '../formats/feeds/feed-document.ts';
import type { Feed, FeedRepository } from '../store/store.ts';
import { acceptItem, type ItemSink } from './accept-item.ts';
import type { FeedMemory } from './feed-memory.ts';
import { type RecognisedItem, recogniseItems } from './item-identity.ts';
import { type LedgerEntry, MOST_ENTRIES } from './item-ledger.ts';

export interface NewsSink extends ItemSink {
  readonly feeds: Pick<FeedRepository, 'find' | 'list'>;
  /** Whether there is time for another article. */
  readonly hasTime: () => boolean;
}

export interface News {
  readonly created: number;
  readonly replaced: number;
  readonly memory: FeedMemory;
}

/** After so many polls at which an item's page could not be had, the feed's own words must do. */
const MOST_ATTEMPTS = 3;

/**
 * Accepts the items of a feed that are new or have changed, each once, and remembers them. What there is no time for stays unknown and leaves the feed
 * behind (`isBehind`), to be taken up at the next poll.
 */
export async function acceptNews(
  document: FeedDocument,
  feed: Feed,
  before: FeedMemory,
  sink: NewsSink,
): Promise<News> {
  const { items, memory } = recogniseItems(newest(document.items), before, new URL(feed.url).host);
  const seen: LedgerEntry[] = [];
  const attempts: Record<string, number> = {};
  const notes = new Map<string, number>();
  const counts = { created: 0, replaced: 0 };
  let isBehind = false;
  for (const one of items) {
    if (one.known?.print === one.marks.print) {
      seen.push({ ...one.marks, articleId: one.known.articleId });
      continue;
    }
    const name = nameOf(one);
    const tries = (before.attempts[name] ?? 0) + 1;
    const result = sink.hasTime() ? await acceptItem(one, feed, sink, tries >= MOST_ATTEMPTS) : undefined;
    if (result === undefined || result.outcome === 'later') {
      isBehind = true;
      if (result !== undefined) attempts[name] = tries;
      // A known item keeps its old print, so that its change is still news next time.
      if (one.known !== undefined) seen.push(one.known);
    } else if (result.articleId !== undefined) {
      seen.push({ ...one.marks, articleId: result.articleId });
      if (result.outcome === 'created' || result.outcome === 'replaced') counts[result.outcome] += 1;
    }
    if (result?.note !== undefined) notes.set(result.note, (notes.get(result.note) ?? 0) + 1);
  }
  const present = new Set(seen.map(({ articleId }) => articleId));
  const entries = [...seen, ...before.entries.filter(({ articleId }) => !present.has(articleId))];
  const notice = noticeOf(document, notes);
  const { notice: _old, ...rest } = before;
  return {
    ...counts,
    memory: { ...rest, ...memory, entries, attempts, isBehind, ...(notice === undefined ? {} : { notice }) },
  };
}

/** All items, or the newest where there are more than can be remembered. */
function newest(items: readonly FeedItem[]): readonly FeedItem[] {
  if (items.length <= MOST_ENTRIES) return items;
  const dated = items.map((item, index) => ({
    item,
    index,
    at: Date.parse(item.publishedAt ?? item.updatedAt ?? '') || 0,
  }));
  return dated
    .sort((a, b) => b.at - a.at || a.index - b.index)
    .slice(0, MOST_ENTRIES)
    .map(({ item }) => item);
}

const nameOf = ({ marks }: RecognisedItem): string => (marks.guid || marks.link || marks.sign).toString(36);

function noticeOf({ items, truncated }: FeedDocument, notes: ReadonlyMap<string, number>): string | undefined {
  const sentences = [...notes]
    .slice(0, 3)
    .map(([why, times]) => `${times} ${times === 1 ? 'article' : 'articles'} without the page’s text: ${why}.`);
  if (items.length > MOST_ENTRIES)
    sentences.unshift(`The feed has ${items.length} items; the newest ${MOST_ENTRIES} are followed.`);
  if (truncated) sentences.unshift('The feed breaks off in the middle; the items before the break were read.');
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
