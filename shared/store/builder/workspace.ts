import { inParallel } from '../in-parallel.ts';
import type { StoreContext } from '../store-context.ts';
import { copyOf, type EditRecord, emptyBucket, type MergeBucket } from './bucket.ts';
import type { KeptLists } from './kept-lists.ts';
import { readBucket } from './read-bucket.ts';

const BUCKETS_AT_ONCE = 16;
/**
 * Mentions and events in a builder's cache: of the newest two to three thousand articles. An archive of 2,773 news articles takes as many read units
 * with this bound as without.
 */
const MOST_CACHED = 30_000;

/** The state that a builder last wrote: valid until another builder builds the shard. */
export interface BuilderCache {
  readonly buckets: Map<string, MergeBucket>;
  /** Facet lists, by collection. */
  readonly kept: Map<string, KeptLists>;
}

/** Nothing known. */
export const emptyCache = (): BuilderCache => ({ buckets: new Map(), kept: new Map() });

/** Mentions and events of a bucket. */
const sizeOf = ({ leaves, heads }: MergeBucket): number => leaves.size + heads.size;

/** Clears the cache, or removes the buckets that were not used for longest beyond the limit of mentions and events. */
export function trimCache({ buckets, kept }: BuilderCache, most = MOST_CACHED): void {
  if (most === 0) {
    buckets.clear();
    kept.clear();
    return;
  }
  let size = 0;
  for (const bucket of buckets.values()) size += sizeOf(bucket);
  for (const [id, bucket] of buckets) {
    if (size <= most) return;
    buckets.delete(id);
    size -= sizeOf(bucket);
  }
}

/** The buckets of one batch, original and changed. */
export interface Workspace {
  /** As they were when they were read. */
  readonly originals: ReadonlyMap<string, MergeBucket>;
  /** Copies, to be changed. */
  readonly buckets: ReadonlyMap<string, MergeBucket>;
  load(ids: Iterable<string>): Promise<ReadonlyMap<string, MergeBucket>>;
  get(id: string): Promise<MergeBucket>;
}

/** @param edits The edits as read by an unfinished batch, by bucket; absent for a new batch. */
export function workspace(
  { table }: StoreContext,
  cache: BuilderCache,
  edits: Readonly<Record<string, readonly EditRecord[]>> | undefined,
): Workspace {
  const originals = new Map<string, MergeBucket>();
  const buckets = new Map<string, MergeBucket>();
  const load = async (ids: Iterable<string>) => {
    await inParallel(
      [...new Set(ids)].filter((id) => id !== '' && !buckets.has(id)),
      BUCKETS_AT_ONCE,
      async (id) => {
        const original = cache.buckets.get(id) ?? (await readBucket(table, id));
        originals.set(id, original);
        buckets.set(id, { ...copyOf(original), ...(edits ? { edits: edits[id] ?? [] } : {}) });
      },
    );
    return buckets;
  };
  return { originals, buckets, load, get: async (id) => (await load([id])).get(id) ?? emptyBucket(id) };
}
