import type { Item, TableAccess } from '../dynamo/table-access.ts';
import { pack, unpack } from '../packing.ts';
import {
  type Entries,
  type IndexedPosting,
  inOrder,
  markOf,
  ofMark,
  type StoredRow,
  steps,
  sums,
  type TermRow,
} from './term-row.ts';

/**
 * The event table of a small segment: each posting once, in date order. Rows of terms name postings by their numbers: an event of thirty terms
 * takes a byte or two under each instead of its id and its days, and a reader of a term reads a block or two more.
 */
export interface EventTable {
  readonly postings: readonly IndexedPosting[];
  readonly entriesOf: (row: TermRow) => Entries;
}

/** Entries of a block: about three kilobytes, half a read unit. */
const ENTRIES = 170;
const BUCKET_LENGTH = 11;
/** Sorts before all terms. */
const MARK = '!';
/** A sort key after the blocks of the event table and before all terms. */
export const FIRST_TERM = '"';

type PackedEntries = readonly [
  starts: readonly number[],
  widths: readonly number[],
  marks: readonly number[],
  buckets: readonly string[],
  bucketOf: readonly number[],
  owns: string,
  leaves: readonly number[],
];

/** The event table of rows. */
export function eventTableOf(rows: readonly TermRow[]): EventTable {
  const distinct = new Map(rows.flatMap(({ postings }) => postings.map((posting) => [nameOf(posting), posting])));
  const postings = [...distinct.values()].sort((a, b) => inOrder(a, b) || (nameOf(a) < nameOf(b) ? -1 : 1));
  const numbers = new Map(postings.map((posting, n) => [nameOf(posting), n]));
  const numbersOf = (some: readonly IndexedPosting[]) => some.map((one) => numbers.get(nameOf(one)) ?? 0);
  return {
    postings,
    entriesOf: ({ postings: own }) => ({
      live: numbersOf(own.filter(({ gone }) => !gone)),
      gone: numbersOf(own.filter(({ gone }) => gone)),
    }),
  };
}

const nameOf = (posting: IndexedPosting): string =>
  `${posting.id} ${posting.start} ${posting.end} ${posting.leaf} ${markOf(posting)}`;

const blockKey = (n: number): string => `${MARK}${String(n).padStart(4, '0')}`;

/** The blocks of an event table. */
export function* eventBlocks(pk: string, { postings }: EventTable): Generator<Item> {
  for (let n = 0; n * ENTRIES < postings.length; n++) {
    const some = postings.slice(n * ENTRIES, (n + 1) * ENTRIES);
    const buckets = [...new Set(some.map(({ id }) => id.slice(0, BUCKET_LENGTH)))];
    const numbers = new Map(buckets.map((bucket, at) => [bucket, at]));
    const packed: PackedEntries = [
      steps(some.map(({ start }) => start)),
      some.map(({ start, end }) => end - start),
      some.map(markOf),
      buckets,
      some.map(({ id }) => numbers.get(id.slice(0, BUCKET_LENGTH)) ?? 0),
      some.map(({ id }) => id.slice(BUCKET_LENGTH)).join(''),
      steps(some.map(({ leaf }) => leaf)),
    ];
    yield { pk, sk: blockKey(n), v: pack(packed) };
  }
}

/** Whether an item is a block of an event table. */
export const isEventBlock = ({ sk }: Item): boolean => sk.startsWith(MARK);

/** The postings of a block. */
export function postingsIn({ v }: Item): readonly IndexedPosting[] {
  const [starts, widths, marks, buckets, bucketOf, owns, leaves] = unpack(v) as PackedEntries;
  const leafOf = sums(leaves);
  const length = owns.length / Math.max(1, starts.length);
  return sums(starts).map((start, n) => ({
    id: `${buckets[bucketOf[n] ?? 0]}${owns.slice(n * length, (n + 1) * length)}`,
    start,
    end: start + (widths[n] ?? 0),
    leaf: leafOf[n] ?? 0,
    ...ofMark(marks[n] ?? -1),
  }));
}

/** Rows of one segment with their postings, read from its event table where they are numbers. */
export async function withPostings(
  table: TableAccess,
  pk: string,
  rows: readonly StoredRow[],
): Promise<readonly TermRow[]> {
  const named = rows.flatMap(({ entries }) => (entries ? [...entries.live, ...entries.gone] : []));
  const blocks = [...new Set(named.map((n) => Math.floor(n / ENTRIES)))];
  const items = await table.getMany(blocks.map((n) => ({ pk, sk: blockKey(n) })));
  const found = new Map(items.map((item) => [item.sk, postingsIn(item)]));
  return rows.map((row) => resolved(row, (n) => found.get(blockKey(Math.floor(n / ENTRIES)))?.[n % ENTRIES]));
}

/** Numbers that lie in one block of an event table. */
export interface NumbersOfBlock {
  readonly block: number;
  readonly numbers: number[];
}

/** Numbers by the blocks that they lie in, in the order in which they come. */
export function numbersByBlock(numbers: readonly number[]): readonly NumbersOfBlock[] {
  const blocks: NumbersOfBlock[] = [];
  for (const n of numbers) {
    const block = Math.floor(n / ENTRIES);
    const last = blocks.at(-1);
    if (last?.block === block) last.numbers.push(n);
    else blocks.push({ block, numbers: [n] });
  }
  return blocks;
}

/** The postings of some numbers of an event table, in the order of the numbers. */
export async function entriesAt(
  table: TableAccess,
  pk: string,
  blocks: readonly NumbersOfBlock[],
): Promise<readonly IndexedPosting[]> {
  const items = await table.getMany(blocks.map(({ block }) => ({ pk, sk: blockKey(block) })));
  const found = new Map(items.map((item) => [item.sk, postingsIn(item)]));
  return blocks.flatMap(({ block, numbers }) =>
    numbers.flatMap((n) => found.get(blockKey(block))?.[n % ENTRIES] ?? []),
  );
}

/** A row whose numbers are looked up. */
export function resolved(row: StoredRow, entryAt: (n: number) => IndexedPosting | undefined): TermRow {
  const { entries, ...rest } = row;
  if (entries === undefined) return rest;
  const postings = [...entries.live, ...entries.gone].flatMap((n) => entryAt(n) ?? []);
  return { ...rest, postings: postings.sort(inOrder) };
}
