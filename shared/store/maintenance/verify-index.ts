import type { Head } from '../builder/bucket.ts';
import { hash64 } from '../builder/event-id.ts';
import { keys } from '../keys.ts';
import { mergeRows } from '../segments/compact.ts';
import { readManifest } from '../segments/manifest.ts';
import { rowsOfSegment } from '../segments/segment.ts';
import type { TermRow } from '../segments/term-row.ts';
import { topTerm } from '../segments/terms.ts';
import { rowsOfChanges } from '../segments/write-segment.ts';
import type { StoreContext } from '../store-context.ts';
import { type Difference, difference } from './difference.ts';

/** Compares the content of all segments together with the events of a collection. */
export async function* verifyIndex(
  context: StoreContext,
  collection: string,
  heads: readonly Head[],
): AsyncGenerator<Difference> {
  const expected = new Map<string, string>();
  const all = heads.map((after) => ({ before: undefined, after }));
  for (const row of rowsOfChanges(all)) expected.set(row.term, saidBy(row));
  const found = new Map<string, TermRow[]>();
  const { segments } = await readManifest(context, collection, { consistent: true });
  for (const { name } of segments) {
    for await (const row of rowsOfSegment(context.table, collection, name)) {
      const rows = found.get(row.term);
      if (rows) rows.push(row);
      else found.set(row.term, [row]);
    }
  }
  const key = (sk: string) => ({ pk: keys.segment(collection, ''), sk });
  for (const [term, rows] of found) {
    if (term.startsWith(topTerm('' as never))) continue;
    const said = saidBy(mergeRows(rows, true));
    const wanted = expected.get(term) ?? NOTHING;
    if (said !== wanted) yield difference('posting', key(term), wanted, said);
    expected.delete(term);
  }
  for (const [term, wanted] of expected) {
    if (!term.startsWith(topTerm('' as never))) yield difference('posting', key(term), wanted, 'nothing');
  }
}

/** How many events a term has, and which. */
const saidBy = ({ net, postings }: TermRow): string =>
  `${net} events: ${hash64(JSON.stringify(postings.map(({ id, start, end, modality, leaf, rank }) => [id, start, end, modality, leaf, rank])))}`;

const NOTHING = saidBy({ term: '', net: 0, postings: [] });
