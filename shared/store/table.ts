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

/** Partition keys of articles begin with this: the sweep's permission to change items reaches no others. */
export const ARTICLES = 'A|';

/** Partition keys of the builder's tasks begin with this: the event source of the builder passes over other records. */
export const TASKS = 'I|';

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
