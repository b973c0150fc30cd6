import type { ComposedEvent } from '../../events/merging/compose-events.ts';
import type { Item } from '../dynamo/table-access.ts';
import { giveWay } from '../give-way.ts';
import { type Key, keys } from '../keys.ts';
import type { Head } from './bucket.ts';
import { editItem, type MergeBucket } from './bucket.ts';
import { heirOf } from './compose.ts';
import { ownPart, splitEventId } from './event-id.ts';
import { articlesOf, draftOf, headOfDraft, showSame } from './head.ts';
import { leafOf, placeInLeaves } from './leaf-placement.ts';
import { leafWrites, tombstoneOf } from './leaves.ts';
import { forwardedItem } from './mention-codec.ts';
import type { EventChange } from './views.ts';

/** The writes of a batch, in order. */
export interface BatchWrites {
  /** First, by collection: changes visible to readers. */
  readonly changes: Map<string, EventChange[]>;
  /** Then the buckets: mentions, and heads that record what readers see. */
  readonly buckets: { readonly puts: (Item | Key)[]; readonly removals: Key[] };
  /** Last: leaves of divided buckets, whose mentions are now in finer buckets. A repeated batch finds them there and moves them again. */
  readonly divided: { readonly puts: (Item | Key)[]; readonly removals: Key[] };
  /** Together with these: edits that know more of their events' evidence, each unless an editor changes it meanwhile. */
  readonly edits: { readonly item: Item; readonly revision: number }[];
}

/**
 * Compares buckets with their state when read, and events with their heads. Changes heads in place.
 *
 * @param batch Number of the batch, after which leaves of new mentions are numbered.
 */
export async function writesOf(
  buckets: ReadonlyMap<string, MergeBucket>,
  originals: ReadonlyMap<string, MergeBucket>,
  composed: ReadonlyMap<string, readonly ComposedEvent[]>,
  batch: number,
): Promise<BatchWrites> {
  const writes: BatchWrites = {
    changes: new Map(),
    buckets: { puts: [], removals: [] },
    divided: { puts: [], removals: [] },
    edits: [],
  };
  const heirs = [...buckets.values()].some(({ isFull }) => isFull) ? eventsByMention(composed) : new Map();
  for (const [id, events] of composed) {
    const [bucket, original] = [buckets.get(id), originals.get(id)];
    if (!bucket || !original) continue;
    await giveWay();
    placeInLeaves(bucket, batch);
    addForwarded(writes, bucket, original);
    addEdits(writes, bucket, original);
    addEvents(writes, bucket, events, heirs);
    const { puts, removals } = leafWrites(bucket, original);
    const group = writes[bucket.isFull ? 'divided' : 'buckets'];
    group.puts.push(...puts);
    group.removals.push(...removals);
    if (!original.isFull && bucket.isFull) writes.buckets.puts.push(keys.full(id));
  }
  return writes;
}

function addForwarded({ buckets: { puts, removals } }: BatchWrites, bucket: MergeBucket, original: MergeBucket): void {
  const { id, collection } = bucket;
  for (const [mention, forwarded] of bucket.forwarded) {
    if (original.forwarded.get(mention) !== forwarded) puts.push(forwardedItem(id, collection, forwarded));
  }
  for (const mention of original.forwarded.keys()) {
    if (!bucket.forwarded.has(mention)) removals.push(keys.forwarded(id, mention));
  }
  for (const to of bucket.forwardsTo) if (!original.forwardsTo.has(to)) puts.push(keys.forwardsTo(id, to));
  for (const to of original.forwardsTo) if (!bucket.forwardsTo.has(to)) removals.push(keys.forwardsTo(id, to));
}

function addEdits({ edits }: BatchWrites, bucket: MergeBucket, original: MergeBucket): void {
  const before = new Map(original.edits.map((edit) => [edit.own, edit]));
  for (const edit of bucket.edits) {
    const known = new Set(before.get(edit.own)?.places);
    if (edit.places.some((place) => !known.has(place)))
      edits.push({ item: editItem(bucket.id, edit), revision: edit.revision });
  }
}

/** The event that contains each mention. */
const eventsByMention = (composed: ReadonlyMap<string, readonly ComposedEvent[]>): ReadonlyMap<string, string> =>
  new Map(
    [...composed.values()]
      .flat()
      .flatMap(({ event, members, forwarded }) =>
        [...members, ...forwarded].map((mention) => [mention, event.id] as const),
      ),
  );

function addEvents(
  writes: BatchWrites,
  bucket: MergeBucket,
  events: readonly ComposedEvent[],
  heirs: ReadonlyMap<string, string>,
): void {
  const wanted = new Set<string>();
  const articles = articlesOf(bucket);
  for (const composed of events) {
    const own = ownPart(composed.event.id);
    wanted.add(own);
    const before = bucket.heads.get(own);
    const draft = draftOf(composed, bucket, articles);
    if (showSame(before, draft)) continue;
    const head = headOfDraft(draft, composed, before);
    bucket.heads.set(own, head);
    addChange(writes, bucket.collection, before, head);
  }
  for (const [own, before] of [...bucket.heads]) {
    if (wanted.has(own)) continue;
    const movedTo = heirOf(bucket, own, events) ?? heirs.get(own) ?? movedAway(bucket, before);
    const leaf = leafOf(bucket, own);
    if (before.movedTo !== undefined && before.movedTo === movedTo && before.leaf === leaf) continue;
    if (movedTo === undefined) bucket.heads.delete(own);
    else {
      const { event, version } = before;
      const next = before.movedTo === movedTo ? version : version + 1;
      bucket.heads.set(own, tombstoneOf(event.id, event.collection, next, leaf, movedTo));
    }
    addChange(writes, bucket.collection, before, undefined);
  }
}

/** The event that a divided bucket's event became in an earlier batch. */
const movedAway = ({ id, isFull }: MergeBucket, { movedTo }: Head): string | undefined =>
  isFull && movedTo !== undefined && splitEventId(movedTo)?.bucket !== id ? movedTo : undefined;

function addChange(writes: BatchWrites, collection: string, before: Head | undefined, after: Head | undefined): void {
  const [was, is] = [shownOf(before), shownOf(after)];
  if (!was && !is) return;
  if (was && is && JSON.stringify(was) === JSON.stringify(is)) return;
  writes.changes.set(collection, [...(writes.changes.get(collection) ?? []), { before: was, after: is }]);
}

/** The event as readers see it; `undefined` for hidden ones and those that became part of another. */
const shownOf = (head: Head | undefined): EventChange['before'] =>
  head && !head.hidden && head.movedTo === undefined
    ? { event: head.event, words: head.words, leaf: head.leaf }
    : undefined;
