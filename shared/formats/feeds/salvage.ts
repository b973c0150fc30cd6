import type { FeedItem, PartialFeed } from './feed-document.ts';

/** Reads a document of one format; throws for a broken one. */
type ReadDocument = (text: string) => PartialFeed;

/** The readable part of a feed with broken markup. */
export interface Salvage {
  readonly feed: PartialFeed;
  /** The document breaks off. */
  readonly truncated: boolean;
  /** Items left out because they cannot be read. */
  readonly unreadable: number;
}

const OPENS_ITEM = /<((?:[\w-]+:)?(?:item|entry|url))(?=[\s/>])/g;
/** Groups of items that are parsed while looking for the broken ones: more, and the feed is broken throughout. */
const MOST_ATTEMPTS = 400;

/**
 * Reads the items of a broken feed that can be read: its items are parsed in groups, and a group that cannot be parsed is halved until the
 * broken item stands alone. One odd item costs a feed that item and nothing else.
 *
 * @returns `undefined` where no item can be read.
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
        // one of them is broken
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

/** A document cut at its items: each piece runs from one item's beginning to the next. */
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
    // The last item of a truncated document does not count as broken: its content is unknown.
    if (end >= 0) pieces.push(piece.slice(0, piece.indexOf('>', end) + 1 || piece.length));
    else if (i < starts.length - 1 || !truncated) pieces.push(piece);
  });
  const channel = /rss$/.test(root) ? '</channel>' : '';
  return { head: document.slice(0, first.index), pieces, foot: `${channel}</${root}>`, truncated };
}
