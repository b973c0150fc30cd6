import { createHash } from 'node:crypto';
import type { ComposedEvent, Guest } from '../../events/merging/compose-events.ts';
import type { Edit } from '../../events/merging/edit.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { fromPayload, type IndexedEvent, type Payload, toPayload } from '../event-payload.ts';
import { keys, SHARDS, shardOf, times, unpart } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { StoredEvent } from '../store.ts';
import type { Item, TableAccess } from '../table-access.ts';

const HASH_BYTES = 8;
/** Of eight bytes in base64url. */
const HASH_LENGTH = 11;

/** 64 bits of a hash: ids of buckets and of mentions, and the two halves of an event's id. */
export const hash64 = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, HASH_BYTES).toString('base64url');

/** An event's id names its bucket, so that it is found by one read. */
export const eventIdIn =
  (bucket: string) =>
  (own: string): string =>
    `${bucket}${own}`;

/** The two halves of an event's id; `undefined` for what is no such id. */
export function splitEventId(id: string): { readonly bucket: string; readonly own: string } | undefined {
  return /^[\w-]{22}$/.test(id) ? { bucket: id.slice(0, HASH_LENGTH), own: id.slice(HASH_LENGTH) } : undefined;
}

/** The half of an event's id that is its own in its bucket. */
export const ownPart = (id: string): string => id.slice(HASH_LENGTH);

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
  edits: readonly EditRecord[];
  /** Buckets that mentions of this one are forwarded to. */
  readonly forwardsTo: Set<string>;
  /** Divided into finer buckets: it keeps heads, edits and what is forwarded to it, and no mentions of its own. */
  isFull: boolean;
}

/** What the views show of an event. */
export interface Head {
  readonly event: IndexedEvent;
  readonly hidden: boolean;
  readonly version: number;
  /** Mentions by article, and forwarded ones. */
  readonly members: readonly (readonly [articleId: string, ...ids: string[]])[];
  readonly forwarded: readonly string[];
  /** Stems that the index has the event under. */
  readonly words: readonly string[];
  readonly digest: string;
  /** Where the evidence of a vanished event went: an event's id. */
  readonly movedTo?: string | undefined;
}

/** Reads a whole bucket, consistently page by page. */
export async function readBucket(table: TableAccess, id: string): Promise<Bucket> {
  const bucket = emptyBucket(id);
  const edits: EditRecord[] = [];
  let isFull = false;
  for await (const item of table.rangeAll({ pk: keys.bucket(id), consistent: true })) {
    const name = item.sk.slice(2);
    if (item.sk.startsWith('m|')) {
      bucket.mentions.set(unpart(name), mentionsOf(item));
      bucket.collection ||= String(item.c);
    } else if (item.sk.startsWith('g|')) {
      const [mention] = mentionsOf(item);
      if (mention) bucket.forwarded.set(name, { own: String(item.o), from: String(item.f), mention });
      bucket.collection ||= String(item.c);
    } else if (item.sk.startsWith('e|')) {
      bucket.heads.set(name, headOf(id, item));
      bucket.collection ||= String(item.c);
    } else if (item.sk.startsWith('p|')) edits.push(editOf(item));
    else if (item.sk.startsWith('x|')) bucket.forwardsTo.add(name);
    else isFull = true;
  }
  return { ...bucket, edits, isFull };
}

/** A bucket that nothing is in. */
export const emptyBucket = (id: string): Bucket => ({
  id,
  collection: '',
  mentions: new Map(),
  forwarded: new Map(),
  heads: new Map(),
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
  forwardsTo: new Set(bucket.forwardsTo),
});

type PackedMention = readonly [id: string, payload: Payload];

const packMention = ({ id, event, tags }: Mention): PackedMention => [id, toPayload({ ...event, tags, pinned: false })];

function unpackMention([id, payload]: PackedMention, articleId: string, collection: string): Mention {
  const { tags, pinned: _pinned, ...event } = fromPayload(id, collection, payload);
  return { id, articleId, event, tags };
}

/** A mention as it would come back from the table. */
export const asStored = (mention: Mention): Mention =>
  unpackMention(JSON.parse(JSON.stringify(packMention(mention))), mention.articleId, mention.event.collection);

/** What one article says in a bucket, as it lies there. */
export const mentionsItem = (
  bucket: string,
  collection: string,
  articleId: string,
  mentions: readonly Mention[],
): Item => ({
  ...keys.mentions(bucket, articleId),
  a: articleId,
  c: collection,
  v: pack(mentions.map(packMention)),
});

/** A forwarded mention as it lies in the bucket that it is forwarded to. */
export const forwardedItem = (bucket: string, collection: string, { own, from, mention }: Forwarded): Item => ({
  ...keys.forwarded(bucket, mention.id),
  a: mention.articleId,
  c: collection,
  o: own,
  f: from,
  v: pack([packMention(mention)]),
});

/** The mentions of an item of either kind. */
export const mentionsOf = ({ a, c, v }: Item): readonly Mention[] =>
  (unpack(v) as PackedMention[]).map((packed) => unpackMention(packed, String(a), String(c)));

/** The event as lists show it: evidence cut to the best piece. */
export const indexed = ({ event, pinned }: ComposedEvent): IndexedEvent => ({
  ...event,
  evidence: event.evidence.slice(0, 1),
  pinned,
});

/** The head of a composed event; its version is one more than the last one's. */
export function headOfComposed(
  composed: ComposedEvent,
  bucket: Bucket,
  words: readonly string[],
  before: Head | undefined,
): Head {
  const articleOf = new Map([...bucket.mentions.values()].flat().map(({ id, articleId }) => [id, articleId]));
  const members = new Map<string, string[]>();
  for (const id of composed.members) {
    const article = articleOf.get(id) ?? '';
    members.set(article, [...(members.get(article) ?? []), id]);
  }
  return {
    event: indexed(composed),
    hidden: composed.hidden,
    version: (before?.version ?? 0) + 1,
    members: [...members].map(([article, ids]) => [article, ...ids] as const),
    forwarded: composed.guests,
    words,
    digest: digestOf(composed),
  };
}

/** Same digest, same head. */
export const digestOf = (composed: ComposedEvent): string =>
  hash64(JSON.stringify([toPayload(indexed(composed)), composed.hidden, composed.members, composed.guests]));

/** A head as it lies in its bucket. */
export function headItem(bucket: string, head: Head): Item {
  const { event, hidden, version, members, forwarded, words, digest, movedTo } = head;
  const key = { ...keys.head(bucket, ownPart(event.id)), c: event.collection, n: version };
  if (movedTo !== undefined) return { ...key, to: movedTo };
  return {
    ...key,
    d: digest,
    ...(hidden ? { h: 1 } : {}),
    v: pack([toPayload(event), members, forwarded, words.join(' ')]),
  };
}

const GONE = { members: [], forwarded: [], words: [], digest: '' } as const;

/** The head of an item. */
export function headOf(bucket: string, item: Item): Head {
  const id = eventIdIn(bucket)(item.sk.slice(2));
  const version = Number(item.n);
  if (item.to !== undefined) {
    const event = { id, collection: String(item.c) } as IndexedEvent;
    return { ...GONE, event, hidden: false, version, movedTo: String(item.to) };
  }
  const [payload, members, forwarded, words] = unpack(item.v) as [Payload, Head['members'], string[], string];
  return {
    event: fromPayload(id, String(item.c), payload),
    hidden: item.h === 1,
    version,
    members,
    forwarded,
    words: words === '' ? [] : words.split(' '),
    digest: String(item.d),
  };
}

/** The event of a head with what editors see; best evidence only. */
export const storedEvent = ({ event, hidden, version }: Head): StoredEvent => ({ ...event, hidden, version });

/** An edit record as it lies in its bucket; one that is an event by hand is found by the time index. */
export const editItem = (bucket: string, edit: EditRecord): Item => ({
  ...keys.edit(bucket, edit.own),
  r: edit.revision,
  v: edit,
  ...(edit.byHand ? { gpk: times.byHand(shardOf(bucket, SHARDS.byHand)), gsk: eventIdIn(bucket)(edit.own) } : {}),
});
/** The edit record of an item. */
export const editOf = (item: Item): EditRecord => item.v as EditRecord;
