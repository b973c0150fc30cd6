import type { TimelineEvent } from '../events/event.ts';
import { MAX_RANKED_EVENTS } from '../http/schemas/filters.ts';
import type { EventReader } from '../store/store.ts';
import { compare, positionOf } from '../timeline/curation.ts';
import { importantEvents } from '../timeline/important-events.ts';
import { keyMoments } from '../timeline/key-moments.ts';
import type { Overview } from '../timeline/overview.ts';
import type { PageRequest, TimelineQuery } from '../timeline/query.ts';
import type { TimelineView } from '../timeline/view.ts';
import { gathered, type ListPage } from './gathered-events.ts';
import { listedEvent } from './listed-event.ts';
import { MOST_BUCKETS, type TimelineReader } from './timeline-reader.ts';

/** Events read before a list is known to be long. */
const FIRST_PAGE = 200;

/** Order and size of a ranked response. */
interface RankedRequest {
  readonly order: PageRequest['order'] | 'importance';
  readonly limit: number;
  readonly top?: number;
}

/** Access to the events of one query. */
export interface RankedSource {
  readonly list: ListPage;
  readonly overview: (range?: { readonly from: string; readonly to: string }) => Promise<Overview>;
  /** The events as `list` returns them, in any order, without those that are gone. */
  readonly read: (ids: readonly string[]) => Promise<readonly TimelineEvent[]>;
}

/**
 * The most important events, if a request asks for them: `top` key moments, or all by importance; `undefined` if it
 * asks for a page in date order. Ranks every event of a list of at most 2,000 events, and the important events that overviews name of a longer one.
 */
export async function rankedEvents(
  source: RankedSource,
  { order, limit, top }: RankedRequest,
): Promise<readonly TimelineEvent[] | undefined> {
  if (top === undefined && order !== 'importance') return undefined;
  const byDate = order === 'importance' ? 'asc' : order;
  const { isWhole, events } = await candidatesOf(source, byDate);
  const moments = top === undefined ? events : keyMoments(events, top);
  const chosen =
    order === 'importance'
      ? [...moments].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1)).slice(0, top ?? limit)
      : moments;
  if (isWhole) return chosen;
  const found = new Map((await source.read(chosen.map(({ id }) => id))).map((event) => [event.id, event]));
  return chosen.flatMap(({ id }) => found.get(id) ?? []);
}

/** All events of a list, or the important ones of a long list, in date order. Its overview tells that a list is long before it is read. */
async function candidatesOf(
  { list, overview }: RankedSource,
  order: PageRequest['order'],
): Promise<{ readonly isWhole: boolean; readonly events: readonly TimelineEvent[] }> {
  const first = await gathered(list, { order, limit: FIRST_PAGE });
  if (first.next === null) return { isWhole: true, events: first.events };
  const all = await overview();
  if (all.total <= MAX_RANKED_EVENTS) {
    const rest = await gathered(list, { order, limit: MAX_RANKED_EVENTS - first.events.length, cursor: first.next });
    if (rest.next === null) return { isWhole: true, events: [...first.events, ...rest.events] };
  }
  return { isWhole: false, events: [...(await importantEvents(all, overview))].sort(inDateOrder(order)) };
}

const inDateOrder = (order: PageRequest['order']) => (a: TimelineEvent, b: TimelineEvent) =>
  compare(positionOf(a), positionOf(b), order);

/** The events of a query. */
export const rankedInStore = (events: EventReader, query: TimelineQuery): RankedSource => ({
  list: (page) => events.list(query, page),
  overview: (range) => events.overview({ ...query, ...range }, MOST_BUCKETS),
  read: async (ids) => (await events.findMany(ids)).filter(({ hidden }) => !hidden).map(listedEvent),
});

/** The events that a timeline shows in a view. */
export const rankedInTimeline = (reader: TimelineReader, view: TimelineView): RankedSource => ({
  list: (page) => reader.page(view, page),
  overview: (range) => reader.overview({ ...view, ...range }, MOST_BUCKETS),
  read: (ids) => reader.listed(ids),
});
