import type { IndexedEvent } from '../event-payload.ts';
import { FACET_KINDS } from '../lists/facet-lists.ts';
import type { StoreContext } from '../stored.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { blocksOf, compareTerms, type IndexedPosting, type TermRow } from './segment.ts';
import { beginningsOf, facetTerm, nameTerm, postingOf, termsOf, topTerm } from './terms.ts';

/** An event as the index has it, and as it is from now on. Absent where it was, or is, in no list. */
export interface IndexChange {
  readonly before: Indexable | undefined;
  readonly after: Indexable | undefined;
}

/** What the index needs to know of an event. */
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

/** The rows that say these changes, in order. */
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
    const isSame = JSON.stringify(was) === JSON.stringify(is);
    for (const [term, facet] of has ?? []) {
      const isNew = !had?.has(term);
      if (!isNew && isSame) continue;
      const row = rowAt(term);
      if (is) row.postings.push({ ...is, gone: false });
      if (isNew) row.net++;
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
/** Postings in date order. */
export const inOrder = (a: IndexedPosting, b: IndexedPosting): number =>
  a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Writes a batch's changes as a segment of their own. Again with the same name and changes, it changes nothing. */
export async function writeSegment(
  context: StoreContext,
  collection: string,
  name: string,
  changes: readonly IndexChange[],
): Promise<void> {
  const rows = rowsOfChanges(changes);
  if (rows.length === 0) return;
  const blocks = await putBlocks(context, blocksOf(collection, name, rows));
  const manifest = await readManifest(context, collection, { consistent: true });
  if (manifest.segments.some((segment) => segment.name === name)) return;
  await writeManifest(context, collection, {
    ...manifest,
    segments: [...manifest.segments, { name, level: levelOf(blocks) }],
  });
}

/** Blocks of a segment of level 0 at most: what a takedown or a few articles make. */
const SMALL = 40;
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
