import type { TimelineEvent } from '../events/event.ts';
import { dayNumber } from '../time/day.ts';
import { oddsOf } from './subject.ts';

/** The events of one date, and the importance of the date relative to others. */
export interface KeyDate<Event extends TimelineEvent> {
  /** Most important first; empty for a date that texts only mention. */
  readonly events: readonly Event[];
  /** Log odds that a reader wants each event, in the order of `events`. */
  readonly odds: readonly number[];
  /** Day numbers, inclusive. */
  readonly first: number;
  readonly last: number;
  /** Penalty of the date itself, in log odds: it has no day, or the day before is reported too. */
  readonly cost: number;
  /** Importance of the date, in log odds; dates are ordered by it. */
  readonly value: number;
  /** Importance of the date for readers, 0…1. */
  readonly score: number;
}

/** Bonus for the other events of a date, in log odds for e times as many. */
const OTHERS_WEIGHT = 1.1;
/** Penalties of a date wider than a day, and of one wider than a month. */
const COARSE_COST = 0.4;
const WIDE_COST = 1.5;
/** Penalty of a day after an important one: articles of the 12th still report the 11th. */
const ECHO_COST = 1;
/** Weight of a date's events relative to its mentions in texts, if those are known. */
const EVENTS_SHARE = 0.15;
/** Divides the log odds, which are overconfident for distinguishing important days from the most important. */
const TEMPERATURE = 3;

/** How much texts mention a date, whether or not an event of it was found. */
export interface Attention {
  /** Day numbers, inclusive. */
  readonly start: number;
  readonly end: number;
  /** 0 or more; relative to the others. */
  readonly score: number;
}

/**
 * The dates of some events, most important first. A date's importance is that of its best event, plus a little for each
 * other event, minus a penalty if the day before already reports it. A date known only to a month or a year matters
 * less than one with a day.
 *
 * @param attention If whole texts are available, how much they mention each date: dates are then ranked mainly by this.
 */
export function keyDates<Event extends TimelineEvent>(
  events: readonly Event[],
  attention: readonly Attention[] = [],
): readonly KeyDate<Event>[] {
  const dates = datesOf(events);
  if (attention.length === 0) return dates;
  const byDays = new Map(dates.map((date) => [`${date.first}/${date.last}`, date]));
  for (const { start, end } of attention)
    if (!byDays.has(`${start}/${end}`)) byDays.set(`${start}/${end}`, { ...WITHOUT_EVENTS, first: start, last: end });
  const spoken = new Map(attention.map(({ start, end, score }) => [`${start}/${end}`, score]));
  const most = Math.max(1e-9, ...spoken.values());
  const greatest = Math.max(1e-9, ...dates.map(({ score }) => score));
  return [...byDays]
    .map(([days, date]) => {
      const rank = (spoken.get(days) ?? 0) / most + (EVENTS_SHARE * date.score) / greatest;
      return { ...date, score: rank / (1 + EVENTS_SHARE) };
    })
    .sort((a, b) => b.score - a.score || a.first - b.first || a.last - b.last);
}

const WITHOUT_EVENTS = { events: [], odds: [], cost: 0, value: Number.NEGATIVE_INFINITY, score: 0 } as const;

function datesOf<Event extends TimelineEvent>(events: readonly Event[]): readonly KeyDate<Event>[] {
  const chances = oddsOf(events);
  const odds = (event: Event): number => chances.get(event) ?? 0;
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = `${event.date.start}/${event.date.end}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  const dates = [...groups.values()].map((group) => {
    const ranked = [...group].sort((a, b) => odds(b) - odds(a) || (a.id < b.id ? -1 : 1));
    const { start, end } = (ranked[0] as Event).date;
    const others = ranked.slice(1).reduce((sum, event) => sum + chanceOf(odds(event)), 0);
    const own = odds(ranked[0] as Event) + OTHERS_WEIGHT * Math.log1p(others);
    return { events: ranked, odds: ranked.map(odds), first: dayNumber(start), last: dayNumber(end), own };
  });
  const byDay = new Map(dates.filter(({ first, last }) => first === last).map(({ first, own }) => [first, own]));
  return dates
    .map(({ own, ...date }) => {
      const width = date.last - date.first + 1;
      const before = width === 1 ? byDay.get(date.first - 1) : undefined;
      const echo = before === undefined ? 0 : ECHO_COST * chanceOf(before / TEMPERATURE);
      const cost = echo + (width === 1 ? 0 : width <= 31 ? COARSE_COST : WIDE_COST);
      const value = own - cost;
      return { ...date, cost, value, score: chanceOf(value / TEMPERATURE) };
    })
    .sort((a, b) => b.value - a.value || a.first - b.first || a.last - b.last);
}

const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
