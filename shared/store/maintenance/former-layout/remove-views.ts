import type { Item } from '../../dynamo/table-access.ts';
import { formerKeys } from '../../former-keys.ts';
import type { ListName } from '../../keys.ts';
import { FACET_KINDS, listOf } from '../../lists/facet-lists.ts';
import type { StoreContext } from '../../store-context.ts';

const REMOVED_AT_ONCE = 500;

/**
 * Removes a collection's former lists, tiles and facets. A facet's entry goes after its list, so that what is left can be found by the next call.
 *
 * @param mayGoOn Asked before each list.
 * @returns false where it stopped before the end.
 */
export async function removeFormerViews(
  context: StoreContext,
  collection: string,
  mayGoOn: () => boolean,
): Promise<boolean> {
  for (const kind of FACET_KINDS) {
    const cleared = new Set<string>();
    for await (const item of context.table.rangeAll({ pk: formerKeys.facets(collection, kind), consistent: true })) {
      if (!mayGoOn()) return false;
      const { id } = item.v as { readonly id: string };
      // The same facet is entered once for each word of its name.
      if (!cleared.has(id)) await removeList(context, listOf(collection, { kind, id }));
      cleared.add(id);
      await context.table.writeMany([], [item]);
    }
    await removePartition(context, formerKeys.facetRanks(collection, kind));
  }
  if (!mayGoOn()) return false;
  await removeList(context, listOf(collection));
  return true;
}

async function removeList(context: StoreContext, list: ListName): Promise<void> {
  for (const pk of formerKeys.list(list)) await removePartition(context, pk);
}

async function removePartition({ table }: StoreContext, pk: string): Promise<void> {
  let some: Item[] = [];
  for await (const item of table.rangeAll({ pk, consistent: true })) {
    some.push(item);
    if (some.length < REMOVED_AT_ONCE) continue;
    await table.writeMany([], some);
    some = [];
  }
  if (some.length > 0) await table.writeMany([], some);
}
