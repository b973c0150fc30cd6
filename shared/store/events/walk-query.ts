import { TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import type { PageRequest } from '../../timeline/query.ts';
import { type ListName, positionOf } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import { pageKey } from '../tiles/tile-page.ts';
import { type Entry, walkList } from './list-reader.ts';
import { listOf } from './lists.ts';
import { FIRST_DAY, type Plan } from './query-filter.ts';

/** The shortest list that holds every event of a query: all of the collection, or the rarest of its facets. */
export async function rarestList({ table }: StoreContext, plan: Plan): Promise<ListName> {
  const lists = plan.facets.map((facet) => listOf(plan.collection, facet));
  const [first] = lists;
  if (first === undefined) return listOf(plan.collection);
  if (lists.length === 1) return first;
  const tops = await table.getMany([...new Set(lists)].map((list) => pageKey(list, TOP_PAGE)));
  const counts = new Map(tops.map((top) => [top.pk, Number(top.c)]));
  // A list whose length was never written down is a new one, or short.
  const length = (list: ListName) => counts.get(pageKey(list, TOP_PAGE).pk) ?? 0;
  return [...lists].sort((a, b) => length(a) - length(b) || (a < b ? -1 : 1))[0] ?? first;
}

/** Entries of a list that meet a plan's days, in order. Other filters are the caller's. */
export async function* walkQuery(
  context: StoreContext,
  walk: {
    readonly plan: Plan;
    readonly list: ListName;
    readonly order: PageRequest['order'];
    readonly after?: string | undefined;
    readonly expected: number;
  },
): AsyncGenerator<Entry> {
  const { plan, list, order, after, expected } = walk;
  // Nothing reaches into a range without a beginning, nor into what comes after its first day.
  const inside = order === 'asc' && after !== undefined && positionOf(after).start >= plan.from;
  const none = plan.within || plan.from === FIRST_DAY || inside;
  const widthClasses = async () => (none ? [] : context.census.of(list));
  yield* walkList(context, { plan, list, widthClasses, forward: order === 'asc', after, expected });
}
