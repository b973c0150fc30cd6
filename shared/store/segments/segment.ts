import type { Item, TableAccess } from '../dynamo/table-access.ts';
import { LAST } from '../dynamo/table-access.ts';
import { giveWay } from '../give-way.ts';
import { keys, part } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import { type EventTable, eventBlocks, FIRST_TERM, isEventBlock, postingsIn, resolved } from './event-table.ts';
import {
  type IndexedPosting,
  inOrder,
  type PackedRow,
  type Place,
  packEntries,
  packRow,
  type StoredRow,
  type TermRow,
  unpackRow,
} from './term-row.ts';

interface BlockSize {
  readonly most: number;
  /** About how many bytes a row takes. */
  readonly of: (row: TermRow) => number;
  readonly mostPostings: number;
}

/** Blocks of half a read unit: 4 KB packed, eventually consistent. */
const WITH_POSTINGS: BlockSize = {
  most: 3_900,
  of: ({ term, postings, top = [] }) => 12 + term.length + postings.length * 20 + top.length * 12,
  mostPostings: 160,
};
const WITH_TABLE: BlockSize = {
  most: 3_500,
  of: ({ term, name = '', postings, top = [] }) =>
    3 + (term.length + name.length) * 0.4 + postings.length * 1.5 + top.length * 12,
  mostPostings: Number.POSITIVE_INFINITY,
};

/**
 * The key of a block: its first term, and the number of the block within the term. Terms are truncated to the length of
 * a sort key; long ones stay distinct.
 */
const blockKey = (term: string, n: number): string => `${sortable(term)}${END}${String(n).padStart(5, '0')}`;
const sortable = (term: string): string => part(term).slice(0, 600);
/** Ends a term in a block's key: sorts before whatever a longer term goes on with. */
const END = '\u0001';

/** The order of terms, which is that of their blocks' keys: by bytes of UTF-8. */
export function compareTerms(a: string, b: string): number {
  if (BEYOND.test(a) || BEYOND.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : a > b ? 1 : 0;
}
/** UTF-16 and UTF-8 sort alike but for these. */
const BEYOND = /[\ud800-\uffff]/;

/**
 * Makes the blocks of a segment out of rows that come in the order of their terms.
 *
 * @param table Has all postings of the rows: rows name them by number. Absent: each row has its postings in it.
 */
export async function* blocksOf(
  collection: string,
  segment: string,
  rows: AsyncIterable<TermRow> | Iterable<TermRow>,
  table?: EventTable,
): AsyncGenerator<Item> {
  const pk = keys.segment(collection, segment);
  if (table) yield* eventBlocks(pk, table);
  const packed = (row: TermRow) => (table ? packEntries(row, table.entriesOf(row)) : packRow(row));
  const { most, of: sizeOf, mostPostings } = table ? WITH_TABLE : WITH_POSTINGS;
  let open: { first: string; rows: PackedRow[]; size: number } | undefined;
  const close = (): Item | undefined => {
    const block = open && { pk, sk: blockKey(open.first, 0), v: pack(open.rows) };
    open = undefined;
    return block;
  };
  for await (const row of rows) {
    await giveWay();
    const size = sizeOf(row);
    if (open && open.size + size > most) {
      const block = close();
      if (block) yield block;
    }
    if (row.postings.length > mostPostings) {
      const block = close();
      if (block) yield block;
      // A term that fills more than a block has blocks of its own.
      for (let n = 0; n * mostPostings < row.postings.length; n++) {
        const some = row.postings.slice(n * mostPostings, (n + 1) * mostPostings);
        yield {
          pk,
          sk: blockKey(row.term, n),
          v: pack([packed({ ...row, net: n === 0 ? row.net : 0, postings: some })]),
        };
      }
      continue;
    }
    open ??= { first: row.term, rows: [], size: 0 };
    open.rows.push(packed(row));
    open.size += size;
  }
  const block = close();
  if (block) yield block;
}

const rowsIn = ({ v }: Item): readonly StoredRow[] => (unpack(v) as PackedRow[]).map(unpackRow);

/** All rows of a segment, in order; a term's rows together. */
export async function* rowsOfSegment(table: TableAccess, collection: string, segment: string): AsyncGenerator<TermRow> {
  let open: TermRow | undefined;
  const entries: IndexedPosting[] = [];
  for await (const item of table.rangeAll({ pk: keys.segment(collection, segment), consistent: true })) {
    if (isEventBlock(item)) {
      entries.push(...postingsIn(item));
      continue;
    }
    for (const stored of rowsIn(item)) {
      const row = resolved(stored, (n) => entries[n]);
      if (open && open.term === row.term) open = joined(open, row);
      else {
        if (open) yield open;
        open = row;
      }
    }
  }
  if (open) yield open;
}

const joined = (a: StoredRow, b: StoredRow): StoredRow => ({
  ...a,
  net: a.net + b.net,
  postings: [...a.postings, ...b.postings],
});

/** What one segment says of a term; `undefined` where it says nothing. Its postings may be in the event table (`withPostings`). */
export async function rowOfTerm(
  table: TableAccess,
  collection: string,
  segment: string,
  term: string,
): Promise<StoredRow | undefined> {
  const pk = keys.segment(collection, segment);
  const from = blockKey(term, 0);
  const { items } = await table.range({
    pk,
    from: FIRST_TERM,
    to: `${sortable(term)}${END}${LAST}`,
    forward: false,
    limit: 1,
  });
  const [last] = items;
  if (!last) return undefined;
  const isOwn = last.sk.startsWith(`${sortable(term)}${END}`);
  const blocks = isOwn && last.sk !== from ? [] : [last];
  if (blocks.length === 0) {
    for await (const item of table.rangeAll({ pk, from, to: `${sortable(term)}${END}${LAST}` })) blocks.push(item);
  }
  const rows = blocks.flatMap((block) => rowsIn(block).filter((row) => row.term === term));
  return rows.length === 0 ? undefined : rows.reduce(joined);
}

/** Blocks that a walk fetches at once: few at first, more while it goes on. */
export const moreBlocks = (before: number): number => Math.min(MOST_BLOCKS, before * 2);
const MOST_BLOCKS = 64;

/** A walk along postings. */
export interface WalkOrder {
  /** In date order, or against it. */
  readonly forward: boolean;
  /** Postings before this place are not needed. */
  readonly bound?: Place | undefined;
}

/** Whether a walk comes to one place before another. */
export const comesBefore = ({ forward }: WalkOrder, a: Place, b: Place): boolean =>
  forward ? inOrder(a, b) < 0 : inOrder(a, b) > 0;

/**
 * The postings that one segment without an event table has of a term, block by block. Reads no more blocks than the caller takes, and some; those before
 * the bound are skipped by halves.
 */
export async function* blocksOfTerm(
  table: TableAccess,
  pk: string,
  term: string,
  walk: WalkOrder,
): AsyncGenerator<readonly IndexedPosting[]> {
  const { forward, bound } = walk;
  const [low, high] = [blockKey(term, 0), `${sortable(term)}${END}${LAST}`];
  const { items } = await table.range({ pk, from: FIRST_TERM, to: forward ? low : high, forward: false, limit: 1 });
  const [first] = items;
  if (!first) return;
  const postingsOf = (item: Item): readonly IndexedPosting[] => {
    const postings = rowsIn(item).flatMap((row) => (row.term === term ? row.postings : []));
    return forward ? postings : postings.toReversed();
  };
  const isPassed = (postings: readonly IndexedPosting[]): boolean => {
    const last = postings.at(-1);
    return bound !== undefined && last !== undefined && comesBefore(walk, last, bound);
  };
  const postings = postingsOf(first);
  const skips = isPassed(postings);
  if (!skips) yield postings;
  // Only a term that fills more than a block has others.
  const isOwn = first.sk.startsWith(`${sortable(term)}${END}`);
  if (!isOwn || (forward ? postings.length < WITH_POSTINGS.mostPostings : first.sk === low)) return;
  let passed = numberOfBlock(first.sk);
  if (skips) {
    const ends = forward ? await table.range({ pk, from: low, to: high, forward: false, limit: 1 }) : undefined;
    let next = forward ? numberOfBlock(ends?.items[0]?.sk ?? first.sk) : 0;
    while (Math.abs(next - passed) > 2) {
      const middle = Math.round((passed + next) / 2);
      const block = await table.get({ pk, sk: blockKey(term, middle) });
      if (block && isPassed(postingsOf(block))) passed = middle;
      else next = middle;
    }
  }
  let size = 1;
  let after: Record<string, unknown> | undefined = { pk, sk: blockKey(term, passed) };
  do {
    const page = await table.range({ pk, from: low, to: high, forward, limit: size, after });
    for (const item of page.items) yield postingsOf(item);
    after = page.next;
    size = moreBlocks(size);
  } while (after);
}

/** The number of a block within its term. */
const numberOfBlock = (sk: string): number => Number(sk.slice(sk.lastIndexOf(END) + 1));

/** Rows of a segment whose terms begin with a prefix. */
export interface RowsUnder {
  readonly rows: readonly TermRow[];
  /** The last term that was read, if there are more under the prefix. */
  readonly upTo?: string | undefined;
}

/** Rows of one segment whose terms begin with a prefix, a bounded number of blocks; without postings that are in its event table. */
export async function rowsUnder(
  table: TableAccess,
  collection: string,
  segment: string,
  prefix: string,
  mostBlocks: number,
): Promise<RowsUnder> {
  const pk = keys.segment(collection, segment);
  const [before, inside] = await Promise.all([
    table.range({ pk, from: FIRST_TERM, to: sortable(prefix), forward: false, limit: 1 }),
    table.range({ pk, from: sortable(prefix), to: `${sortable(prefix)}${LAST}`, limit: mostBlocks }),
  ]);
  const blocks = new Map([...before.items, ...inside.items].map((item) => [item.sk, item]));
  const rows = [...blocks.values()].flatMap(rowsIn).filter(({ term }) => term.startsWith(prefix));
  return { rows, ...(inside.next && { upTo: rows.at(-1)?.term }) };
}
