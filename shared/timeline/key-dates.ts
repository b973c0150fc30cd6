import type { TimelineEvent } from '../events/event.ts';
import { dayNumber } from '../time/day.ts';
import { WEIGHTS } from './digest/weights.ts';

/** The events of one date, and how much the date matters among the others. */
export interface KeyDate<Event extends TimelineEvent> {
  /** The most important first. */
  readonly events: readonly Event[];
  /** Day numbers, inclusive. */
  readonly first: number;
  readonly last: number;
  /** 0…1. */
  readonly score: number;
}

/** What a date wider than a month is worth beside a day of the same events, and what one wider than a day. */
const WIDE_WORTH = 0.5;
const COARSE_WORTH = 0.8;

/**
 * The dates of some events, those that matter most first. A date matters by all its events together (each one's importance is the chance that a reader
 * wants it, so that many small ones can outweigh a single one), less what the day before already told. What is dated no closer than to a month or
 * a year matters less than what has its day.
 */
export function keyDates<Event extends TimelineEvent>(events: readonly Event[]): readonly KeyDate<Event>[] {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = `${event.date.start}/${event.date.end}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  const together = (group: readonly Event[]): number =>
    1 - group.reduce((none, event) => none * (1 - event.importance), 1);
  const byDay = new Map<number, number>();
  for (const group of groups.values()) {
    const { start, end } = (group[0] as Event).date;
    if (start === end) byDay.set(dayNumber(start), together(group));
  }
  return [...groups.values()]
    .map((group) => {
      const { start, end } = (group[0] as Event).date;
      const [first, last] = [dayNumber(start), dayNumber(end)];
      const width = last - first + 1;
      const echo = width === 1 ? WEIGHTS.echoCost * (byDay.get(first - 1) ?? 0) : 0;
      const worth = width === 1 ? 1 : width <= 31 ? COARSE_WORTH : WIDE_WORTH;
      const ranked = [...group].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1));
      return { events: ranked, first, last, score: Math.max(0, together(group) * worth - echo) };
    })
    .sort((a, b) => b.score - a.score || a.first - b.first || a.last - b.last);
}
