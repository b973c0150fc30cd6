import { dayNumber } from '../../time/day.ts';
import { attachUndated } from './attach-undated.ts';
import { composeEvents } from './compose-events.ts';
import type { Mention } from './mention.ts';
import { bucketsOf } from './merge-bucket.ts';
import { type MergedEvent, withUndated } from './merged-event.ts';
import type { PairWeights } from './pair-model.ts';

/**
 * The merged events of a set of mentions, in chronological order: the same as in a store that has folded these
 * mentions, without edits. A pure function of the set, independent of its order.
 *
 * @param undated Mentions of the same articles without a date: they add evidence to the events of `mentions` and create
 * none.
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

/** Adds undated mentions as further evidence to the events they refer to; keeps the order. */
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
