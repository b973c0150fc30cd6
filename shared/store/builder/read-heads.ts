import { keys } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import { type Head, headOf, splitEventId } from './bucket.ts';

/** Heads of events by id, in no order; those that are none, or became part of another, are left out. */
export async function readHeads(
  { table }: Pick<StoreContext, 'table'>,
  ids: readonly string[],
  options: { readonly consistent?: boolean } = {},
): Promise<readonly Head[]> {
  const places = [...new Set(ids)].flatMap((id) => splitEventId(id) ?? []);
  const items = await table.getMany(
    places.map(({ bucket, own }) => keys.head(bucket, own)),
    options,
  );
  return items.map((item) => headOf(keys.bucketOf(item.pk), item)).filter(({ movedTo }) => movedTo === undefined);
}
