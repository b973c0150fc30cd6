import type { TimelineEvent } from '../events/event.ts';
import type { StoredEvent } from '../store/store.ts';

/** An event without the fields that only editors may see. */
export function publicPart({ hidden, pinned, tags, version, ...event }: StoredEvent): TimelineEvent {
  return event;
}

/** The event as in lists: with its best evidence only. */
export const listedEvent = (event: StoredEvent): TimelineEvent => ({
  ...publicPart(event),
  evidence: event.evidence.slice(0, 1),
});
