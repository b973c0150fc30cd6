import type { FeedDocument } from '../formats/feeds/feed-document.ts';
import type { Feed, FeedRepository } from '../store/store.ts';
import { acceptItem, type ItemOutcome, type ItemSink } from './accept-item.ts';
import type { FeedMemory } from './feed-memory.ts';
import { newestItems, type RecognisedItem, recogniseItems } from './item-identity.ts';
import { type LedgerEntry, MOST_ENTRIES } from './item-ledger.ts';

/** Accepts the items of one poll. */
export interface NewsSink extends Omit<ItemSink, 'taken'> {
  readonly feeds: Pick<FeedRepository, 'find' | 'list'>;
  /** Whether there is time for another article. */
  readonly hasTime: () => boolean;
}

/** The result of one poll, and the ledger entries to keep. */
export interface News {
  readonly created: number;
  readonly replaced: number;
  readonly memory: FeedMemory;
}

/** Polls without the item's page after which the feed's own text is used. */
const MOST_ATTEMPTS = 3;
/** Most reasons listed. */
const MOST_NOTES = 3;

/** Articles accepted concurrently: otherwise a feed of thousands would wait for the store thousands of times in a row. */
const AT_ONCE = 8;

/**
 * Accepts the items of a feed that are new or have changed, once each, and records them. If time runs out, the rest
 * stays unrecorded, and the feed is marked `isBehind` for the next poll.
 */
export async function acceptNews(
  document: FeedDocument,
  feed: Feed,
  before: FeedMemory,
  sink: NewsSink,
): Promise<News> {
  const { items, twins, memory } = recogniseItems(newestItems(document.items), before, new URL(feed.url).host);
  const isNews = ({ known, marks }: RecognisedItem) => known?.print !== marks.print;
  const taken = new Set(items.flatMap((one) => (isNews(one) ? [] : (one.known?.articleId ?? []))));
  const outcomes = new Map<RecognisedItem, ItemOutcome>();
  const waiting = items.filter(isNews);
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      if (!sink.hasTime()) return;
      const isLastTry = (before.attempts[nameOf(one)] ?? 0) + 1 >= MOST_ATTEMPTS;
      outcomes.set(one, await acceptItem(one, feed, { ...sink, taken }, isLastTry));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seen = items.flatMap((one) => entryOf(one, isNews(one), outcomes.get(one)));
  const left = items.filter((one) => isNews(one) && outcomes.get(one)?.articleId === undefined);
  const present = new Set(seen.map(({ articleId }) => articleId));
  const notice = noticeOf(document, outcomes);
  const { notice: _old, ...rest } = before;
  return {
    created: count(outcomes, 'created'),
    replaced: count(outcomes, 'replaced'),
    memory: {
      ...rest,
      ...memory,
      entries: [...seen, ...twins, ...before.entries.filter(({ articleId }) => !present.has(articleId))],
      attempts: attemptsAfter(before, left, outcomes),
      isBehind: left.length > 0,
      ...(notice === undefined ? {} : { notice }),
    },
  };
}

/**
 * The ledger entry of an item: its current state; its former state if the change is still to be processed; none if the
 * item is new and still to be processed.
 */
function entryOf(one: RecognisedItem, isNews: boolean, outcome: ItemOutcome | undefined): readonly LedgerEntry[] {
  const articleId = isNews ? outcome?.articleId : one.known?.articleId;
  if (articleId !== undefined) return [{ ...one.marks, articleId }];
  return one.known === undefined ? [] : [one.known];
}

function attemptsAfter(
  before: FeedMemory,
  left: readonly RecognisedItem[],
  outcomes: ReadonlyMap<RecognisedItem, ItemOutcome>,
): FeedMemory['attempts'] {
  return Object.fromEntries(
    left.map((one) => [
      nameOf(one),
      (before.attempts[nameOf(one)] ?? 0) + (outcomes.get(one)?.outcome === 'later' ? 1 : 0),
    ]),
  );
}

const count = (outcomes: ReadonlyMap<RecognisedItem, ItemOutcome>, kind: ItemOutcome['outcome']): number =>
  [...outcomes.values()].filter(({ outcome }) => outcome === kind).length;

const nameOf = ({ marks }: RecognisedItem): string => (marks.guid || marks.link || marks.sign).toString(36);

function noticeOf(
  { items, truncated, unreadable }: FeedDocument,
  outcomes: ReadonlyMap<RecognisedItem, ItemOutcome>,
): string | undefined {
  const notes = new Map<string, number>();
  for (const { note } of outcomes.values()) if (note !== undefined) notes.set(note, (notes.get(note) ?? 0) + 1);
  const sentences = [...notes]
    .slice(0, MOST_NOTES)
    .map(([why, times]) => `${times} ${times === 1 ? 'article' : 'articles'} without the page’s text: ${why}.`);
  if (items.length > MOST_ENTRIES)
    sentences.unshift(`The feed has ${items.length} items; the newest ${MOST_ENTRIES} are followed.`);
  if (unreadable > 0)
    sentences.unshift(
      `${unreadable} ${unreadable === 1 ? 'item' : 'items'} of the feed cannot be read: the markup is broken.`,
    );
  if (truncated) sentences.unshift('The feed breaks off in the middle; the items before the break were read.');
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
