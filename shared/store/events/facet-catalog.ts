import { keys, part } from '../keys.ts';
import type { TableAccess } from '../table-access.ts';
import type { IndexedEvent } from './event-payload.ts';
import { facetsOf } from './lists.ts';

const REMEMBERED = 100_000;

/** What prefix search compares: lower case, no accents. */
export const searchable = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Words of a name that a search may begin with. */
const MOST_WORDS = 4;

/** A name from each of its words on: "Neil Armstrong" is found by "neil" and by "arms". */
const beginnings = (text: string): readonly string[] => {
  const words = text.split(' ');
  return words.slice(0, MOST_WORDS).map((_, i) => words.slice(i).join(' '));
};

/** The facets of each collection by name. Entered before the first entry of their list; counts are read from the list itself. */
export function facetCatalog(table: TableAccess) {
  const known = new Set<string>();
  return {
    async admit(event: IndexedEvent): Promise<void> {
      const items = facetsOf(event)
        .flatMap(({ kind, id, name }) =>
          beginnings(searchable(name)).map((text) => ({
            pk: keys.facets(event.collection, kind),
            sk: `${part(text.slice(0, 200))}|${part(id)}`,
            v: { id, name },
          })),
        )
        .filter(({ pk, sk }) => !known.has(`${pk}\n${sk}`));
      if (items.length === 0) return;
      await table.writeMany(items, []);
      if (known.size > REMEMBERED) known.clear();
      for (const { pk, sk } of items) known.add(`${pk}\n${sk}`);
    },
  };
}

/** The catalogue of one table, with what this process has entered already. */
export type FacetCatalog = ReturnType<typeof facetCatalog>;
