import { dayNumber } from '../../time/day.ts';
import { attachUndated } from './attach-undated.ts';
import { composeEvents } from './compose-events.ts';
import type { Mention } from './mention.ts';
import { bucketsOf } from './merge-bucket.ts';
import { type MergedEvent, withUndated } from './merged-event.ts';
import type { PairWeights } from './pair-model.ts';

/**
 * The merged events of a set of mentions, in order of date: what a store holds that has folded the same mentions, without editors' changes. A pure
 * function of the set: the order of the mentions changes nothing.
 *
 * @param undated What the same articles tell of without a date: proves events of `mentions` and makes none.
 */
export function timelineOf(
  collection: string,
  mentions: readonly Mention[],
  undated: readonly Mention[] = [],
): readonly MergedEvent[] {
  const composed = bucketsOf(collection, mentions).flatMap(
    (bucket) => composeEvents(collection, { mentions: bucket, forwarded: [], edits: [] }, (own) => own).events,
  );
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  const told = composed.map(({ event, members }) => ({
    event,
    mentions: members.flatMap((id) => byId.get(id) ?? []),
  }));
  return provedBy(undated, told).sort(byDate);
}

/** Events in the order given, with the undated mentions that tell of them as further evidence. */
export function provedBy(
  undated: readonly Mention[],
  told: readonly { readonly event: MergedEvent; readonly mentions: readonly Mention[] }[],
  model?: PairWeights,
): MergedEvent[] {
  const attached = attachUndated(told, undated, model);
  return told.map(({ event, mentions }) => withUndated(event, mentions, attached.get(event) ?? []));
}

const byDate = (a: MergedEvent, b: MergedEvent): number =>
  dayNumber(a.date.start) - dayNumber(b.date.start) ||
  dayNumber(a.date.end) - dayNumber(b.date.end) ||
  (a.id < b.id ? -1 : 1);
