import { dayNumber } from '../../time/day.ts';
import { LAST } from '../dynamo/table-access.ts';
import { builderShardOf, keys, type ListName } from '../keys.ts';
import type { StoreContext } from '../store-context.ts';
import { collectionOf } from './facet-lists.ts';

/**
 * Reading a facet with more events than this from the index costs more than ten read units: one for two of its events, and some for the
 * blocks of the index. From a list of its own a page costs six, so readers request a list.
 */
const WORTH_LIST = 8;
/** A list that is read is requested anew after so many days; one that is not requested for `UNUSED_DAYS` is removed. */
export const REQUEST_AGAIN_DAYS = 7;
/** Days after the last request for which a list is kept. */
export const UNUSED_DAYS = 30;
/** A process repeats a request after this time at the earliest. */
const REPEAT_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;
/** Names of lists are sort keys of requests; a sort key has 1,024 bytes. */
const MOST_BYTES = 900;

/** Whether a list would make reading a facet with so many events cheaper. */
export const isWorthList = ({ worthList }: Pick<StoreContext, 'worthList'>, events: number): boolean =>
  events > (worthList ?? WORTH_LIST);

/** Whether the last request for a list is so long ago that its readers repeat it. @param day Day number of that request; absent for a list that needs none. */
export const isRequestedAgain = ({ now }: Pick<StoreContext, 'now'>, day: number | undefined): boolean =>
  day !== undefined && dayNumber(now().slice(0, 10)) - day >= REQUEST_AGAIN_DAYS;

/**
 * Asks the builder to keep a list for a facet. Costs a write unit, at most once in ten minutes for each process. A reader's answer does not
 * depend on it, so it never fails: a later reader asks again.
 */
export async function requestList(context: StoreContext, list: ListName): Promise<void> {
  const { table, now, unfolded, requestedLists: known } = context;
  const at = Date.parse(now());
  if (at - (known.get(list) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS) return;
  if (Buffer.byteLength(list) > MOST_BYTES) return;
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(list, at);
  const shard = builderShardOf(collectionOf(list));
  try {
    await table.put({ ...keys.listRequest(list) });
    unfolded.add(shard);
  } catch {
    known.delete(list);
  }
}

/** The lists that readers of a shard's collections have requested, at most so many. */
export async function requestedLists(
  { table }: Pick<StoreContext, 'table'>,
  shard: number,
  most: number,
): Promise<readonly ListName[]> {
  const from = `${shard}|`;
  const page = await table.range({ pk: keys.listRequests, from, to: `${from}${LAST}`, limit: most, consistent: true });
  return page.items.map(({ sk }) => sk.slice(from.length));
}

/** Shards with requests, of the first hundred requests. */
export async function shardsWithRequests({ table }: Pick<StoreContext, 'table'>): Promise<ReadonlySet<number>> {
  const { items } = await table.range({ pk: keys.listRequests, limit: 100, consistent: true });
  return new Set(items.map(({ sk }) => Number(sk.split('|')[0])));
}
