import type { StoreContext } from '../stored.ts';
import { mergeRows } from './compact.ts';
import { readManifest } from './manifest.ts';
import { rowOfTerm, type TermRow } from './segment.ts';

/** The postings of each term, newest word, those that are gone left out. Read from every segment side by side. */
export async function readTerms(
  context: StoreContext,
  collection: string,
  terms: readonly string[],
): Promise<readonly TermRow[]> {
  const { segments } = await readManifest(context, collection);
  return Promise.all(
    terms.map(async (term) => {
      const rows = await Promise.all(segments.map(({ name }) => rowOfTerm(context.table, collection, name, term)));
      return {
        ...mergeRows(
          rows.filter((row) => row !== undefined),
          true,
        ),
        term,
      };
    }),
  );
}
