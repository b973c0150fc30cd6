import type { Posting } from './terms.ts';

/** A segment's entry for a term. */
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

/** Postings by their numbers in the segment's event table, ascending. */
export interface Entries {
  readonly live: readonly number[];
  readonly gone: readonly number[];
}

/** A row as it is read: of a segment with an event table, it has entries for postings. */
export interface StoredRow extends TermRow {
  readonly entries?: Entries | undefined;
}

/** Characters of an event's id: ids lie end to end. */
const ID_LENGTH = 22;

type PackedTerm = readonly [term: string, net: number, more: string | 0 | NonNullable<TermRow['top']>];

/** A row with its postings in it, or with the numbers of its postings in the segment's event table. */
export type PackedRow =
  | readonly [
      ...PackedTerm,
      starts: readonly number[],
      widths: readonly number[],
      marks: readonly number[],
      ids: string,
      leaves: readonly number[],
    ]
  | readonly [...PackedTerm, live: readonly number[], gone?: readonly number[]];

const packedTerm = ({ term, net, name, top }: TermRow): PackedTerm => [term, net, top ?? name ?? 0];

/** Packs a row with all that its postings say. */
export const packRow = (row: TermRow): PackedRow => [
  ...packedTerm(row),
  steps(row.postings.map(({ start }) => start)),
  row.postings.map(({ start, end }) => end - start),
  row.postings.map(markOf),
  row.postings.map(({ id }) => id).join(''),
  steps(row.postings.map(({ leaf }) => leaf)),
];

/** Packs a row whose postings are in the event table. */
export const packEntries = (row: TermRow, { live, gone }: Entries): PackedRow =>
  gone.length > 0 ? [...packedTerm(row), steps(live), steps(gone)] : [...packedTerm(row), steps(live)];

/** The row that was packed. */
export function unpackRow([term, net, more, first, ...postings]: PackedRow): StoredRow {
  const row = {
    term,
    net,
    ...(typeof more === 'string' ? { name: more } : {}),
    ...(Array.isArray(more) ? { top: more as TermRow['top'] } : {}),
  };
  const [second, marks, ids, leaves] = postings;
  if (marks === undefined || ids === undefined || leaves === undefined) {
    return { ...row, postings: [], entries: { live: sums(first), gone: sums(second ?? []) } };
  }
  const leafOf = sums(leaves);
  return {
    ...row,
    postings: sums(first).map(
      (start, n): IndexedPosting => ({
        id: ids.slice(n * ID_LENGTH, (n + 1) * ID_LENGTH),
        start,
        end: start + (second?.[n] ?? 0),
        leaf: leafOf[n] ?? 0,
        ...ofMark(marks[n] ?? -1),
      }),
    ),
  };
}

/** Modality and rank of a posting in one number, -1 for the end of one. */
export const markOf = ({ gone, modality, rank }: IndexedPosting): number => (gone ? -1 : rank * 8 + modality);
/** Decodes a mark. */
export const ofMark = (mark: number): Pick<IndexedPosting, 'gone' | 'modality' | 'rank'> =>
  mark < 0 ? { gone: true, modality: 0, rank: 0 } : { gone: false, modality: mark % 8, rank: Math.floor(mark / 8) };

/** Numbers as what each is more than the one before. */
export const steps = (numbers: readonly number[]): readonly number[] =>
  numbers.map((one, n) => one - (numbers[n - 1] ?? 0));

/** The numbers that such steps lead to. */
export function sums(numbers: readonly number[]): readonly number[] {
  let sum = 0;
  return numbers.map((step) => {
    sum += step;
    return sum;
  });
}

/** A place in date order. */
export type Place = Pick<IndexedPosting, 'start' | 'end' | 'id'>;

/** Date order. */
export const inOrder = (a: Place, b: Place): number =>
  a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
