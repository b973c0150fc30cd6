import type { FeedItem, PartialFeed } from './feed-document.ts';

/** Parses a document of one format; throws for a broken one. */
type ReadDocument = (text: string) => PartialFeed;

/** The readable part of a feed with broken markup. */
export interface Salvage {
  readonly feed: PartialFeed;
  /** The document is truncated. */
  readonly truncated: boolean;
  /** Items skipped because they cannot be parsed. */
  readonly unreadable: number;
}

const OPENS_ITEM = /<((?:[\w-]+:)?(?:item|entry|url))(?=[\s/>])/g;
/** Most groups of items parsed while looking for broken ones: beyond that the feed is broken throughout. */
const MOST_ATTEMPTS = 400;

/**
 * Parses the readable items of a broken feed: items are parsed in groups, and a group that fails is halved until the
 * broken item is alone. One broken item costs the feed only that item.
 *
 * @returns `undefined` if no item can be parsed.
 */
export function salvage(document: string, read: ReadDocument): Salvage | undefined {
  const parts = partsOf(document);
  if (parts === undefined) return undefined;
  const { head, pieces, foot, truncated } = parts;
  let attempts = 0;
  let unreadable = 0;
  let first: PartialFeed | undefined;
  const readPieces = (from: number, to: number): readonly FeedItem[] => {
    if (from >= to) return [];
    if (attempts++ < MOST_ATTEMPTS) {
      try {
        const feed = read(`${head}${pieces.slice(from, to).join('')}${foot}`);
        first ??= feed;
        return feed.items;
      } catch {
        // one of these items is broken
      }
    }
    if (to - from === 1 || attempts >= MOST_ATTEMPTS) {
      unreadable += to - from;
      return [];
    }
    const middle = (from + to) >> 1;
    return [...readPieces(from, middle), ...readPieces(middle, to)];
  };
  const items = readPieces(0, pieces.length);
  return first === undefined ? undefined : { feed: { ...first, items }, truncated, unreadable };
}

/** Splits a document at its items: each part runs from the start of one item to the next. */
function partsOf(
  document: string,
):
  | { readonly head: string; readonly pieces: readonly string[]; readonly foot: string; readonly truncated: boolean }
  | undefined {
  const starts = [...document.matchAll(OPENS_ITEM)].map(({ index, 1: name = '' }) => ({ index, name }));
  const [first] = starts;
  const root = /<((?:[\w-]+:)?(?:rss|feed|RDF|urlset))[\s>]/.exec(document.slice(0, first?.index))?.[1];
  if (first === undefined || root === undefined) return undefined;
  const truncated = !document.includes(`</${root}`);
  const pieces: string[] = [];
  starts.forEach(({ index, name }, i) => {
    const piece = document.slice(index, starts[i + 1]?.index);
    const end = piece.lastIndexOf(`</${name}`);
    // The last item of a truncated document does not count as broken, since its content is unknown.
    if (end >= 0) pieces.push(piece.slice(0, piece.indexOf('>', end) + 1 || piece.length));
    else if (i < starts.length - 1 || !truncated) pieces.push(piece);
  });
  const channel = /rss$/.test(root) ? '</channel>' : '';
  return { head: document.slice(0, first.index), pieces, foot: `${channel}</${root}>`, truncated };
}
