import { giveWay } from '../give-way.ts';
import { keys } from '../keys.ts';
import type { StoreContext } from '../store-context.ts';
import type { Head } from './bucket.ts';
import { splitEventId } from './event-id.ts';
import { leafOfItem } from './leaves.ts';

/** Where an event's head is: postings say it. */
export interface HeadPlace {
  readonly id: string;
  readonly leaf: number;
}

/** As many as one request fetches. */
const LEAVES_AT_ONCE = 100;

/** Heads of events, unordered; deleted events and those that became part of another are left out. */
export async function readHeads(
  { table }: Pick<StoreContext, 'table'>,
  places: readonly HeadPlace[],
  options: { readonly consistent?: boolean } = {},
): Promise<readonly Head[]> {
  const wanted = new Set(places.map(({ id }) => id));
  const leaves = places.flatMap(({ id, leaf }) => {
    const bucket = splitEventId(id)?.bucket;
    return bucket === undefined ? [] : [keys.leaf(bucket, leaf)];
  });
  const unique = [...new Map(leaves.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const found: Head[] = [];
  // A leaf holds a dozen events beside the wanted one: those of a frequent facet's leaves would fill the memory.
  for (let i = 0; i < unique.length; i += LEAVES_AT_ONCE) {
    const items = await table.getMany(unique.slice(i, i + LEAVES_AT_ONCE), options);
    for (const item of items) {
      await giveWay();
      const { heads } = leafOfItem(item);
      found.push(...heads.filter(({ event, movedTo }) => movedTo === undefined && wanted.has(event.id)));
    }
  }
  return found;
}
