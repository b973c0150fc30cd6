import type { TimelineEvent } from '../events/event.ts';
import { stemsOf } from '../events/merging/sketch.ts';
import { keyDates } from './key-dates.ts';

/** Penalty of each further event of a date relative to the one before, in log odds. */
const NEXT_OF_DATE = 0.6;

/**
 * The events that a reader should see first: the best event of each important date, and several of the most important
 * dates. Dates are ranked as in the digest. An event listed with its day is not repeated for its month.
 *
 * @param events In any order.
 * @param count Most events.
 * @returns In the given order.
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
  const chosen: Event[] = [];
  for (const { event } of ranked) {
    if (chosen.length === count) break;
    if (chosen.some((other) => isCoarserWordOf(event, other))) continue;
    const coarser = chosen.findIndex((other) => isCoarserWordOf(other, event));
    if (coarser < 0) chosen.push(event);
    else chosen[coarser] = event;
  }
  const shown = new Set(chosen);
  return events.filter((event) => shown.has(event));
}

/** Smallest share of the shorter title's words that two titles of one event have in common. */
const SAME_TITLE = 0.7;

/** Whether one event is the same as another with a vaguer date: "the rig exploded" in April and on April 20. */
function isCoarserWordOf(wide: TimelineEvent, close: TimelineEvent): boolean {
  const holds = wide.date.start <= close.date.start && wide.date.end >= close.date.end;
  if (!holds || (wide.date.start === close.date.start && wide.date.end === close.date.end)) return false;
  const [a, b] = [wide, close].map(({ title }) => new Set(stemsOf(title))) as [Set<string>, Set<string>];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 1 && shared >= SAME_TITLE * Math.min(a.size, b.size);
}
