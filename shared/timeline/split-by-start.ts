import type { TimelineEvent } from '../events/event.ts';
import { dayNumber } from '../time/day.ts';

/** Whether an event began before a day and continues into the range that begins there. */
export const reachesIn = ({ date }: Pick<TimelineEvent, 'date'>, from: string | undefined): boolean =>
  from !== undefined && dayNumber(date.start) < dayNumber(from);

/** Separates events that began before a day from those that begin on it or later. */
export function splitByStart<Event extends Pick<TimelineEvent, 'date'>>(
  all: readonly Event[],
  from: string | undefined,
): { readonly reaching: readonly Event[]; readonly events: readonly Event[] } {
  const isEarlier = (event: Event): boolean => reachesIn(event, from);
  return { reaching: all.filter(isEarlier), events: all.filter((event) => !isEarlier(event)) };
}
