import type { SeenEvent } from '../store/contract/webhooks.ts';
import type { IndexedEvent } from '../store/event-payload.ts';
import { planOf, saysStems, saysWords } from '../store/queries/query-filter.ts';
import { dayNumber } from '../time/day.ts';
import type { TimelineQuery } from '../timeline/query.ts';

/** Whether a query matches the event; its words are searched in the event's own evidence. */
export const isIn = (event: IndexedEvent, query: TimelineQuery): boolean =>
  fits(event, query) && saysWords(event, query.q);

/** The same for an event that includes the stems of all its evidence. */
export const wasIn = ({ event, words }: SeenEvent, query: TimelineQuery): boolean =>
  fits(event, query) && saysStems(words, query.q);

function fits(event: IndexedEvent, query: TimelineQuery): boolean {
  const { from, to, within, accepts } = planOf(query);
  const [start, end] = [dayNumber(event.date.start), dayNumber(event.date.end)];
  const inRange = within ? start >= from && end <= to : end >= from && start <= to;
  return inRange && accepts(event);
}
