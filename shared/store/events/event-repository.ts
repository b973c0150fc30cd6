import type { TimelineEvent } from '../../events/event.ts';
import type { PageRequest, TimelineQuery } from '../../timeline/query.ts';
import type { EventRepository } from '../store.ts';
import type { StoreContext } from '../stored.ts';
import { overviewOf } from '../tiles/overview.ts';
import { turns } from '../turns.ts';
import { cursorAt, positionAt } from './cursor.ts';
import { eventEdits } from './edits.ts';
import { publicEvent } from './event-payload.ts';
import { facetsOfCollection } from './facets.ts';
import { findEvent, findHeads } from './find-event.ts';
import { planOf } from './query-filter.ts';
import { rarestList, walkQuery } from './walk-query.ts';

/** Entries one page may read when its filters refuse most of them; then it ends early, with a cursor. */
const MOST_READ = 2000;

/** Enough that one read's thinking fills another's waiting. */
const READS_AT_ONCE = 4;

/** Events as readers ask for them, and as editors change them. */
export function eventRepository(context: StoreContext): EventRepository {
  const inTurn = turns(READS_AT_ONCE);
  return {
    list: (query, page) => inTurn(() => listPage(context, query, page)),
    overview: (query, buckets) => inTurn(() => overviewOf(context, query, buckets)),
    find: (id) => findEvent(context.table, id),
    findMany: (ids) => findHeads(context.table, ids),
    facets: (request) => facetsOfCollection(context, request),
    ...eventEdits(context),
  };
}

async function listPage(
  context: StoreContext,
  query: TimelineQuery,
  { order, limit, cursor }: PageRequest,
): Promise<{ events: readonly TimelineEvent[]; next: string | null }> {
  const after = cursor === undefined ? undefined : positionAt(query, order, cursor);
  const plan = planOf(query);
  const list = await rarestList(context, plan);
  const events: TimelineEvent[] = [];
  let last = '';
  let read = 0;
  // One more than the page tells whether there is a next one.
  for await (const entry of walkQuery(context, { plan, list, order, after, expected: limit + 1 })) {
    const event = entry.event();
    const fits = plan.accepts(event);
    if ((fits && events.length === limit) || read++ === MOST_READ) {
      return { events, next: cursorAt(query, order, last) };
    }
    if (fits) events.push(publicEvent(event));
    last = entry.sk;
  }
  return { events, next: null };
}
