import type { TableAccess } from '../dynamo/table-access.ts';
import { keys } from '../keys.ts';
import type { StoreContext } from '../store-context.ts';
import { entriesAt, numbersByBlock } from './event-table.ts';
import { readManifest, type SegmentInfo } from './manifest.ts';
import { blocksOfTerm, comesBefore, moreBlocks, rowOfTerm, type WalkOrder } from './segment.ts';
import { type IndexedPosting, inOrder } from './term-row.ts';
import type { Posting } from './terms.ts';

/** Postings in the walk's order, a block or more at a time. */
type Blocks = AsyncGenerator<readonly IndexedPosting[]>;

/**
 * Postings of events that have all the terms, in date order, read no further than the caller goes. A segment says all of each of its events, so
 * terms are intersected in each segment; of postings of one event with the same days, the newest segment's counts.
 *
 * Postings before the walk's bound may come as well. An event whose days or terms have changed may also come as it was, so the caller compares events with their heads.
 */
export async function* walkTerms(
  context: StoreContext,
  collection: string,
  terms: readonly string[],
  walk: WalkOrder,
): AsyncGenerator<Posting> {
  const { segments } = await readManifest(context, collection);
  const sources = await Promise.all(
    segments.map(async (segment) => {
      const source = singly(inSegment(context.table, collection, segment, terms, walk));
      return { source, next: await source.next() };
    }),
  );
  for (;;) {
    let nearest: IndexedPosting | undefined;
    // The newest is the last of those that are equal.
    for (const { next } of sources) if (next && !(nearest && comesBefore(walk, nearest, next))) nearest = next;
    if (!nearest) return;
    const posting = nearest;
    for (const one of sources) if (one.next && inOrder(one.next, posting) === 0) one.next = await one.source.next();
    if (!posting.gone) yield posting;
  }
}

interface Source {
  next(): Promise<IndexedPosting | undefined>;
}

/** Blocks as single postings. */
function singly(blocks: Blocks): Source {
  let hand: readonly IndexedPosting[] = [];
  let at = 0;
  return {
    async next() {
      while (at >= hand.length) {
        const { value, done } = await blocks.next();
        if (done) return undefined;
        hand = value;
        at = 0;
      }
      return hand[at++];
    },
  };
}

async function* inSegment(
  table: TableAccess,
  collection: string,
  { name, events }: SegmentInfo,
  terms: readonly string[],
  walk: WalkOrder,
): Blocks {
  if (events !== undefined) {
    yield* fromEventTable(table, collection, name, terms, walk);
    return;
  }
  const pk = keys.segment(collection, name);
  const [first, ...others] = terms.map((term) => blocksOfTerm(table, pk, term, walk));
  if (!first) return;
  if (others.length === 0) yield* first;
  else yield* inAll([first, ...others].map(singly), walk);
}

/** Terms of a segment with an event table: their numbers are intersected before the table is read. */
async function* fromEventTable(
  table: TableAccess,
  collection: string,
  segment: string,
  terms: readonly string[],
  { forward }: WalkOrder,
): Blocks {
  let common: ReadonlySet<number> | undefined;
  for (const term of terms) {
    const row = await rowOfTerm(table, collection, segment, term);
    // Of one term, the end of a posting hides an older segment's; an event that lacks one of several terms is not found here at all.
    const numbers = [...(row?.entries?.live ?? []), ...(terms.length === 1 ? (row?.entries?.gone ?? []) : [])];
    const known = common;
    common = new Set(known ? numbers.filter((n) => known.has(n)) : numbers);
    if (common.size === 0) return;
  }
  const byBlock = numbersByBlock([...(common ?? [])].sort((a, b) => (a - b) * (forward ? 1 : -1)));
  let size = 1;
  for (let i = 0; i < byBlock.length; i += size, size = moreBlocks(size)) {
    yield await entriesAt(table, keys.segment(collection, segment), byBlock.slice(i, i + size));
  }
}

/** Postings that all sources have. One that is gone under a term is gone. */
async function* inAll(sources: readonly Source[], walk: WalkOrder): Blocks {
  const heads = await Promise.all(sources.map((source) => source.next()));
  for (;;) {
    let farthest: IndexedPosting | undefined;
    for (const head of heads) {
      if (!head) return;
      if (!farthest || comesBefore(walk, farthest, head)) farthest = head;
    }
    if (!farthest) return;
    const posting = farthest;
    let isCommon = true;
    for (const [n, head] of heads.entries()) {
      if (!head || inOrder(head, posting) === 0) continue;
      isCommon = false;
      heads[n] = await sources[n]?.next();
    }
    if (!isCommon) continue;
    yield [{ ...posting, gone: heads.some((head) => head?.gone) }];
    for (const [n] of heads.entries()) heads[n] = await sources[n]?.next();
  }
}
