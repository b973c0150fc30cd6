import { createHash } from 'node:crypto';
import { dayNumber } from '../time/day.ts';

/**
 * Where every item lies. Parts are joined by `|`, which no part contains (`part` escapes it), so that a prefix of a key never runs into a
 * neighbour. The table of access patterns in docs/store.md says what each is read by.
 */
export const keys = {
  article: (id: string): Key => ({ pk: `A|${part(id)}`, sk: 'article' }),
  /** Text too long for the article's own item. The content hash keeps a replaced text apart from its successor. */
  articleChunk: (id: string, contentHash: string, n: number): Key => ({
    pk: `A|${part(id)}`,
    sk: `text|${part(contentHash)}|${String(n).padStart(3, '0')}`,
  }),
  /** Which mentions the article has given, by cell. */
  articleMentions: (id: string): Key => ({ pk: `A|${part(id)}`, sk: 'mentions' }),

  /** A cell: all mentions of one collection that may speak of the same events, and the events they make up. */
  cell: (cell: string): string => `C|${cell}`,
  cellOf: (pk: string): string => pk.slice(2),
  mention: (cell: string, id: string): Key => ({ pk: `C|${cell}`, sk: `m|${id}` }),
  head: (cell: string, id: string): Key => ({ pk: `C|${cell}`, sk: `e|${id}` }),
  edit: (cell: string, id: string): Key => ({ pk: `C|${cell}`, sk: `p|${id}` }),
  /** A mention of another cell that an editor gave to an event of this one. */
  guest: (cell: string, id: string): Key => ({ pk: `C|${cell}`, sk: `g|${id}` }),
  /** Says that mentions of this cell are guests in another. */
  exported: (cell: string, to: string): Key => ({ pk: `C|${cell}`, sk: `x|${to}` }),
  /** Set once a cell has as many mentions as it may. */
  full: (cell: string): Key => ({ pk: `C|${cell}`, sk: 'full' }),
  /** What an edit changed, for undoing it. */
  editLog: (id: string): Key => ({ pk: `Q|${part(id)}`, sk: 'edit' }),

  /** Events of one facet (or all, or those of one width class) in date order. */
  list: (list: ListName, shard = 0): string => `L|${list}|${shard}`,
  wideList: (list: ListName, widthClass: number): string => `W|${list}|${widthClass}`,
  /** The width classes that a list holds, one tiny item each, written before the first entry of that class. */
  census: (list: ListName): string => `N|${list}`,

  /** Facets of a collection by name, for the prefix search; sixteen partitions by hash. */
  facets: (collection: string, kind: string): string => `F|${part(collection)}|${kind}`,

  /** The same facets by how many events they have, most first; rewritten when that number has grown or shrunk by about two fifths. */
  facetRanks: (collection: string, kind: string): string => `R|${part(collection)}|${kind}`,

  /** The tiles of a list: pages by zoom and first day. */
  tiles: (list: ListName): string => `P|${list}`,

  timeline: (slug: string): Key => ({ pk: `T|${shardOf(slug, 4)}`, sk: part(slug) }),
  feed: (id: string): Key => ({ pk: `D|${shardOf(id, 4)}`, sk: part(id) }),
  apiKey: (id: string): Key => ({ pk: keys.apiKeys(shardOf(id, SHARDS.apiKeys)), sk: part(id) }),
  apiKeys: (shard: number): string => `K|${shard}`,
  audit: (month: string): string => `U|${month}`,
  auditOf: (subject: string): string => `UF|${part(subject)}`,
  /** Extractor versions that articles were completed with. */
  versions: 'V',
  /** Names of collections that articles were sent to. */
  collections: 'Y',
  /** Where background sweeps have got to. */
  progress: (of: string): Key => ({ pk: 'S', sk: of }),
  lease: (key: string): Key => ({ pk: `Z|${part(key)}`, sk: 'lease' }),
} as const;

/** Every request with a key reads its record: sixteen partitions carry 48,000 of them a second. */
export const SHARDS = { timelines: 4, feeds: 4, articles: 8, due: 4, apiKeys: 16 } as const;

/** Partitions of the time index. */
export const times = {
  queued: (shard: number): string => `queued|${shard}`,
  done: (version: string, shard: number): string => `done|${part(version)}|${shard}`,
  /** Articles that were given up. */
  failed: (shard: number): string => `failed|${shard}`,
  removed: 'removed',
  /** Notes of mentions that remember some which a late worker may still write. */
  changed: (shard: number): string => `changed|${shard}`,
  due: (shard: number): string => `due|${shard}`,
} as const;

/** Time first, then what tells items of one moment apart. */
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

/** Sort key of an event in a list: by start, end, id. */
export const entryKey = (date: { start: string; end: string }, id: string): string =>
  `${dayKey(dayNumber(date.start))}|${dayKey(dayNumber(date.end))}|${id}`;

/** What an entry’s sort key says. */
export interface EntryPosition {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/** Reads an entry’s sort key. */
export function positionOf(sk: string): EntryPosition {
  return { start: dayOfKey(sk.slice(0, 7)), end: dayOfKey(sk.slice(8, 15)), id: sk.slice(16) };
}
