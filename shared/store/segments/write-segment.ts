import type { IndexedEvent } from '../event-payload.ts';
import { FACET_KINDS } from '../lists/facet-lists.ts';
import type { StoreContext } from '../store-context.ts';
import { eventTableOf } from './event-table.ts';
import { readManifest, type SegmentInfo, writeManifest } from './manifest.ts';
import { blocksOf, compareTerms } from './segment.ts';
import { type IndexedPosting, inOrder, type TermRow } from './term-row.ts';
import { beginningsOf, facetTerm, nameTerm, postingOf, termsOf, topTerm } from './terms.ts';

/** An event as the index has it, and as it is from now on. Absent where it was, or is, in no list. */
export interface IndexChange {
  readonly before: Indexable | undefined;
  readonly after: Indexable | undefined;
}

/** The data of an event that the index needs. */
export interface Indexable {
  readonly event: IndexedEvent;
  /** Stems that it is found by. */
  readonly words: readonly string[];
  /** Where its head is in its bucket. */
  readonly leaf: number;
}

/** The most frequent facets of a kind that a segment names. */
export const MOST_TOP = 100;
const BLOCKS_AT_ONCE = 100;

/**
 * The rows of these changes, in order. A segment contains all of a changed event: it is listed under each of its terms,
 * and as removed under those it lost. So each segment by itself shows which events have several terms.
 */
export function rowsOfChanges(changes: readonly IndexChange[]): readonly TermRow[] {
  const rows = new Map<string, { net: number; name?: string; postings: IndexedPosting[] }>();
  const rowAt = (term: string) => {
    const row = rows.get(term) ?? { net: 0, postings: [] };
    rows.set(term, row);
    return row;
  };
  for (const { before, after } of changes) {
    const [had, has] = [before, after].map((one) =>
      one ? termsOf(one.event, one.words) : new Map<string, undefined>(),
    );
    const [was, is] = [before, after].map((one) => one && postingOf(one.event, one.leaf));
    for (const [term, facet] of has ?? []) {
      const row = rowAt(term);
      if (is) row.postings.push({ ...is, gone: false });
      if (!had?.has(term)) row.net++;
      if (facet) row.name = facet.name;
    }
    for (const [term, facet] of had ?? []) {
      if (has?.has(term)) continue;
      const row = rowAt(term);
      if (was) row.postings.push({ ...was, gone: true });
      row.net--;
      if (facet) row.name = facet.name;
    }
  }
  return withNames([...rows].map(([term, row]) => ({ term, ...row, postings: row.postings.sort(inOrder) }))).sort(
    byTerm,
  );
}

/** Adds the rows by which facets are found by name, and the most frequent ones. */
export function withNames(rows: readonly TermRow[]): TermRow[] {
  const names: TermRow[] = [];
  const all = new Map<string, [string, string, number][]>(FACET_KINDS.map((kind) => [kind, []]));
  for (const { term, net, name } of rows) {
    const facet = facetOf(term);
    if (!facet || name === undefined || net === 0) continue;
    for (const beginning of new Set(beginningsOf(name))) {
      names.push({ term: nameTerm(facet.kind, beginning, facet.id), net, name, postings: [] });
    }
    all.get(facet.kind)?.push([facet.id, name, net]);
  }
  const tops = FACET_KINDS.flatMap((kind): TermRow[] => {
    const most = (all.get(kind) ?? []).sort((a, b) => b[2] - a[2]).slice(0, MOST_TOP);
    return most.length > 0 ? [{ term: topTerm(kind), net: 0, postings: [], top: most }] : [];
  });
  return [...rows, ...names, ...tops];
}

/** The facet of a term, if it is one's. */
export function facetOf(term: string) {
  if (!term.startsWith('f|')) return undefined;
  const kind = FACET_KINDS.find((one) => term.startsWith(facetTerm({ kind: one, id: '' })));
  return kind && { kind, id: term.slice(facetTerm({ kind, id: '' }).length) };
}

const byTerm = (a: TermRow, b: TermRow): number => compareTerms(a.term, b.term);
/** Postings that an event table may have: a reader of a frequent term reads all its blocks, half a unit each. */
export const MOST_ENTRIES = 2_000;

/** Name of a segment. Those with an event table are named apart, so that neither form ever overwrites the other. */
export const segmentName = (number: string, hasEventTable: boolean, merges = 0): string =>
  `${hasEventTable ? 'e' : 's'}${number}${merges > 0 ? `^${merges}` : ''}`;
/** The number of the newest batch in a segment, and how many compactions it has been through. */
export function partsOfName(name: string): { readonly number: string; readonly merges: number } {
  const [number = '', merges = '0'] = name.slice(1).split('^');
  return { number, merges: Number(merges) };
}

/** Writes a batch's changes as a segment of their own. Again with the same number and changes, it changes nothing. */
export async function writeSegment(
  context: StoreContext,
  collection: string,
  number: string,
  changes: readonly IndexChange[],
): Promise<void> {
  const rows = rowsOfChanges(changes);
  if (rows.length === 0) return;
  const manifest = await readManifest(context, collection, { consistent: true });
  if (manifest.segments.some(({ name }) => partsOfName(name).number === number)) return;
  const segment = await putSegment(context, collection, (form) => segmentName(number, form), rows);
  await writeManifest(context, collection, { ...manifest, segments: [...manifest.segments, segment] });
}

/** Writes rows as a segment: with an event table if they are few enough for one. */
export async function putSegment(
  context: StoreContext,
  collection: string,
  nameOf: (hasEventTable: boolean) => string,
  rows: readonly TermRow[],
  between?: () => Promise<void>,
): Promise<SegmentInfo> {
  const table = eventTableOf(rows);
  const events = table.postings.length;
  const hasTable = events <= MOST_ENTRIES;
  const name = nameOf(hasTable);
  const blocks = await putBlocks(context, blocksOf(collection, name, rows, hasTable ? table : undefined), between);
  return { name, level: levelOf(blocks), ...(hasTable ? { events } : {}) };
}

/** Blocks of a segment of level 0 at most: what a takedown or a few articles make. */
const SMALL = 10;
const GROWTH = 5;

/** The level of a segment of so many blocks. */
export const levelOf = (blocks: number): number =>
  Math.max(0, Math.ceil(Math.log(Math.max(1, blocks) / SMALL) / Math.log(GROWTH)));

/** Puts blocks as they come; @returns how many. */
export async function putBlocks(
  { table }: StoreContext,
  blocks: AsyncIterable<Parameters<typeof table.writeMany>[0][number]>,
  between: () => Promise<void> = async () => undefined,
): Promise<number> {
  let count = 0;
  let some = [];
  for await (const block of blocks) {
    count++;
    some.push(block);
    if (some.length < BLOCKS_AT_ONCE) continue;
    await between();
    await table.writeMany(some, []);
    some = [];
  }
  await table.writeMany(some, []);
  return count;
}
