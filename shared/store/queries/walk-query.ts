import { TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import type { PageRequest } from '../../timeline/query.ts';
import { readHeads } from '../builder/read-heads.ts';
import type { Item } from '../dynamo/table-access.ts';
import type { IndexedEvent } from '../event-payload.ts';
import { dayKey, type ListName, positionOf } from '../keys.ts';
import { listOf } from '../lists/facet-lists.ts';
import { isRequestedAgain, isWorthList, requestList } from '../lists/list-request.ts';
import { eventOf, rowKey } from '../lists/rows.ts';
import { DAYS, mayReachInto, walkList } from '../lists/walk-list.ts';
import { readTerms } from '../segments/read-terms.ts';
import type { Place } from '../segments/term-row.ts';
import { type Posting, termsOf } from '../segments/terms.ts';
import { walkTerms } from '../segments/walk-terms.ts';
import type { StoreContext } from '../store-context.ts';
import { pageKey } from '../tiles/tile-page.ts';
import type { Plan } from './query-filter.ts';

/** An event that a walk comes to, unpacked when asked for. */
export interface Entry {
  readonly key: string;
  readonly event: () => IndexedEvent;
}

/** The list that holds every event of a query, with its top page: the collection's, or that of its one facet if it is kept. */
export async function listFor(
  context: StoreContext,
  { collection, facets, terms }: Plan,
): Promise<{ readonly list: ListName; readonly top: Item | undefined } | undefined> {
  if (terms.length > 1) return undefined;
  const list = listOf(collection, facets[0]);
  if (terms.length === 1 && facets.length === 0) return undefined;
  const top = await context.table.get(pageKey(list, TOP_PAGE));
  if (isRequestedAgain(context, top?.r as number | undefined)) await requestList(context, list);
  // A facet's list is kept where it has tiles; the collection's always is.
  return top || terms.length === 0 ? { list, top } : undefined;
}

/** Events that a query's days and terms fit, in order. Other filters are the caller's. */
export async function* walkQuery(
  context: StoreContext,
  walk: {
    readonly plan: Plan;
    readonly order: PageRequest['order'];
    readonly after?: string | undefined;
    readonly expected: number;
  },
): AsyncGenerator<Entry> {
  const { plan, order, after, expected } = walk;
  const { from, to, within } = plan;
  const forward = order === 'asc';
  // The collection's list is always kept. Its top page only names the width classes that are to be looked into.
  const needsTopPage = plan.terms.length > 0 || mayReachInto({ from, within, forward, after });
  const found = needsTopPage ? await listFor(context, plan) : { list: listOf(plan.collection), top: undefined };
  if (!found) {
    yield* walkPostings(context, plan, order, after, expected);
    return;
  }
  const widthClasses = (found.top?.w as number[] | undefined) ?? [];
  for await (const row of walkList(context, {
    list: found.list,
    from,
    to,
    within,
    widthClasses,
    forward,
    after,
    expected,
  })) {
    let event: IndexedEvent | undefined;
    yield {
      key: row.key,
      event: () => {
        event ??= eventOf(row, plan.collection);
        return event;
      },
    };
  }
}

/** Postings of all events that have all of a plan's terms and meet its days, in date order. */
export async function postingsOf(context: StoreContext, plan: Plan): Promise<readonly Posting[]> {
  const terms = await readTerms(context, plan.collection, [...new Set(plan.terms)]);
  const [rarest, ...others] = [...terms].sort((a, b) => a.postings.length - b.postings.length);
  const sets = others.map(({ postings }) => new Set(postings.map(({ id }) => id)));
  const postings = rarest?.postings ?? [];
  await requestListFor(context, plan, postings.length);
  return postings.filter((posting) => sets.every((set) => set.has(posting.id)) && meets(plan, posting));
}

const meets = ({ from, to, within }: Plan, { start, end }: Posting): boolean =>
  within ? start >= from && end <= to : start <= to && end >= from;

/** Requests a list for the one facet of a query that was answered from the index. @param events How many events of the facet were found. */
async function requestListFor(
  context: StoreContext,
  { collection, facets, terms }: Plan,
  events: number,
): Promise<void> {
  const [facet] = facets;
  if (facet && terms.length === 1 && isWorthList(context, events))
    await requestList(context, listOf(collection, facet));
}

/** The most events fetched together. */
const MOST_HEADS = 100;

/** The events of postings, in order. Postings may be outdated: an event is compared with what they say of it. */
async function* walkPostings(
  context: StoreContext,
  plan: Plan,
  order: PageRequest['order'],
  after: string | undefined,
  expected: number,
): AsyncGenerator<Entry> {
  const forward = order === 'asc';
  const terms = [...new Set(plan.terms)];
  const isAhead = (key: string) => after === undefined || (forward ? key > after : key < after);
  let some: { readonly key: string; readonly posting: Posting }[] = [];
  let found = 0;
  let size = Math.min(MOST_HEADS, Math.max(10, expected));
  const entries = async (): Promise<readonly Entry[]> => {
    const heads = await readHeads(
      context,
      some.map(({ posting }) => posting),
    );
    const shown = heads.filter(({ hidden, event, words }) => {
      const own = termsOf(event, words);
      return !hidden && terms.every((term) => own.has(term));
    });
    const byKey = new Map(shown.map(({ event }) => [rowKey(event), event]));
    const taken = some.flatMap(({ key }) => {
      const event = byKey.get(key);
      return event ? [{ key, event: () => event }] : [];
    });
    found += taken.length;
    some = [];
    size = Math.min(MOST_HEADS, Math.max(10, expected - found));
    await requestListFor(context, plan, found);
    return taken;
  };
  for await (const posting of walkTerms(context, plan.collection, terms, {
    forward,
    bound: boundOf(plan, forward, after),
  })) {
    if (forward && posting.start > plan.to) break;
    const key = keyOf(posting);
    if (!isAhead(key) || !meets(plan, posting)) continue;
    some.push({ key, posting });
    if (some.length === size) yield* await entries();
  }
  if (some.length > 0) yield* await entries();
}

/** A place before which no event of a walk lies. */
function boundOf({ from, to, within }: Plan, forward: boolean, after: string | undefined): Place | undefined {
  if (after !== undefined) return positionOf(after);
  if (!forward) return { start: to, end: DAYS.last, id: '~' };
  // Others may begin before the range and reach into it.
  return within ? { start: from, end: from, id: '' } : undefined;
}

const keyOf = ({ start, end, id }: Posting): string => `${dayKey(start)}|${dayKey(end)}|${id}`;
