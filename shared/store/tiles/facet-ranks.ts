import { TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import { fromPayload, type Payload } from '../events/event-payload.ts';
import { facetsOf } from '../events/lists.ts';
import { keys, type ListName, positionOf, unpart } from '../keys.ts';
import { unpack } from '../packing.ts';
import type { StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import { pageKey } from './tile-page.ts';

/** Steps of a facet's rank for each doubling of its events: the rank is rewritten that often on the way to a million, not a million times. */
const STEPS = 2;

/**
 * Writes the top page of a list's pyramid, and moves its facet among the others of its kind when its number of events has changed enough.
 *
 * @param before The top page as it was read.
 * @param v Packed tiles; absent for a list that has none.
 * @returns false where somebody else wrote the page meanwhile.
 */
export async function rankFacet(
  context: StoreContext,
  list: ListName,
  before: Item | undefined,
  count: number,
  v?: Uint8Array,
): Promise<boolean> {
  const { table } = context;
  const rank = rankOf(list, count);
  const same = v === undefined || (before?.v !== undefined && Buffer.compare(before.v as Uint8Array, v) === 0);
  if (before && same && before.b === rank?.sk) return true;
  if (rank && before?.b !== rank.sk)
    await table.writeMany([{ ...rank, v: { id: rank.id, name: await nameOf(context, list) } }], []);
  const { stored } = await table.put(
    {
      ...pageKey(list, TOP_PAGE),
      n: Number(before?.n ?? 0) + 1,
      c: count,
      ...(v ? { v } : {}),
      ...(rank ? { b: rank.sk } : {}),
    },
    before ? { expression: 'n = :n', values: { ':n': before.n } } : { expression: 'attribute_not_exists(pk)' },
  );
  if (stored && rank && before?.b !== undefined && before.b !== rank.sk) {
    await table.writeMany([], [{ pk: rank.pk, sk: String(before.b) }]);
  }
  return stored;
}

function rankOf(list: ListName, count: number) {
  const [collection = '', kind, id] = list.split('|').map(unpart);
  if (kind === undefined || id === undefined) return undefined;
  const step = count === 0 ? 0 : 1 + Math.floor(Math.log2(count) * STEPS);
  const order = String(999 - step).padStart(3, '0');
  return { pk: keys.facetRanks(collection, kind), sk: `${order}|${list.split('|')[2]}`, id };
}

/** The facet's name, as any event of its list has it. */
async function nameOf({ table }: StoreContext, list: ListName): Promise<string> {
  const [collection = '', kind, id = ''] = list.split('|').map(unpart);
  const [entry] = (await table.range({ pk: keys.list(list), limit: 1 })).items;
  if (!entry) return id;
  const event = fromPayload(positionOf(entry.sk).id, collection, unpack(entry.v) as Payload);
  return facetsOf(event).find((facet) => facet.kind === kind && facet.id === id)?.name ?? id;
}
