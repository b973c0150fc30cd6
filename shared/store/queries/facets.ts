import { groupedBy } from '../grouped-by.ts';
import { FACET_KINDS } from '../lists/facet-lists.ts';
import { mergeRows } from '../segments/compact.ts';
import { readManifest } from '../segments/manifest.ts';
import { compareTerms, rowOfTerm, rowsUnder } from '../segments/segment.ts';
import type { TermRow } from '../segments/term-row.ts';
import { facetTerm, nameTerm, searchable, topTerm } from '../segments/terms.ts';
import type { EventRepository, Facet } from '../store.ts';
import type { StoreContext } from '../store-context.ts';

/** Most blocks of each segment read for a prefix: a few hundred names. */
const MOST_BLOCKS = 6;

/**
 * Facets whose name, or a later word of it, begins with a prefix, by their number of events; without a prefix, the most
 * frequent of the collection. If very many names begin with a prefix, only the first of them are read.
 */
export async function facetsOfCollection(
  context: StoreContext,
  { collection, prefix, kinds, limit }: Parameters<EventRepository['facets']>[0],
): Promise<readonly Facet[]> {
  const wanted = searchable(prefix);
  const found = await Promise.all(
    (kinds?.length ? kinds : FACET_KINDS).map((kind) =>
      wanted === '' ? mostFrequent(context, collection, kind, limit) : named(context, collection, kind, wanted),
    ),
  );
  return found
    .flat()
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}

async function named(
  context: StoreContext,
  collection: string,
  kind: Facet['kind'],
  prefix: string,
): Promise<readonly Facet[]> {
  const { segments } = await readManifest(context, collection);
  const start = nameTerm(kind, prefix, '').slice(0, -1);
  const read = await Promise.all(
    segments.map(({ name }) => rowsUnder(context.table, collection, name, start, MOST_BLOCKS)),
  );
  // Beyond the last term of a segment that was not read to its end, counts would lack that segment's.
  const ends = read.flatMap(({ upTo }) => upTo ?? []);
  const isWhole = ({ term }: TermRow) => ends.every((end) => compareTerms(term, end) <= 0);
  const byTerm = groupedBy(
    read.flatMap(({ rows }) => rows.filter(isWhole)),
    ({ term }) => term,
  );
  const facets = [...byTerm].map(([term, same]) =>
    facetOfRow(kind, term.slice(term.indexOf('\u0002') + 1), mergeRows(same, true)),
  );
  // A facet is found by several words of its name.
  return [...new Map(facets.map((facet) => [facet.id, facet])).values()];
}

async function mostFrequent(
  context: StoreContext,
  collection: string,
  kind: Facet['kind'],
  limit: number,
): Promise<readonly Facet[]> {
  const { segments } = await readManifest(context, collection);
  const tops = await Promise.all(segments.map(({ name }) => rowOfTerm(context.table, collection, name, topTerm(kind))));
  const sums = new Map<string, { name: string; sum: number }>();
  for (const [id, name, net] of tops.flatMap((row) => row?.top ?? [])) {
    sums.set(id, { name, sum: (sums.get(id)?.sum ?? 0) + net });
  }
  // Segments name their own most frequent: with few segments the sums are counts, else near them; the counts of those shown are exact.
  const candidates = [...sums].sort((a, b) => b[1].sum - a[1].sum).slice(0, limit);
  if (segments.length === 1) return candidates.map(([id, { name, sum }]) => ({ kind, id, name, count: sum }));
  return Promise.all(
    candidates.map(async ([id, { name }]) => {
      const term = facetTerm({ kind, id });
      const rows = await Promise.all(
        segments.map((segment) => rowOfTerm(context.table, collection, segment.name, term)),
      );
      const net = rows.reduce((sum, row) => sum + (row?.net ?? 0), 0);
      return { kind, id, name, count: net };
    }),
  );
}

const facetOfRow = (kind: Facet['kind'], id: string, { name, net }: TermRow): Facet => ({
  kind,
  id,
  name: name ?? id,
  count: net,
});
