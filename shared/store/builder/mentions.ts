import type { Mention } from '../../events/merging/mention.ts';
import { bucketKeyOf, DETAILS, mostInBucket } from '../../events/merging/merge-bucket.ts';
import { groupedBy } from '../grouped-by.ts';
import type { MergeBucket } from './bucket.ts';
import { hash64 } from './event-id.ts';

/** A mention and its bucket. */
export interface Placed {
  readonly article: string;
  readonly mention: Mention;
  readonly bucket: string;
}

/** Result of placing mentions. */
export interface Placement {
  /** Mentions of the batch's articles. */
  readonly given: readonly Placed[];
  /** Mentions of other articles that leave a divided bucket. */
  readonly moved: readonly Placed[];
  /** Buckets with too many mentions, which keep none. */
  readonly divided: ReadonlySet<string>;
}

interface Open {
  readonly article: string;
  readonly mention: Mention;
  /** It belongs to an article outside the batch. */
  readonly moves: boolean;
}

/**
 * Chooses a bucket for each mention: the coarsest that is not divided. A bucket with more mentions than {@link
 * mostInBucket} is divided by the next detail and its mentions move there, so that buckets depend on the set of
 * mentions and not on their order. A division is permanent: takedowns do not undo it.
 *
 * Mentions of other articles are removed from a divided bucket after everything else was written, so a repeated batch
 * chooses the same.
 *
 * @param load Reads further buckets.
 */
export async function placeMentions(
  given: ReadonlyMap<string, readonly Mention[]>,
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, MergeBucket>>,
): Promise<Placement> {
  const placement = { given: [] as Placed[], moved: [] as Placed[], divided: new Set<string>() };
  let open: readonly Open[] = [...given].flatMap(([article, mentions]) =>
    mentions.map((mention) => ({ article, mention, moves: false })),
  );
  for (const detail of DETAILS) {
    const groups = groupedBy(open, ({ mention }) => bucketOf(mention, detail));
    const loaded = await load([...groups.keys()]);
    open = [...groups].flatMap(([bucket, group]): readonly Open[] => {
      // Mentions that an interrupted batch has moved are still in the divided bucket, too.
      const all = onceEach([...group, ...othersIn(loaded.get(bucket), given)]);
      const isDivided = loaded.get(bucket)?.isFull === true || all.length > mostInBucket(detail);
      if (isDivided) {
        placement.divided.add(bucket);
        return all;
      }
      for (const { article, mention, moves } of group)
        placement[moves ? 'moved' : 'given'].push({ article, mention, bucket });
      return [];
    });
  }
  return placement;
}

/** The bucket of a mention at a detail. */
const bucketOf = (mention: Mention, detail: (typeof DETAILS)[number]): string =>
  hash64(bucketKeyOf(mention.event.collection, mention, detail));

/** Mentions of a bucket that belong to articles outside the batch. */
const othersIn = (bucket: MergeBucket | undefined, given: ReadonlyMap<string, unknown>): readonly Open[] =>
  [...(bucket?.mentions ?? [])].flatMap(([article, mentions]) =>
    given.has(article) ? [] : mentions.map((mention) => ({ article, mention, moves: true })),
  );

const onceEach = (all: readonly Open[]): readonly Open[] => [
  ...new Map(all.map((one) => [one.mention.id, one])).values(),
];

/** The coarser buckets that were divided before a bucket was created, by one of its mentions; none for a bucket of the coarsest detail. */
export function coarserBuckets(id: string, mention: Mention): readonly string[] {
  const all = DETAILS.map((detail) => bucketOf(mention, detail));
  return all.slice(0, Math.max(0, all.indexOf(id)));
}
