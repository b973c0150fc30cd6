import type { TimelineEvent } from '../events/event.ts';
import { keyDates } from './key-dates.ts';

/** Penalty of each further event of a date against the one before, in log odds. */
const NEXT_OF_DATE = 0.6;

/**
 * The events that a reader should see first: the greatest event of each date that matters, and of the greatest dates more than one. The same ranking
 * of dates as the digest's, so that both tell one story.
 *
 * @param events In any order.
 * @param count How many, at most.
 * @returns In the order given.
 */
export function keyMoments<Event extends TimelineEvent>(events: readonly Event[], count: number): readonly Event[] {
  if (events.length <= count) return events;
  const ranked = keyDates(events)
    .flatMap(({ events: ofDate, odds, cost, value }) =>
      ofDate.map((event, nth) => ({
        event,
        value: nth === 0 ? value : (odds[nth] as number) - cost - NEXT_OF_DATE * nth,
      })),
    )
    .sort((a, b) => b.value - a.value || b.event.importance - a.event.importance || (a.event.id < b.event.id ? -1 : 1));
  const chosen = new Set(ranked.slice(0, count).map(({ event }) => event));
  return events.filter((event) => chosen.has(event));
}
