import type { TimelineEvent } from '../events/event.ts';
import { dayNumber } from '../time/day.ts';

/** Events that began before a day, apart from those that begin on it or later. */
export function splitByStart<Event extends Pick<TimelineEvent, 'date'>>(
  all: readonly Event[],
  from: string | undefined,
): { readonly reaching: readonly Event[]; readonly events: readonly Event[] } {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from);
  const isEarlier = ({ date }: Event): boolean => dayNumber(date.start) < first;
  return { reaching: all.filter(isEarlier), events: all.filter((event) => !isEarlier(event)) };
}
