import { planOf, saysWords } from '../store/queries/query-filter.ts';
import type { StoredEvent } from '../store/store.ts';
import { dayNumber } from '../time/day.ts';
import type { TimelineQuery } from '../timeline/query.ts';

/** Whether a query would list the event. */
export function isIn(event: StoredEvent, query: TimelineQuery): boolean {
  const { from, to, within, accepts } = planOf(query);
  const [start, end] = [dayNumber(event.date.start), dayNumber(event.date.end)];
  const inRange = within ? start >= from && end <= to : end >= from && start <= to;
  return inRange && accepts(event) && saysWords(event, query.q);
}
