import { type ComposedEvent, type Composition, composeEvents } from '../../events/merging/compose-events.ts';
import type { Edit } from '../../events/merging/edit.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { giveWay } from '../give-way.ts';
import type { EditRecord, Forwarded, MergeBucket } from './bucket.ts';
import { eventIdIn, splitEventId } from './event-id.ts';
import { coarserBuckets } from './mentions.ts';

/** Longest chain of merges by hand: longer ones are a mistake. */
const MOST_ROUNDS = 12;

/**
 * Composes a bucket.
 *
 * @param coarser The divided buckets it was made from. Their edits still apply: the evidence of an edited event is
 * forwarded to it.
 */
export const compositionOf = (bucket: MergeBucket, coarser: readonly MergeBucket[]): Composition =>
  composeEvents(
    bucket.collection,
    {
      mentions: [...bucket.mentions.values()].flat(),
      forwarded: [...bucket.forwarded.values()],
      edits: [...bucket.edits, ...coarser.flatMap(inheritedFrom)],
    },
    eventIdIn(bucket.id),
  );

const inheritedFrom = ({ id, edits }: MergeBucket): readonly Edit[] =>
  edits.map(({ own, places, title, split = false }) => ({
    own,
    places,
    title,
    split,
    changes: {},
    into: eventIdIn(id)(own),
  }));

/** The divided buckets that a bucket was made from. */
export async function coarserThan(
  bucket: MergeBucket,
  load: (id: string) => Promise<MergeBucket>,
): Promise<readonly MergeBucket[]> {
  const [[mention] = []] = bucket.mentions.values();
  return mention === undefined ? [] : Promise.all(coarserBuckets(bucket.id, mention).map(load));
}

/**
 * Composes buckets, and those that their mentions are forwarded to, until no new mention is forwarded.
 *
 * @param buckets Changed in place: mentions forwarded to and from them.
 * @param load Reads a bucket that is not among them.
 * @returns The events of each bucket.
 */
export async function composeBuckets(
  buckets: Map<string, MergeBucket>,
  load: (id: string) => Promise<MergeBucket>,
): Promise<ReadonlyMap<string, readonly ComposedEvent[]>> {
  const composed = new Map<string, readonly ComposedEvent[]>();
  let open = new Set(buckets.keys());
  for (let round = 0; open.size > 0 && round < MOST_ROUNDS; round++) {
    const next = new Set<string>();
    for (const id of open) {
      const bucket = buckets.get(id);
      if (!bucket) continue;
      await giveWay();
      const coarser = await coarserThan(bucket, async (each) => buckets.get(each) ?? (await load(each)));
      const { events, exports, places } = compositionOf(bucket, coarser);
      composed.set(id, events);
      for (const one of [bucket, ...coarser])
        one.edits = one.edits.map((edit) => withPlaces(edit, places.get(edit.own) ?? []));
      for (const to of await forward(bucket, exports, buckets, load)) next.add(to);
    }
    open = next;
  }
  return composed;
}

/** Most positions by which an edited event is recognised: more would not make it more certain. */
export const MOST_PLACES = 200;

/**
 * Adds all evidence of its event to an edit, so that the edit stays with the event when its first articles no longer
 * report it. A split keeps its positions, which define the evidence that is split off.
 */
function withPlaces(edit: EditRecord, places: readonly string[]): EditRecord {
  const known = new Set(edit.places);
  const all = [...new Set([...places, ...edit.places])].slice(0, MOST_PLACES);
  return edit.split || all.every((place) => known.has(place)) ? edit : { ...edit, places: all };
}

/** Updates the mentions that other buckets have from this one to its composition; @returns the changed buckets. */
async function forward(
  bucket: MergeBucket,
  exports: Composition['exports'],
  buckets: Map<string, MergeBucket>,
  load: (id: string) => Promise<MergeBucket>,
): Promise<readonly string[]> {
  const wanted = new Map<string, Forwarded[]>();
  for (const [id, mentions] of exports) {
    const place = splitEventId(id);
    if (!place) continue;
    const forwarded = mentions.map((mention: Mention) => ({ own: place.own, from: bucket.id, mention }));
    wanted.set(place.bucket, [...(wanted.get(place.bucket) ?? []), ...forwarded]);
  }
  const changed: string[] = [];
  for (const to of new Set([...wanted.keys(), ...bucket.forwardsTo])) {
    const target = buckets.get(to) ?? (await load(to));
    buckets.set(to, target);
    target.collection ||= bucket.collection;
    const own = wanted.get(to) ?? [];
    const ids = new Set(own.map(({ mention }) => mention.id));
    const gone = [...target.forwarded].filter(([id, { from }]) => from === bucket.id && !ids.has(id));
    const fresh = own.filter(({ own: event, mention }) => {
      const there = target.forwarded.get(mention.id);
      return there?.own !== event || there.from !== bucket.id || !isSame(there.mention, mention);
    });
    for (const [id] of gone) target.forwarded.delete(id);
    for (const one of fresh) target.forwarded.set(one.mention.id, one);
    if (own.length > 0) bucket.forwardsTo.add(to);
    else bucket.forwardsTo.delete(to);
    if (gone.length + fresh.length > 0) changed.push(to);
  }
  return changed;
}

const isSame = (a: Mention, b: Mention): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The event that now contains the evidence of a vanished one. */
export function heirOf(bucket: MergeBucket, own: string, events: readonly ComposedEvent[]): string | undefined {
  const into = bucket.edits.find((edit) => edit.own === own)?.into;
  if (into !== undefined) return into;
  return events.find(({ members }) => members.includes(own))?.event.id;
}
