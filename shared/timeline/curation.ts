import type { TimelineEvent } from '../events/event.ts';
import { dayNumber } from '../time/day.ts';

/** An editor's choices for one timeline. */
export interface Curation {
  /** Ids of events that belong to the timeline regardless of its filters. */
  readonly pinned?: readonly string[];
  /** Ids of events that are left out. Hidden wins over pinned. */
  readonly hidden?: readonly string[];
  /** Titles by event id. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** The events as the timeline shows them: without hidden ones, with the editor's titles, in the same order. */
export function curated<Event extends TimelineEvent>(events: readonly Event[], curation: Curation): readonly Event[] {
  const hidden = new Set(curation.hidden);
  return events
    .filter(({ id }) => !hidden.has(id))
    .map((event) => {
      const title = Object.hasOwn(curation.titles ?? {}, event.id) ? curation.titles?.[event.id] : undefined;
      return title === undefined ? event : { ...event, title };
    });
}

/** The position of an event in a list: by start, then end, then id. */
export interface Position {
  readonly start: string;
  readonly end: string;
  readonly id: string;
}

/** The position of this event. */
export const positionOf = ({ date, id }: TimelineEvent): Position => ({ start: date.start, end: date.end, id });

/** Negative if `a` comes first in that order. */
export function compare(a: Position, b: Position, order: 'asc' | 'desc'): number {
  const ascending =
    dayNumber(a.start) - dayNumber(b.start) ||
    dayNumber(a.end) - dayNumber(b.end) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return order === 'asc' ? ascending : -ascending;
}

/** A page of a list, and whether more follow. */
export interface ListPage {
  readonly events: readonly TimelineEvent[];
  readonly isLast: boolean;
}

/**
 * A page with pinned events inserted by date.
 *
 * @param pinned Those that earlier pages did not contain.
 * @param limit Most events of the result.
 * @returns `taken` is the number of the page's own events in the result: if that is not all of them, the next page
 * starts after them. `last` is the position up to which pinned events were returned; absent if there were none.
 */
export function withPinned(
  page: ListPage,
  pinned: readonly TimelineEvent[],
  order: 'asc' | 'desc',
  limit: number,
): { readonly events: readonly TimelineEvent[]; readonly taken: number; readonly last?: Position } {
  const own = new Set(page.events.map(({ id }) => id));
  const end = page.events.at(-1);
  const due = pinned.filter(
    (event) => !own.has(event.id) && (page.isLast || (end && compare(positionOf(event), positionOf(end), order) < 0)),
  );
  const events = [...page.events, ...due].sort((a, b) => compare(positionOf(a), positionOf(b), order)).slice(0, limit);
  const last = events.at(-1);
  return { events, taken: events.filter(({ id }) => own.has(id)).length, ...(last && { last: positionOf(last) }) };
}
