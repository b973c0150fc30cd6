import type { Item, TableAccess } from '../dynamo/table-access.ts';
import { keys } from '../keys.ts';
import { type EditRecord, editOf, emptyBucket, type Head, type MergeBucket } from './bucket.ts';
import { ownPart } from './event-id.ts';
import { headsOfItem, leafOfItem } from './leaves.ts';
import { forwardedOf } from './mention-codec.ts';

/** Reads a whole bucket, consistently page by page. */
export async function readBucket(table: TableAccess, id: string): Promise<MergeBucket> {
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

/** Reads some heads of a bucket, by the own part of their events' ids. A large bucket is mostly mentions, which this does not decode. */
export async function readHeadsIn(table: TableAccess, id: string, own: ReadonlySet<string>): Promise<readonly Head[]> {
  const heads: Head[] = [];
  for await (const item of table.rangeAll({ ...keys.leaves(id), consistent: true }))
    heads.push(...headsOfItem(item, own));
  return heads;
}

function addLeaf(bucket: MergeBucket, item: Item): void {
  const { mentions, heads } = leafOfItem(item);
  for (const mention of mentions) {
    bucket.mentions.set(mention.articleId, [...(bucket.mentions.get(mention.articleId) ?? []), mention]);
    bucket.leaves.set(mention.id, keys.leafNumber(item.sk));
  }
  for (const head of heads) bucket.heads.set(ownPart(head.event.id), head);
}
