import type { TimelineEvent } from '../events/event.ts';
import { MAX_RANKED_EVENTS } from '../http/schemas/filters.ts';
import { keyMoments } from '../timeline/key-moments.ts';
import type { PageRequest } from '../timeline/query.ts';

/** The store's largest page. */
const PAGE = 200;

/** Reads one page of a list. */
type ListPage = (
  request: PageRequest,
) => Promise<{ readonly events: readonly TimelineEvent[]; readonly next: string | null }>;

/** Reads as many pages as needed for `limit` events, and the cursor of the next ones. */
export async function gathered(
  list: ListPage,
  request: PageRequest,
): Promise<{ readonly events: readonly TimelineEvent[]; readonly next: string | null }> {
  const events: TimelineEvent[] = [];
  let next: string | null = request.cursor ?? null;
  do {
    const limit = Math.min(PAGE, request.limit - events.length);
    const page = await list({ order: request.order, limit, ...(next !== null && { cursor: next }) });
    events.push(...page.events);
    next = page.next;
  } while (next !== null && events.length < request.limit);
  return { events, next };
}

/** Order and size of a ranked response. */
interface RankedRequest {
  readonly order: PageRequest['order'] | 'importance';
  readonly limit: number;
  readonly top?: number;
}

/**
 * The most important events, if a request asks for them: `top` key moments, or all by importance; `undefined` if it
 * asks for a page in date order. Ranks the first 2,000 events of the list.
 */
export async function rankedEvents(
  list: ListPage,
  { order, limit, top }: RankedRequest,
): Promise<readonly TimelineEvent[] | undefined> {
  if (top === undefined && order !== 'importance') return undefined;
  const byDate = order === 'importance' ? 'asc' : order;
  const { events } = await gathered(list, { order: byDate, limit: MAX_RANKED_EVENTS });
  const chosen = top === undefined ? events : keyMoments(events, top);
  if (order !== 'importance') return chosen;
  return [...chosen].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1)).slice(0, top ?? limit);
}
