import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableAt } from './dynamo/table-access.ts';
import { SHARDS } from './keys.ts';
import type { StoreContext } from './store-context.ts';

/** A table and a clock. */
export interface StoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** ISO date-time in UTC. */
  readonly now: () => string;
  /** A facet with more events than this gets a list of its own; without it the builder's own bound. */
  readonly frequent?: number;
  /** Reading a facet with more events than this requests a list for it; without it the readers' own bound. */
  readonly worthList?: number;
  /** For an overview, a list with at most so many events is read whole; without it the readers' own bound. */
  readonly wholeList?: number;
}

/** Cached knowledge about a table outlives the store object. */
const learnt = new WeakMap<DynamoDBDocumentClient, Map<string, StoreContext>>();

/** The context of one table shared by the repositories, the builder and maintenance in this process. */
export function contextOf({ client, tableName, now, frequent, worthList, wholeList }: StoreOptions): StoreContext {
  const tables = learnt.get(client) ?? new Map<string, StoreContext>();
  learnt.set(client, tables);
  const known = tables.get(tableName);
  const context: StoreContext = known
    ? { ...known, now }
    : {
        table: tableAt(client, tableName),
        now,
        frequent,
        worthList,
        wholeList,
        requestedLists: new Map(),
        unfolded: new Set(Array(SHARDS.builders).keys()),
        knownVersions: new Set(),
        knownCollections: new Set(),
      };
  tables.set(tableName, context);
  return context;
}
