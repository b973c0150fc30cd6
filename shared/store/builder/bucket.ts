import type { ForwardedMention } from '../../events/merging/compose-events.ts';
import type { Edit } from '../../events/merging/edit.ts';
import type { Mention } from '../../events/merging/mention.ts';
import type { Item } from '../dynamo/table-access.ts';
import type { IndexedEvent } from '../event-payload.ts';
import { keys, SHARDS, shardOf, times } from '../keys.ts';
import { eventIdIn } from './event-id.ts';

/** A mention that another bucket gives to an event of this one. */
export interface Forwarded extends ForwardedMention {
  readonly from: string;
}

/** An edit as stored in its bucket; the revision orders edits. */
export interface EditRecord extends Edit {
  readonly revision: number;
}

/** The state of an event as the views show it. */
export interface Head {
  readonly event: IndexedEvent;
  readonly hidden: boolean;
  readonly version: number;
  /** Mentions by article, and forwarded ones. */
  readonly members: readonly (readonly [articleId: string, ...ids: string[]])[];
  readonly forwarded: readonly string[];
  /** Stems that the index has the event under. */
  readonly words: readonly string[];
  /** The leaf of the bucket that contains it. */
  readonly leaf: number;
  /** The event that the evidence of a vanished event belongs to now. */
  readonly movedTo?: string | undefined;
}

/** The content of a bucket's partition. */
export interface MergeBucket {
  readonly id: string;
  collection: string;
  /** By article. */
  readonly mentions: Map<string, readonly Mention[]>;
  /** By mention. */
  readonly forwarded: Map<string, Forwarded>;
  /** By the event's own part of its id; includes vanished events that became part of another. */
  readonly heads: Map<string, Head>;
  /** The leaf of each mention. */
  readonly leaves: Map<string, number>;
  edits: readonly EditRecord[];
  /** Buckets that mentions of this one are forwarded to. */
  readonly forwardsTo: Set<string>;
  /** True if it was divided into finer buckets: it then keeps heads, edits and forwarded mentions, and no mentions of its own. */
  isFull: boolean;
}

/** A bucket that nothing is in. */
export const emptyBucket = (id: string): MergeBucket => ({
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

/** A deep copy of a bucket. */
export const copyOf = (bucket: MergeBucket): MergeBucket => ({
  ...bucket,
  mentions: new Map(bucket.mentions),
  forwarded: new Map(bucket.forwarded),
  heads: new Map(bucket.heads),
  leaves: new Map(bucket.leaves),
  forwardsTo: new Set(bucket.forwardsTo),
});

/** The item of an edit; an event by hand is also in the time index. */
export const editItem = (bucket: string, edit: EditRecord): Item => ({
  ...keys.edit(bucket, edit.own),
  r: edit.revision,
  v: edit,
  ...(edit.byHand ? { gpk: times.byHand(shardOf(bucket, SHARDS.byHand)), gsk: eventIdIn(bucket)(edit.own) } : {}),
});

/** The edit record of an item. */
export const editOf = (item: Item): EditRecord => item.v as EditRecord;
