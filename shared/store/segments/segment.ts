import { keys, part } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { Item, TableAccess } from '../table-access.ts';
import { LAST } from '../table-access.ts';
import type { Posting } from './terms.ts';

/** What a segment says of a term. */
export interface TermRow {
  readonly term: string;
  /** Events that came under the term less those that went: over all segments, how many it has. */
  readonly net: number;
  /** The facet's name, for terms of facets and of their names. */
  readonly name?: string | undefined;
  /** In date order; `gone` for an event that the term no longer has. A newer segment's posting of an event replaces an older one's. */
  readonly postings: readonly IndexedPosting[];
  /** For the most frequent facets of a kind: id, name and net. */
  readonly top?: readonly (readonly [id: string, name: string, net: number])[] | undefined;
}

/** A posting, or the end of one. */
export interface IndexedPosting extends Posting {
  readonly gone: boolean;
}

/** Characters of an event's id: ids lie end to end. */
const ID_LENGTH = 22;
/** Rough packed sizes, for blocks of one read unit: eventually consistent, 4 KB are half of one. */
const BLOCK_BYTES = 3_600;
const POSTING_BYTES = 20;
const MOST_POSTINGS = 160;

type PackedRow = readonly [
  term: string,
  net: number,
  more: string | 0 | readonly (readonly [string, string, number])[],
  starts: readonly number[],
  widths: readonly number[],
  marks: readonly number[],
  ids: string,
  leaves: readonly number[],
];

function packRow({ term, net, name, top, postings }: TermRow): PackedRow {
  return [
    term,
    net,
    top ?? name ?? 0,
    steps(postings.map(({ start }) => start)),
    postings.map(({ start, end }) => end - start),
    postings.map(({ gone, modality, rank }) => (gone ? -1 : rank * 8 + modality)),
    postings.map(({ id }) => id).join(''),
    steps(postings.map(({ leaf }) => leaf)),
  ];
}

/** Numbers as what each is more than the one before. */
const steps = (numbers: readonly number[]): readonly number[] => numbers.map((one, n) => one - (numbers[n - 1] ?? 0));

function unpackRow([term, net, more, starts, widths, marks, ids, leaves]: PackedRow): TermRow {
  let start = 0;
  let leaf = 0;
  const postings = starts.map((step, n): IndexedPosting => {
    start += step;
    leaf += leaves[n] ?? 0;
    const mark = marks[n] ?? -1;
    return {
      id: ids.slice(n * ID_LENGTH, (n + 1) * ID_LENGTH),
      start,
      end: start + (widths[n] ?? 0),
      leaf,
      modality: mark < 0 ? 0 : mark % 8,
      rank: mark < 0 ? 0 : Math.floor(mark / 8),
      gone: mark < 0,
    };
  });
  return {
    term,
    net,
    postings,
    ...(typeof more === 'string' ? { name: more } : {}),
    ...(Array.isArray(more) ? { top: more as TermRow['top'] } : {}),
  };
}

/** A block's place: its first term, and which of the term's blocks it is. Terms are cut to what a sort key holds; long ones stay apart. */
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

/** Makes the blocks of a segment out of rows that come in the order of their terms. */
export async function* blocksOf(
  collection: string,
  segment: string,
  rows: AsyncIterable<TermRow> | Iterable<TermRow>,
): AsyncGenerator<Item> {
  const pk = keys.segment(collection, segment);
  let open: { first: string; rows: PackedRow[]; size: number } | undefined;
  const close = (): Item | undefined => {
    const block = open && { pk, sk: blockKey(open.first, 0), v: pack(open.rows) };
    open = undefined;
    return block;
  };
  for await (const row of rows) {
    const size = 12 + row.term.length + row.postings.length * POSTING_BYTES + (row.top?.length ?? 0) * 12;
    if (open && open.size + size > BLOCK_BYTES) {
      const block = close();
      if (block) yield block;
    }
    if (row.postings.length > MOST_POSTINGS) {
      const block = close();
      if (block) yield block;
      // A term that fills more than a block has blocks of its own.
      for (let n = 0; n * MOST_POSTINGS < row.postings.length; n++) {
        const some = row.postings.slice(n * MOST_POSTINGS, (n + 1) * MOST_POSTINGS);
        yield {
          pk,
          sk: blockKey(row.term, n),
          v: pack([packRow({ ...row, net: n === 0 ? row.net : 0, postings: some })]),
        };
      }
      continue;
    }
    open ??= { first: row.term, rows: [], size: 0 };
    open.rows.push(packRow(row));
    open.size += size;
  }
  const block = close();
  if (block) yield block;
}

const rowsIn = ({ v }: Item): readonly TermRow[] => (unpack(v) as PackedRow[]).map(unpackRow);

/** All rows of a segment, in order; a term's rows together. */
export async function* rowsOfSegment(table: TableAccess, collection: string, segment: string): AsyncGenerator<TermRow> {
  let open: TermRow | undefined;
  for await (const item of table.rangeAll({ pk: keys.segment(collection, segment), consistent: true })) {
    for (const row of rowsIn(item)) {
      if (open && open.term === row.term) open = joined(open, row);
      else {
        if (open) yield open;
        open = row;
      }
    }
  }
  if (open) yield open;
}

const joined = (a: TermRow, b: TermRow): TermRow => ({
  ...a,
  net: a.net + b.net,
  postings: [...a.postings, ...b.postings],
});

/** What one segment says of a term; `undefined` where it says nothing. */
export async function rowOfTerm(
  table: TableAccess,
  collection: string,
  segment: string,
  term: string,
): Promise<TermRow | undefined> {
  const pk = keys.segment(collection, segment);
  const from = blockKey(term, 0);
  const { items } = await table.range({
    pk,
    from: ' ',
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

/** Rows of one segment whose terms begin with a prefix, a bounded number of blocks. */
export async function rowsUnder(
  table: TableAccess,
  collection: string,
  segment: string,
  prefix: string,
  mostBlocks: number,
): Promise<readonly TermRow[]> {
  const pk = keys.segment(collection, segment);
  const [before, inside] = await Promise.all([
    table.range({ pk, from: ' ', to: sortable(prefix), forward: false, limit: 1 }),
    table.range({ pk, from: sortable(prefix), to: `${sortable(prefix)}${LAST}`, limit: mostBlocks }),
  ]);
  const blocks = new Map([...before.items, ...inside.items].map((item) => [item.sk, item]));
  return [...blocks.values()].flatMap(rowsIn).filter(({ term }) => term.startsWith(prefix));
}
