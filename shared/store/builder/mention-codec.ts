import type { Mention } from '../../events/merging/mention.ts';
import type { Item } from '../dynamo/table-access.ts';
import { fromPayload, type Payload, toPayload } from '../event-payload.ts';
import { keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { Forwarded } from './bucket.ts';

/** A mention as it lies in a leaf or a forwarded item: its article is noted beside it. */
export type PackedMention = readonly [id: string, payload: Payload];

/** Packs a mention. */
export const packMention = ({ id, event, tags }: Mention): PackedMention => [
  id,
  toPayload({ ...event, tags, pinned: false }),
];

/** The mention that was packed. */
export function unpackMention([id, payload]: PackedMention, articleId: string, collection: string): Mention {
  const { tags, pinned: _pinned, ...event } = fromPayload(id, collection, payload);
  return { id, articleId, event, tags };
}

/** A mention as it would come back from the table. */
export const asStored = (mention: Mention): Mention =>
  unpackMention(JSON.parse(JSON.stringify(packMention(mention))), mention.articleId, mention.event.collection);

/** A forwarded mention as it lies in the bucket that it is forwarded to. */
export const forwardedItem = (bucket: string, collection: string, { own, from, mention }: Forwarded): Item => ({
  ...keys.forwarded(bucket, mention.id),
  a: mention.articleId,
  c: collection,
  o: own,
  f: from,
  v: pack(packMention(mention)),
});

/** The forwarded mention of an item. */
export const forwardedOf = ({ a, c, o, f, v }: Item): Forwarded => ({
  own: String(o),
  from: String(f),
  mention: unpackMention(unpack(v) as PackedMention, String(a), String(c)),
});
