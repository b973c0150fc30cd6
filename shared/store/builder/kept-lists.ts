import type { Item } from '../dynamo/table-access.ts';
import { keys, type ListName } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { StoreContext } from '../store-context.ts';

/** The facet lists of one collection. */
export interface KeptLists {
  /** Each list that is kept, with the day number of the last request; `undefined` for a frequent facet, whose list nobody has to request. */
  readonly lists: ReadonlyMap<ListName, number | undefined>;
  /** Lists that readers no longer use, whose rows and tiles are still to be removed. */
  readonly gone: readonly ListName[];
}

/** As earlier releases wrote it, or with days and with the lists that are being removed. */
type Stored =
  | readonly ListName[]
  | { readonly lists: readonly (readonly [list: ListName, day: number | null])[]; readonly gone: readonly ListName[] };

/** Lists of earlier releases were last requested before all days that count. */
const LONG_AGO = 0;

/** The facet lists of a collection, from the cache where it has them. */
export async function keptLists(
  { table }: Pick<StoreContext, 'table'>,
  cache: { readonly kept: Map<string, KeptLists> },
  collection: string,
): Promise<KeptLists> {
  const known = cache.kept.get(collection);
  if (known) return known;
  const item = await table.get(keys.keptLists(collection), { consistent: true });
  const stored = item ? (unpack(item.v) as Stored) : [];
  const kept: KeptLists =
    'lists' in stored
      ? { lists: new Map(stored.lists.map(([list, day]) => [list, day ?? undefined])), gone: stored.gone }
      : { lists: new Map(stored.map((list) => [list, LONG_AGO])), gone: [] };
  cache.kept.set(collection, kept);
  return kept;
}

/** The item that keeps them. */
export function keptItem(collection: string, { lists, gone }: KeptLists): Item {
  const stored: Stored = { lists: [...lists].sort().map(([list, day]) => [list, day ?? null]), gone };
  return { ...keys.keptLists(collection), v: pack(stored) };
}
