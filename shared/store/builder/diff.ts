import type { ComposedEvent } from '../../events/merging/compose-events.ts';
import { type Key, keys } from '../keys.ts';
import { wordsOf } from '../segments/terms.ts';
import type { Item } from '../table-access.ts';
import {
  type Bucket,
  digestOf,
  editItem,
  forwardedItem,
  type Head,
  headItem,
  headOfComposed,
  mentionsItem,
  ownPart,
  splitEventId,
} from './bucket.ts';
import { heirOf } from './compose.ts';
import type { EventChange } from './views.ts';

/** What a batch writes, in the order in which it is written. */
export interface BatchWrites {
  /** First: what articles say. */
  readonly mentions: { readonly puts: (Item | Key)[]; readonly removals: Key[] };
  /** With them: edits that know more of their events' evidence, each unless an editor changes it meanwhile. */
  readonly edits: { readonly item: Item; readonly revision: number }[];
  /** Then, by collection: what readers see. */
  readonly changes: Map<string, EventChange[]>;
  /** Then heads, by which the next batch knows what readers see. */
  readonly heads: { readonly puts: (Item | Key)[]; readonly removals: Key[] };
  /** Last: mentions that finer buckets have now. A batch that is done again finds them and moves them again. */
  readonly moved: Key[];
}

/**
 * Compares buckets with what they were read as, and their events with their heads. Heads are changed in place.
 *
 * @param given The batch's own articles.
 */
export function writesOf(
  buckets: ReadonlyMap<string, Bucket>,
  originals: ReadonlyMap<string, Bucket>,
  composed: ReadonlyMap<string, readonly ComposedEvent[]>,
  given: ReadonlySet<string>,
): BatchWrites {
  const writes: BatchWrites = {
    mentions: { puts: [], removals: [] },
    edits: [],
    changes: new Map(),
    heads: { puts: [], removals: [] },
    moved: [],
  };
  const heirs = [...buckets.values()].some(({ isFull }) => isFull) ? eventsByMention(composed) : new Map();
  for (const [id, events] of composed) {
    const [bucket, original] = [buckets.get(id), originals.get(id)];
    if (!bucket || !original) continue;
    addMentions(writes, bucket, original, given);
    addEdits(writes, bucket, original);
    addEvents(writes, bucket, events, heirs);
    if (!original.isFull && bucket.isFull) writes.heads.puts.push(keys.full(id));
  }
  return writes;
}

function addMentions(
  { mentions: { puts, removals }, moved }: BatchWrites,
  bucket: Bucket,
  original: Bucket,
  given: ReadonlySet<string>,
): void {
  const { id, collection } = bucket;
  for (const [article, mentions] of bucket.mentions) {
    if (original.mentions.get(article) !== mentions) puts.push(mentionsItem(id, collection, article, mentions));
  }
  for (const article of original.mentions.keys()) {
    if (!bucket.mentions.has(article))
      (bucket.isFull && !given.has(article) ? moved : removals).push(keys.mentions(id, article));
  }
  for (const [mention, forwarded] of bucket.forwarded) {
    if (original.forwarded.get(mention) !== forwarded) puts.push(forwardedItem(id, collection, forwarded));
  }
  for (const mention of original.forwarded.keys()) {
    if (!bucket.forwarded.has(mention)) removals.push(keys.forwarded(id, mention));
  }
  for (const to of bucket.forwardsTo) if (!original.forwardsTo.has(to)) puts.push(keys.forwardsTo(id, to));
  for (const to of original.forwardsTo) if (!bucket.forwardsTo.has(to)) removals.push(keys.forwardsTo(id, to));
}

function addEdits({ edits }: BatchWrites, bucket: Bucket, original: Bucket): void {
  const before = new Map(original.edits.map((edit) => [edit.own, edit]));
  for (const edit of bucket.edits) {
    const known = new Set(before.get(edit.own)?.places);
    if (edit.places.some((place) => !known.has(place)))
      edits.push({ item: editItem(bucket.id, edit), revision: edit.revision });
  }
}

/** The event that each mention is in. */
const eventsByMention = (composed: ReadonlyMap<string, readonly ComposedEvent[]>): ReadonlyMap<string, string> =>
  new Map(
    [...composed.values()]
      .flat()
      .flatMap(({ event, members, guests }) => [...members, ...guests].map((mention) => [mention, event.id] as const)),
  );

function addEvents(
  writes: BatchWrites,
  bucket: Bucket,
  events: readonly ComposedEvent[],
  heirs: ReadonlyMap<string, string>,
): void {
  const wanted = new Set<string>();
  for (const composed of events) {
    const own = ownPart(composed.event.id);
    wanted.add(own);
    const before = bucket.heads.get(own);
    if (before?.digest === digestOf(composed)) continue;
    const head = headOfComposed(composed, bucket, wordsOf(composed.event), before);
    writes.heads.puts.push(headItem(bucket.id, head));
    bucket.heads.set(own, head);
    addChange(writes, bucket.collection, before, head);
  }
  for (const [own, before] of [...bucket.heads]) {
    if (wanted.has(own)) continue;
    const movedTo = heirOf(bucket, own, events) ?? heirs.get(own) ?? movedAway(bucket, before);
    if (before.movedTo !== undefined && before.movedTo === movedTo) continue;
    if (movedTo === undefined) {
      writes.heads.removals.push(keys.head(bucket.id, own));
      bucket.heads.delete(own);
    } else {
      const head: Head = { ...before, version: before.version + 1, digest: '', movedTo };
      writes.heads.puts.push(headItem(bucket.id, head));
      bucket.heads.set(own, { ...head, members: [], forwarded: [], words: [] });
    }
    addChange(writes, bucket.collection, before, undefined);
  }
}

/** Where a divided bucket's event went in an earlier batch. */
const movedAway = ({ id, isFull }: Bucket, { movedTo }: Head): string | undefined =>
  isFull && movedTo !== undefined && splitEventId(movedTo)?.bucket !== id ? movedTo : undefined;

function addChange(writes: BatchWrites, collection: string, before: Head | undefined, after: Head | undefined): void {
  const [was, is] = [shownOf(before), shownOf(after)];
  if (!was && !is) return;
  if (was && is && JSON.stringify(was) === JSON.stringify(is)) return;
  writes.changes.set(collection, [...(writes.changes.get(collection) ?? []), { before: was, after: is }]);
}

/** What readers see of an event: nothing of hidden ones, nor of those that became part of another. */
const shownOf = (head: Head | undefined): EventChange['before'] =>
  head && !head.hidden && head.movedTo === undefined ? { event: head.event, words: head.words } : undefined;
