import type { Guest } from '../../events/merging/compose-events.ts';
import type { Edit } from '../../events/merging/edit.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { keys, SHARDS, shardOf, times } from '../keys.ts';
import type { Item, TableAccess } from '../table-access.ts';
import { eventIdIn, ownPart } from './event-id.ts';
import type { Head } from './head.ts';
import { leafOfItem } from './leaves.ts';
import { forwardedOf } from './mention-codec.ts';

/** A mention that another bucket gives to an event of this one. */
export interface Forwarded extends Guest {
  readonly from: string;
}

/** An edit as it lies in its bucket; the revision tells a later one from an earlier. */
export interface EditRecord extends Edit {
  readonly revision: number;
}

/** Everything in a bucket's partition. */
export interface Bucket {
  readonly id: string;
  collection: string;
  /** By article. */
  readonly mentions: Map<string, readonly Mention[]>;
  /** By mention. */
  readonly forwarded: Map<string, Forwarded>;
  /** By the event's own part of its id; those of vanished events that became part of another too. */
  readonly heads: Map<string, Head>;
  /** The leaf of each mention. */
  readonly leaves: Map<string, number>;
  edits: readonly EditRecord[];
  /** Buckets that mentions of this one are forwarded to. */
  readonly forwardsTo: Set<string>;
  /** Divided into finer buckets: it keeps heads, edits and what is forwarded to it, and no mentions of its own. */
  isFull: boolean;
}

/** Reads a whole bucket, consistently page by page. */
export async function readBucket(table: TableAccess, id: string): Promise<Bucket> {
  const bucket = emptyBucket(id);
  const edits: EditRecord[] = [];
  let isFull = false;
  for await (const item of table.rangeAll({ pk: keys.bucket(id), consistent: true })) {
    const name = item.sk.slice(2);
    if (item.sk.startsWith('b|')) addLeaf(bucket, item);
    else if (item.sk.startsWith('g|')) bucket.forwarded.set(name, forwardedOf(item));
    else if (item.sk.startsWith('p|')) edits.push(editOf(item));
    else if (item.sk.startsWith('x|')) bucket.forwardsTo.add(name);
    else if (item.sk === keys.full(id).sk) isFull = true;
    if (item.c !== undefined) bucket.collection ||= String(item.c);
  }
  return { ...bucket, edits, isFull };
}

function addLeaf(bucket: Bucket, item: Item): void {
  const { mentions, heads } = leafOfItem(item);
  for (const mention of mentions) {
    bucket.mentions.set(mention.articleId, [...(bucket.mentions.get(mention.articleId) ?? []), mention]);
    bucket.leaves.set(mention.id, keys.leafNumber(item.sk));
  }
  for (const head of heads) bucket.heads.set(ownPart(head.event.id), head);
}

/** A bucket that nothing is in. */
export const emptyBucket = (id: string): Bucket => ({
  id,
  collection: '',
  mentions: new Map(),
  forwarded: new Map(),
  heads: new Map(),
  leaves: new Map(),
  edits: [],
  forwardsTo: new Set(),
  isFull: false,
});

/** A bucket that can be changed without the other. */
export const copyOf = (bucket: Bucket): Bucket => ({
  ...bucket,
  mentions: new Map(bucket.mentions),
  forwarded: new Map(bucket.forwarded),
  heads: new Map(bucket.heads),
  leaves: new Map(bucket.leaves),
  forwardsTo: new Set(bucket.forwardsTo),
});

/** An edit record as it lies in its bucket; one that is an event by hand is found by the time index. */
export const editItem = (bucket: string, edit: EditRecord): Item => ({
  ...keys.edit(bucket, edit.own),
  r: edit.revision,
  v: edit,
  ...(edit.byHand ? { gpk: times.byHand(shardOf(bucket, SHARDS.byHand)), gsk: eventIdIn(bucket)(edit.own) } : {}),
});

/** The edit record of an item. */
export const editOf = (item: Item): EditRecord => item.v as EditRecord;
