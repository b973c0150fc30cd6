import { keys } from '../keys.ts';
import type { StoreContext } from '../store-context.ts';
import { mergeRows } from './compact.ts';
import { withPostings } from './event-table.ts';
import { readManifest } from './manifest.ts';
import { rowOfTerm } from './segment.ts';
import type { StoredRow, TermRow } from './term-row.ts';

/**
 * The postings of each term, newest word, those that are gone left out. Read from every segment side by side. Of several terms, an event that does not
 * have all of them may be missing.
 */
export async function readTerms(
  context: StoreContext,
  collection: string,
  terms: readonly string[],
): Promise<readonly TermRow[]> {
  const { segments } = await readManifest(context, collection);
  const bySegment = await Promise.all(segments.map(({ name }) => rowsOfTerms(context, collection, name, terms)));
  return terms.map((term) => ({
    ...mergeRows(
      bySegment.flatMap((rows) => rows.get(term) ?? []),
      true,
    ),
    term,
  }));
}

async function rowsOfTerms(
  { table }: StoreContext,
  collection: string,
  segment: string,
  terms: readonly string[],
): Promise<ReadonlyMap<string, TermRow>> {
  const found = await Promise.all(terms.map((term) => rowOfTerm(table, collection, segment, term)));
  const rows = await withPostings(table, keys.segment(collection, segment), inAll(found));
  return new Map(rows.map((row) => [row.term, row]));
}

/**
 * Rows less the entries of events that some other term lacks: a segment with an event table says all of each of its events. Those that are gone from a
 * term stay, since they replace what older segments say.
 */
function inAll(rows: readonly (StoredRow | undefined)[]): readonly StoredRow[] {
  const present = rows.filter((row) => row !== undefined);
  if (present.some(({ entries }) => entries === undefined)) return present;
  const counts = new Map<number, number>();
  for (const n of present.flatMap(({ entries }) => entries?.live ?? [])) counts.set(n, (counts.get(n) ?? 0) + 1);
  return present.map(({ entries, ...row }) => ({
    ...row,
    entries: { live: entries?.live.filter((n) => counts.get(n) === rows.length) ?? [], gone: entries?.gone ?? [] },
  }));
}
