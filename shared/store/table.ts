/**
 * The one table, as plain data: what `CreateTable` and the data stack need. How items lie in it is in `keys.ts`; what each access costs is
 * in docs/store.md.
 *
 * One sparse index does all that is asked by time rather than by key: articles waiting for extraction, feeds due for a poll, work that a
 * sweep has to finish. Items without `gpk` are not in it and cost nothing there.
 */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [{ name: 'byTime', partitionKey: 'gpk', sortKey: 'gsk', projection: 'KEYS_ONLY' }],
  /** New images: the relay reads an accepted article's id from it, the tiles only need the keys. */
  stream: 'NEW_IMAGE',
  /** Seconds since 1970. The engine may delete late or never: reads check it themselves. */
  timeToLiveAttribute: 'expires',
} as const;

/** Prefix of the partition keys of the builder's tasks: the builder's event source ignores other records. */
export const TASKS = 'I|';

/** What partition keys of each kind of item begin with (`*` is any text), for permissions that reach no others. */
export const PARTITIONS = {
  articles: 'A|*',
  tasks: `${TASKS}*`,
  builders: 'B|*',
  buckets: 'M|*',
  editLogs: 'Q|*',
  lists: 'E|*',
  tiles: 'O|*',
  indexes: 'G|*',
  listRequests: 'X',
  timelines: 'T|*',
  feeds: 'D|*',
  changes: 'H|*',
  webhooks: 'HW',
  deliveries: 'HD|*',
  apiKeys: 'K|*',
  audit: 'U|*',
  auditOfSubjects: 'UF|*',
  versions: 'V',
  collections: 'Y',
  progress: 'S',
  leases: 'Z|*',
  /** Of the former layout: what is still to be carried over, and what is removed once it is. */
  pending: 'J',
  formerCells: 'C|*',
  formerFacets: 'F|*',
  formerFacetRanks: 'R|*',
  formerEntries: 'L|*',
  formerWideEntries: 'W|*',
  formerWidths: 'N|*',
  formerTiles: 'P|*',
} as const;

/** The input of `CreateTable` for an engine on this machine; on AWS the data stack makes the table from `TABLE`. */
export function createTableInput(tableName: string) {
  const index = TABLE.indexes[0];
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: [TABLE.partitionKey, TABLE.sortKey, index.partitionKey, index.sortKey].map((name) => ({
      AttributeName: name,
      AttributeType: 'S' as const,
    })),
    KeySchema: [
      { AttributeName: TABLE.partitionKey, KeyType: 'HASH' as const },
      { AttributeName: TABLE.sortKey, KeyType: 'RANGE' as const },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: index.name,
        KeySchema: [
          { AttributeName: index.partitionKey, KeyType: 'HASH' as const },
          { AttributeName: index.sortKey, KeyType: 'RANGE' as const },
        ],
        Projection: { ProjectionType: index.projection },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: TABLE.stream },
  };
}
