import type { Mention } from '../../events/merging/mention.ts';
import type { Item } from '../dynamo/table-access.ts';
import { fromPayload, type IndexedEvent, type Payload, toPayload } from '../event-payload.ts';
import { type Key, keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { Head, MergeBucket } from './bucket.ts';
import { eventIdIn, ownPart } from './event-id.ts';
import { leafOf } from './leaf-placement.ts';
import { type PackedMention, packMention, unpackMention } from './mention-codec.ts';

/** One item of a bucket: mentions, and the heads of the events that they gave their ids. */
export interface Leaf {
  readonly mentions: readonly Mention[];
  readonly heads: readonly Head[];
}

/** Most events have one mention and say what it says: then head and mention share one payload. */
type PackedHead =
  | readonly [own: string, version: number, movedTo: string]
  | readonly [
      own: string,
      version: number,
      hidden: 0 | 1,
      words: string,
      payload?: Payload | 0,
      members?: Head['members'] | 0,
      forwarded?: readonly string[],
    ];

type PackedArticle = readonly [articleId: string, ...mentions: PackedMention[]];

/** A leaf as it lies in its bucket. */
export function leafItem(
  bucket: Pick<MergeBucket, 'id' | 'collection'>,
  leaf: number,
  { mentions, heads }: Leaf,
): Item {
  const byArticle = new Map<string, PackedMention[]>();
  const payloads = new Map<string, { readonly payload: string; readonly articleId: string }>();
  for (const mention of mentions) {
    const packed = packMention(mention);
    byArticle.set(mention.articleId, [...(byArticle.get(mention.articleId) ?? []), packed]);
    payloads.set(mention.id, { payload: JSON.stringify(packed[1]), articleId: mention.articleId });
  }
  const packedHeads = heads.map((head): PackedHead => {
    const own = ownPart(head.event.id);
    if (head.movedTo !== undefined) return [own, head.version, head.movedTo];
    const payload = toPayload(head.event);
    const mention = payloads.get(own);
    const isOnlyMention = JSON.stringify(head.members) === JSON.stringify([[mention?.articleId, own]]);
    const told = [own, head.version, head.hidden ? 1 : 0, head.words.join(' ')] as const;
    const isSame = mention?.payload === JSON.stringify(payload);
    if (head.forwarded.length === 0 && isOnlyMention) return isSame ? told : [...told, payload];
    return [...told, isSame ? 0 : payload, isOnlyMention ? 0 : head.members, head.forwarded];
  });
  const packedMentions = [...byArticle].map(([articleId, own]): PackedArticle => [articleId, ...own]);
  return { ...keys.leaf(bucket.id, leaf), c: bucket.collection, v: pack([packedMentions, packedHeads]) };
}

/** The leaf of an item. */
export function leafOfItem(item: Item): Leaf {
  const { articles, heads, headOf } = openLeaf(item);
  const collection = String(item.c);
  const mentions = articles.flatMap(([articleId, ...own]) =>
    own.map((packed) => unpackMention(packed, articleId, collection)),
  );
  return { mentions, heads: heads.map(headOf) };
}

/** Some heads of a leaf's item, by the own part of their events' ids; the rest of the leaf is not decoded. */
export function headsOfItem(item: Item, wanted: ReadonlySet<string>): readonly Head[] {
  const { heads, headOf } = openLeaf(item);
  return heads.filter(([own]) => wanted.has(own)).map(headOf);
}

/** A leaf's item, unpacked, and the decoder of its heads. */
function openLeaf({ pk, sk, c, v }: Item) {
  const [id, collection, leaf] = [keys.bucketOf(pk), String(c), keys.leafNumber(sk)];
  const [articles, heads] = unpack(v) as [PackedArticle[], PackedHead[]];
  const payloads = new Map<string, { readonly payload: Payload; readonly articleId: string }>();
  for (const [articleId, ...own] of articles)
    for (const [mention, payload] of own) payloads.set(mention, { payload, articleId });
  const headOf = (packed: PackedHead): Head => {
    const [own, version, third] = packed;
    const eventId = eventIdIn(id)(own);
    if (typeof third === 'string') return tombstoneOf(eventId, collection, version, leaf, third);
    const [, , hidden, words = '', payload, members, forwarded = []] = packed as Exclude<
      PackedHead,
      readonly [string, number, string]
    >;
    const mention = payloads.get(own);
    return {
      event: fromPayload(eventId, collection, payload || (mention?.payload ?? [])),
      hidden: hidden === 1,
      version,
      members: members || [[mention?.articleId ?? '', own] as const],
      forwarded,
      words: words === '' ? [] : words.split(' '),
      leaf,
    };
  };
  return { articles, heads, headOf };
}

/** The head of an event that became part of another. */
export const tombstoneOf = (
  eventId: string,
  collection: string,
  version: number,
  leaf: number,
  movedTo: string,
): Head => ({
  event: { id: eventId, collection } as IndexedEvent,
  hidden: false,
  version,
  members: [],
  forwarded: [],
  words: [],
  leaf,
  movedTo,
});

/** Leaves that differ between two states of a bucket. */
export function leafWrites(
  bucket: MergeBucket,
  original: MergeBucket,
): { readonly puts: Item[]; readonly removals: Key[] } {
  const [before, after] = [leavesOf(original), leavesOf(bucket)];
  const puts: Item[] = [];
  const removals: Key[] = [];
  for (const [leaf, content] of after) {
    if (!isSame(before.get(leaf), content)) puts.push(leafItem(bucket, leaf, content));
  }
  for (const leaf of before.keys()) if (!after.has(leaf)) removals.push(keys.leaf(bucket.id, leaf));
  return { puts, removals };
}

function leavesOf(bucket: MergeBucket): Map<number, { mentions: Mention[]; heads: Head[] }> {
  const leaves = new Map<number, { mentions: Mention[]; heads: Head[] }>();
  const at = (leaf: number) => {
    const content = leaves.get(leaf) ?? { mentions: [], heads: [] };
    leaves.set(leaf, content);
    return content;
  };
  for (const mention of [...bucket.mentions.values()].flat()) at(leafOf(bucket, mention.id)).mentions.push(mention);
  for (const head of bucket.heads.values()) at(head.leaf).heads.push(head);
  return leaves;
}

/** Unchanged mentions and heads are the very same objects in both states. */
function isSame(a: Leaf | undefined, b: Leaf): boolean {
  const sameSet = (some: readonly object[], others: readonly object[]) => {
    const known = new Set(some);
    return some.length === others.length && others.every((one) => known.has(one));
  };
  return a !== undefined && sameSet(a.mentions, b.mentions) && sameSet(a.heads, b.heads);
}
