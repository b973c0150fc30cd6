import { createHash } from 'node:crypto';

/**
 * The keys of every item. Parts are joined by `|`, which no part contains (`part` escapes it), so that a prefix of a
 * key never matches a neighbour. The table of access patterns in docs/store.md lists how each is read.
 */
export const keys = {
  article: (id: string): Key => ({ pk: `A|${part(id)}`, sk: 'article' }),
  /** Text too long for the article's own item. The content hash keeps a replaced text apart from its successor. */
  articleChunk: (id: string, contentHash: string, n: number): Key => ({
    pk: `A|${part(id)}`,
    sk: `text|${part(contentHash)}|${String(n).padStart(3, '0')}`,
  }),

  /** Tasks that wait for the builder of a shard; their sort keys are in the order in which it takes them. */
  tasks: (shard: number): string => `I|${shard}`,
  /** The lease of the shard, and its unfinished batch. */
  builder: (shard: number): Key => ({ pk: `B|${shard}`, sk: 'builder' }),

  /** A merge bucket: all mentions of one collection that may be the same events, and these events. */
  bucket: (bucket: string): string => `M|${bucket}`,
  bucketOf: (pk: string): string => pk.slice(2),
  /** Some mentions of a bucket, and heads of its events. */
  leaf: (bucket: string, leaf: number): Key => ({ pk: `M|${bucket}`, sk: `b|${String(leaf).padStart(12, '0')}` }),
  /** The range of all leaves of a bucket. */
  leaves: (bucket: string) => ({ pk: `M|${bucket}`, from: 'b|', to: 'b|~' }),
  leafNumber: (sk: string): number => Number(sk.slice(2)),
  edit: (bucket: string, own: string): Key => ({ pk: `M|${bucket}`, sk: `p|${own}` }),
  /** A mention of another bucket that an editor gave to an event of this one. */
  forwarded: (bucket: string, id: string): Key => ({ pk: `M|${bucket}`, sk: `g|${id}` }),
  /** Records that mentions of this bucket are forwarded to another. */
  forwardsTo: (bucket: string, to: string): Key => ({ pk: `M|${bucket}`, sk: `x|${to}` }),
  /** Set once a bucket has as many mentions as it may. */
  full: (bucket: string): Key => ({ pk: `M|${bucket}`, sk: 'full' }),
  /** The log of an edit, which undoes it. */
  editLog: (id: string): Key => ({ pk: `Q|${part(id)}`, sk: 'edit' }),

  /** Entries of a list in date order: all of them (class 0), or again those of one width class. */
  list: (list: ListName, widthClass = 0): string => `E|${widthClass}|${list}`,
  /** The tiles of a list: pages by zoom and first day. */
  tiles: (list: ListName): string => `O|${list}`,
  /** Facet lists that the builder keeps, and those that it is removing. */
  keptLists: (collection: string): Key => ({ pk: `G|${part(collection)}`, sk: '!lists' }),
  /** Lists that readers would like the builder to keep, by its shards. */
  listRequests: 'X',
  listRequest: (list: ListName): Key => ({
    pk: keys.listRequests,
    sk: `${builderShardOf(unpart(list.split('|')[0] ?? ''))}|${list}`,
  }),
  /** Which segments a collection's index is made of. */
  manifest: (collection: string): Key => ({ pk: `G|${part(collection)}`, sk: '!manifest' }),
  /** One segment of a collection's index: blocks in the order of their first row. */
  segment: (collection: string, segment: string): string => `G|${part(collection)}|${segment}`,

  timeline: (slug: string): Key => ({ pk: `T|${shardOf(slug, 4)}`, sk: part(slug) }),
  feed: (id: string): Key => ({ pk: `D|${shardOf(id, 4)}`, sk: part(id) }),
  /** Changes of a collection, for webhooks and streams, and its watchers. */
  changes: (collection: string): string => `H|${part(collection)}`,
  change: (collection: string, position: string): Key => ({ pk: keys.changes(collection), sk: `change|${position}` }),
  watch: (collection: string, by: 'hooks' | 'stream'): Key => ({ pk: keys.changes(collection), sk: `watch|${by}` }),
  webhooks: 'HW',
  webhook: (id: string): Key => ({ pk: keys.webhooks, sk: part(id) }),
  /** Deliveries of a webhook in order of time. */
  deliveries: (webhook: string): string => `HD|${part(webhook)}`,
  delivery: (webhook: string, createdAt: string, id: string): Key => ({
    pk: keys.deliveries(webhook),
    sk: timeKey(createdAt, id),
  }),
  apiKey: (id: string): Key => ({ pk: keys.apiKeys(shardOf(id, SHARDS.apiKeys)), sk: part(id) }),
  apiKeys: (shard: number): string => `K|${shard}`,
  audit: (month: string): string => `U|${month}`,
  auditOf: (subject: string): string => `UF|${part(subject)}`,
  /** Extractor versions that articles were completed with. */
  versions: 'V',
  /** Names of collections that articles were sent to. */
  collections: 'Y',
  /** Progress of background sweeps. */
  progress: (of: string): Key => ({ pk: 'S', sk: of }),
  lease: (key: string): Key => ({ pk: `Z|${part(key)}`, sk: 'lease' }),
} as const;

/** Every request with a key reads its record: sixteen partitions carry 48,000 of them a second. */
export const SHARDS = { timelines: 4, feeds: 4, articles: 8, due: 4, apiKeys: 16, builders: 8, byHand: 4 } as const;

/** The shard of the builder that a collection belongs to. */
export const builderShardOf = (collection: string): number => shardOf(collection, SHARDS.builders);

/** Whether a list's partition holds the rows of one width class. */
export const isOfWidthClass = (pk: string): boolean => pk.startsWith('E|') && !pk.startsWith(keys.list(''));

/** Partitions of the time index. */
export const times = {
  queued: (shard: number): string => `queued|${shard}`,
  done: (version: string, shard: number): string => `done|${part(version)}|${shard}`,
  /** Failed articles. */
  failed: (shard: number): string => `failed|${shard}`,
  removed: 'removed',
  /** Buckets of events that editors added by hand. */
  byHand: (shard: number): string => `by-hand|${shard}`,
  due: (shard: number): string => `due|${shard}`,
  /** Changes not yet sent to webhooks. */
  changes: 'changes',
  /** Deliveries to be attempted. */
  deliveries: 'deliveries',
} as const;

/** Time, followed by parts that distinguish items of one moment. */
export const timeKey = (at: string, ...parts: readonly string[]): string => [at, ...parts.map(part)].join('|');
/** The parts of a `timeKey`. */
export const partsOfTimeKey = (gsk: unknown): readonly string[] => String(gsk).split('|').map(unpart);

/** Partition and sort key. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Name of a list: `<collection>` for all its events, `<collection>|<kind>|<id>` for one facet's. */
export type ListName = string;

/** One part of a key: `|` and `%` escaped. */
export const part = (text: string): string => text.replace(/[%|]/g, (c) => (c === '%' ? '%25' : '%7C'));
/** The text of a part. */
export const unpart = (text: string): string => text.replace(/%7C/g, '|').replace(/%25/g, '%');

/** Which of so many partitions a text belongs to: always the same one. */
export const shardOf = (text: string, shards: number): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) % shards;

/** Short, stable, safe in keys and URLs. */
export const shortHash = (text: string, length = 16): string =>
  createHash('sha256').update(text).digest('base64url').replace(/[-_]/g, '0').slice(0, length);

/** Day numbers of the years -9999…9999 lie within ±5,000,000: shifted, they are seven digits and sort as text. */
const SHIFT = 5_000_000;
/** A day number as text that sorts as the days do. */
export const dayKey = (day: number): string => String(day + SHIFT).padStart(7, '0');
/** The day number of a `dayKey`. */
export const dayOfKey = (text: string): number => Number(text) - SHIFT;

/** The content of an entry’s sort key. */
export interface EntryPosition {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/** Reads an entry’s sort key. */
export function positionOf(sk: string): EntryPosition {
  return { start: dayOfKey(sk.slice(0, 7)), end: dayOfKey(sk.slice(8, 15)), id: sk.slice(16) };
}
