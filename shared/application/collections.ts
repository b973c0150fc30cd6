import { type Caller, may } from '../http/caller.ts';
import type { Repositories } from '../store/store.ts';

/** Counts and bounds of a collection. */
export interface CollectionSummary {
  readonly name: string;
  readonly events: number;
  /** First day of the earliest event, and last day of the event that begins last; `null` without events. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Names of the collections that a caller may read, in alphabetical order; always includes `main`. */
export async function collectionNamesFor(
  { articles, timelines }: Repositories,
  caller: Caller,
): Promise<readonly string[]> {
  const [named, saved] = await Promise.all([articles.collections(), timelines.list({})]);
  const all = new Set(['main', ...named, ...saved.map(({ collection }) => collection)]);
  return [...all].filter((name) => may(caller, 'read', name)).sort();
}

/** The same with counts and bounds: three small reads each. */
export async function collectionsFor(store: Repositories, caller: Caller): Promise<readonly CollectionSummary[]> {
  return Promise.all(
    (await collectionNamesFor(store, caller)).map(async (name) => {
      const edge = (order: 'asc' | 'desc') => store.events.list({ collection: name }, { order, limit: 1 });
      const [overview, first, last] = await Promise.all([
        store.events.overview({ collection: name }, 1),
        edge('asc'),
        edge('desc'),
      ]);
      return {
        name,
        events: overview.total,
        first: first.events[0]?.date.start ?? null,
        last: last.events[0]?.date.end ?? null,
      };
    }),
  );
}

/** Most edits between a mistyped and the intended name. */
const MOST_EDITS = 2;

/** The closest existing name: at most two edits away, or with a common prefix. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((one) => ({ one, edits: one.startsWith(name) || name.startsWith(one) ? 1 : editsBetween(name, one) }))
    .filter(({ edits }) => edits <= MOST_EDITS)
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.one;
}

/** Levenshtein distance. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
