import type { TimelineEvent } from '../events/event.ts';
import { MAX_RANKED_EVENTS } from '../http/schemas/filters.ts';
import type { EventReader } from '../store/store.ts';
import { compare, positionOf } from '../timeline/curation.ts';
import { importantEvents } from '../timeline/important-events.ts';
import { keyMoments } from '../timeline/key-moments.ts';
import type { PageRequest, TimelineQuery } from '../timeline/query.ts';
import type { TimelineView } from '../timeline/view.ts';
import { gathered, type ListPage } from './gathered-events.ts';
import { listedEvent } from './listed-event.ts';
import type { TimelineReader } from './timeline-reader.ts';

/** Buckets of an overview whose top events are candidates. */
const BUCKETS = 100;

/** Order and size of a ranked response. */
interface RankedRequest {
  readonly order: PageRequest['order'] | 'importance';
  readonly limit: number;
  readonly top?: number;
}

/** Access to the events of one query. */
export interface RankedSource {
  readonly list: ListPage;
  /** Important events of a list that is too long to read. */
  readonly important: () => Promise<readonly TimelineEvent[]>;
  /** The events as `list` returns them, in any order, without those that are gone. */
  readonly read: (ids: readonly string[]) => Promise<readonly TimelineEvent[]>;
}

/**
 * The most important events, if a request asks for them: `top` key moments, or all by importance; `undefined` if it
 * asks for a page in date order. Ranks every event of a list of at most 2,000 events, and the important events that overviews name of a longer one.
 */
export async function rankedEvents(
  { list, important, read }: RankedSource,
  { order, limit, top }: RankedRequest,
): Promise<readonly TimelineEvent[] | undefined> {
  if (top === undefined && order !== 'importance') return undefined;
  const byDate = order === 'importance' ? 'asc' : order;
  const { events, next } = await gathered(list, { order: byDate, limit: MAX_RANKED_EVENTS });
  const candidates = next === null ? events : [...(await important())].sort(inDateOrder(byDate));
  const moments = top === undefined ? candidates : keyMoments(candidates, top);
  const chosen =
    order === 'importance'
      ? [...moments].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1)).slice(0, top ?? limit)
      : moments;
  if (next === null) return chosen;
  const found = new Map((await read(chosen.map(({ id }) => id))).map((event) => [event.id, event]));
  return chosen.flatMap(({ id }) => found.get(id) ?? []);
}

const inDateOrder = (order: PageRequest['order']) => (a: TimelineEvent, b: TimelineEvent) =>
  compare(positionOf(a), positionOf(b), order);

/** The events of a query. */
export const rankedInStore = (events: EventReader, query: TimelineQuery): RankedSource => ({
  list: (page) => events.list(query, page),
  important: async () =>
    importantEvents(await events.overview(query, BUCKETS), (range) => events.overview({ ...query, ...range }, BUCKETS)),
  read: async (ids) => (await events.findMany(ids)).filter(({ hidden }) => !hidden).map(listedEvent),
});

/** The events that a timeline shows in a view. */
export const rankedInTimeline = (reader: TimelineReader, view: TimelineView): RankedSource => ({
  list: (page) => reader.page(view, page),
  important: () => reader.important(view),
  read: (ids) => reader.listed(ids),
});
