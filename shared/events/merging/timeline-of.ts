import { dayNumber } from '../../time/day.ts';
import { bucketsOf } from './cell.ts';
import { composeEvents } from './compose-events.ts';
import type { Mention } from './mention.ts';
import type { MergedEvent } from './merged-event.ts';

/**
 * The merged events of a set of mentions, in order of date: what a store holds that has folded the same mentions, without editors' changes. A pure
 * function of the set: the order of the mentions changes nothing.
 */
export function timelineOf(collection: string, mentions: readonly Mention[]): readonly MergedEvent[] {
  return bucketsOf(collection, mentions)
    .flatMap((bucket) => composeEvents(collection, { mentions: bucket, guests: [], edits: [] }, (own) => own).events)
    .map(({ event }) => event)
    .sort(byDate);
}

const byDate = (a: MergedEvent, b: MergedEvent): number =>
  dayNumber(a.date.start) - dayNumber(b.date.start) ||
  dayNumber(a.date.end) - dayNumber(b.date.end) ||
  (a.id < b.id ? -1 : 1);
