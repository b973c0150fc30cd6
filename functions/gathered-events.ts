import type { TimelineEvent } from '../shared/events/event.ts';
import type { EmbedView } from '../shared/formats/embed/view.ts';
import type { TimelineReader } from './timeline-reader.ts';

/** The store's largest page. */
const PAGE = 200;

/** The events of as many pages as it takes to have `limit` of them, and the cursor of what comes after. */
export async function gathered(
  reader: TimelineReader,
  view: EmbedView,
  wish: { readonly order: 'asc' | 'desc'; readonly limit: number; readonly cursor?: string },
): Promise<{ readonly events: readonly TimelineEvent[]; readonly next: string | null }> {
  const events: TimelineEvent[] = [];
  let next: string | null = wish.cursor ?? null;
  do {
    const limit = Math.min(PAGE, wish.limit - events.length);
    const page = await reader.page(view, { order: wish.order, limit, ...(next !== null && { cursor: next }) });
    events.push(...page.events);
    next = page.next;
  } while (next !== null && events.length < wish.limit);
  return { events, next };
}
