import { type Key, type ListName, part, SHARDS } from './keys.ts';
import { WIDE_CLASSES } from './lists/facet-lists.ts';

/** Keys of releases with extractor versions up to 4: cells in place of buckets, and other lists. */
export const formerKeys = {
  /** Which mentions an article gave, by cell. */
  note: (articleId: string): Key => ({ pk: `A|${part(articleId)}`, sk: 'mentions' }),
  cell: (cell: string): string => `C|${cell}`,
  /** Facets of a collection by name. */
  facets: (collection: string, kind: string): string => `F|${part(collection)}|${kind}`,
  /** The same facets by how many events they have. */
  facetRanks: (collection: string, kind: string): string => `R|${part(collection)}|${kind}`,
  /** Partitions of one list: entries, entries by width class, its width classes, its tiles. */
  list: (list: ListName): readonly string[] => [
    `L|${list}|0`,
    ...WIDE_CLASSES.map((widthClass) => `W|${list}|${widthClass}`),
    `N|${list}`,
    `P|${list}`,
  ],
  /** Partitions of the time index with notes that changed lately. */
  changed: [...Array(SHARDS.articles).keys()].map((shard) => `changed|${shard}`),
  /** Remaining work: articles taken down before their cells were migrated, edits to be placed, lists to be removed. */
  pending: 'J',
  pendingArticle: (id: string): Key => ({ pk: 'J', sk: `article|${part(id)}` }),
  pendingEdit: (id: string): Key => ({ pk: 'J', sk: `edit|${id}` }),
  pendingViews: (collection: string): Key => ({ pk: 'J', sk: `views|${part(collection)}` }),
} as const;
