import type { TimelineEvent } from '../events/event.ts';
import type { PageRequest } from '../timeline/query.ts';

/** The store's largest page. */
const PAGE = 200;

/** Reads one page of a list. */
export type ListPage = (
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
