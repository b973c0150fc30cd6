import type { TimelineEvent } from '../events/event.ts';
import { stem } from '../text/stem.ts';
import { dayNumber } from '../time/day.ts';
import { keyMoments } from './key-moments.ts';

/** Filters of a list of events, combined with AND. */
export interface Selection {
  /** Inclusive ISO days; an event matches if its days overlap the range. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Words that must all occur in the event's title or evidence, in any inflection. */
  readonly words?: readonly string[];
  /** Only the key moments. */
  readonly top?: number | undefined;
}

/**
 * The events that match a selection, in the given order.
 *
 * @returns `total` counts events that match range and words, before `top`.
 */
export function selectEvents<Event extends TimelineEvent>(
  events: readonly Event[],
  { from, to, words = [], top }: Selection,
): { readonly selected: readonly Event[]; readonly total: number } {
  const [first, last] = [
    from === undefined ? undefined : dayNumber(from),
    to === undefined ? undefined : dayNumber(to),
  ];
  const stems = words.flatMap(stemsIn);
  const matching = events.filter(
    (event) =>
      (first === undefined || dayNumber(event.date.end) >= first) &&
      (last === undefined || dayNumber(event.date.start) <= last) &&
      hasAll(event, stems),
  );
  const selected = top === undefined ? matching : keyMoments(matching, top);
  return { selected, total: matching.length };
}

const stemsIn = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => stem(word));

function hasAll({ title, evidence }: TimelineEvent, stems: readonly string[]): boolean {
  if (stems.length === 0) return true;
  const there = new Set([title, ...evidence.map(({ sentence }) => sentence)].flatMap(stemsIn));
  return stems.every((one) => there.has(one));
}
