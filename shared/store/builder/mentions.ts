import { cellOf, DETAILS } from '../../events/merging/cell.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { type Bucket, hash64, sizeOf } from './bucket.ts';

/** Mentions a bucket takes in: each new one is compared with them all. What comes after goes to finer buckets. */
export const BUCKET_MENTIONS = 96;

/** Mention ids by bucket. */
export type Places = Readonly<Record<string, readonly string[]>>;

/** A mention and its bucket. */
interface Placed {
  readonly mention: Mention;
  readonly bucket: string;
}

/**
 * Chooses a bucket for each mention: the one that it is in, if it is one of those it may be in; else the coarsest that has room.
 *
 * @param given By article, in the order of the batch: the same articles in the same order get the same buckets, however much of the batch was done before.
 * @param before Where each article's mentions were before the batch.
 * @param load Reads buckets that are to be considered.
 */
export async function placeMentions(
  given: ReadonlyMap<string, readonly Mention[]>,
  before: ReadonlyMap<string, Places>,
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Bucket>>,
): Promise<ReadonlyMap<string, readonly Placed[]>> {
  const placed = new Map<string, Placed[]>([...given.keys()].map((article) => [article, []]));
  let open = [...given].flatMap(([article, mentions]) =>
    mentions.map((mention) => ({
      article,
      mention,
      buckets: DETAILS.map((detail) => hash64(cellOf(mention.event.collection, mention, detail))),
    })),
  );
  open = open.filter(({ article, mention, buckets }) => {
    const places = before.get(article) ?? {};
    const bucket = buckets.find((one) => places[one]?.includes(mention.id));
    if (bucket !== undefined) placed.get(article)?.push({ mention, bucket });
    return bucket === undefined;
  });
  const used = new Map<string, number>();
  for (const detail of DETAILS) {
    const loaded = await load([...new Set(open.map(({ buckets }) => buckets[detail] ?? ''))]);
    open = open.filter(({ article, mention, buckets }) => {
      const bucket = buckets[detail] ?? '';
      const size = used.get(bucket) ?? sizeBefore(loaded.get(bucket), given, before);
      used.set(bucket, size);
      const isFull = loaded.get(bucket)?.isFull === true || size >= BUCKET_MENTIONS;
      if (isFull && detail !== DETAILS.at(-1)) return true;
      used.set(bucket, size + 1);
      placed.get(article)?.push({ mention, bucket });
      return false;
    });
  }
  return placed;
}

/** How many mentions a bucket had before the batch: of the batch's own articles, those that were noted. */
function sizeBefore(
  bucket: Bucket | undefined,
  given: ReadonlyMap<string, unknown>,
  before: ReadonlyMap<string, Places>,
): number {
  if (!bucket) return 0;
  let size = sizeOf(bucket);
  for (const article of given.keys()) {
    const own = bucket.mentions.get(article);
    if (own) size += (before.get(article)?.[bucket.id]?.length ?? 0) - own.length;
  }
  return size;
}
