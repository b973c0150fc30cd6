import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Key } from '../keys.ts';
import { TABLE } from '../table.ts';
import { ConditionFailed, pause, withRetries } from './retry.ts';
import { writeBatches } from './write-batches.ts';

/** An item as the document client gives it; repositories read fields they have written themselves. */
export interface Item extends Key {
  readonly [name: string]: unknown;
}

/** A condition expression. */
export interface Condition {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** A range of one partition. */
export interface RangeRequest {
  readonly pk: string;
  /** Inclusive bounds of the sort key. */
  readonly from?: string;
  readonly to?: string;
  readonly forward?: boolean;
  /** Most items read, before any filter. */
  readonly limit?: number;
  readonly consistent?: boolean;
  readonly index?: 'byTime';
  readonly after?: Record<string, unknown> | undefined;
  readonly count?: boolean;
}

/** One answer to a `RangeRequest`; `next` continues it. */
export interface RangePage {
  readonly items: readonly Item[];
  readonly count: number;
  readonly next: Record<string, unknown> | undefined;
}

/** The store's requests to DynamoDB. Errors become `DatelineError`; a failed condition is a value. */
export interface TableAccess {
  get(key: Key, options?: { consistent?: boolean }): Promise<Item | undefined>;
  getMany(keys: readonly Key[], options?: { consistent?: boolean }): Promise<readonly Item[]>;
  /** `stored` is false if the condition failed; `old` is then the existing item, otherwise the replaced one. */
  put(item: Item, condition?: Condition): Promise<{ stored: boolean; old: Item | undefined }>;
  /** The item after the update; `undefined` where the condition failed. */
  update(key: Key, expression: string, condition: Condition): Promise<Item | undefined>;
  /** The removed item; `undefined` if there was none or the condition failed. */
  remove(key: Key, condition?: Condition): Promise<Item | undefined>;
  range(request: RangeRequest): Promise<RangePage>;
  /** Every item of a range, page after page. */
  rangeAll(request: RangeRequest): AsyncIterable<Item>;
  /** Unconditional puts and deletes, batched with concurrent ones. Costs the same as one by one. */
  writeMany(puts: readonly (Item | Key)[], removals: readonly Key[]): Promise<void>;
  /** All puts and removals, or none; false if a condition failed. Costs twice as much as the same writes alone. */
  transact(changes: readonly Change[]): Promise<boolean>;
  ping(): Promise<void>;
}

/** One part of a transaction. */
export type Change =
  | { readonly put: Item; readonly condition?: Condition }
  | { readonly remove: Key; readonly condition?: Condition };

/** Sort keys are ASCII or escaped text: this sorts after any of them. */
export const LAST = '\u{10ffff}';

/** The requests to one table. @throws DatelineError from every call: `store.busy`, `store.unavailable`. */
export function tableAt(client: DynamoDBDocumentClient, tableName: string): TableAccess {
  const writes = writeBatches(client, tableName);
  const table: TableAccess = {
    async get(key, options = {}) {
      const answer = await withRetries(() =>
        client.send(
          new GetCommand({ TableName: tableName, Key: pick(key), ConsistentRead: options.consistent ?? false }),
        ),
      );
      return answer.Item as Item | undefined;
    },

    async getMany(keys, options = {}) {
      const found: Item[] = [];
      for (let i = 0; i < keys.length; i += 100) {
        let wanted: Record<string, unknown>[] = keys.slice(i, i + 100).map(pick);
        for (let attempt = 0; wanted.length > 0; attempt++) {
          await pause(attempt);
          const request = { [tableName]: { Keys: wanted, ConsistentRead: options.consistent ?? false } };
          const answer = await withRetries(() => client.send(new BatchGetCommand({ RequestItems: request })));
          found.push(...((answer.Responses?.[tableName] ?? []) as Item[]));
          wanted = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
        }
      }
      return found;
    },

    async put(item, condition) {
      try {
        const answer = await withRetries(() =>
          client.send(
            new PutCommand({
              TableName: tableName,
              Item: item,
              ReturnValues: 'ALL_OLD',
              ...(condition ? expressed(condition) : {}),
            }),
          ),
        );
        return { stored: true, old: answer.Attributes as Item | undefined };
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        return { stored: false, old: await table.get(item, { consistent: true }) };
      }
    },

    async update(key, expression, condition) {
      try {
        const answer = await withRetries(() =>
          client.send(
            new UpdateCommand({
              TableName: tableName,
              Key: pick(key),
              UpdateExpression: expression,
              ReturnValues: 'ALL_NEW',
              ...expressed(condition),
            }),
          ),
        );
        return answer.Attributes as Item | undefined;
      } catch (error) {
        if (error instanceof ConditionFailed) return undefined;
        throw error;
      }
    },

    async remove(key, condition) {
      try {
        const answer = await withRetries(() =>
          client.send(
            new DeleteCommand({
              TableName: tableName,
              Key: pick(key),
              ReturnValues: 'ALL_OLD',
              ...(condition ? expressed(condition) : {}),
            }),
          ),
        );
        return answer.Attributes as Item | undefined;
      } catch (error) {
        if (error instanceof ConditionFailed) return undefined;
        throw error;
      }
    },

    async range(request) {
      const answer = await withRetries(() =>
        client.send(new QueryCommand({ TableName: tableName, ...queryOf(request) })),
      );
      return {
        items: (answer.Items ?? []) as Item[],
        count: answer.Count ?? 0,
        next: answer.LastEvaluatedKey,
      };
    },

    async *rangeAll(request) {
      let after = request.after;
      do {
        const page = await table.range({ ...request, after });
        yield* page.items;
        after = page.next;
      } while (after);
    },

    async writeMany(puts, removals) {
      await Promise.all([
        ...puts.map((item) => writes.add(item, { PutRequest: { Item: { ...item } } })),
        ...removals.map((key) => writes.add(key, { DeleteRequest: { Key: pick(key) } })),
      ]);
    },

    async transact(changes) {
      const items = changes.map((change) => {
        const condition = change.condition ? expressed(change.condition) : {};
        return 'put' in change
          ? { Put: { TableName: tableName, Item: { ...change.put }, ...condition } }
          : { Delete: { TableName: tableName, Key: pick(change.remove), ...condition } };
      });
      try {
        await withRetries(() => client.send(new TransactWriteCommand({ TransactItems: items })));
        return true;
      } catch (error) {
        if (error instanceof ConditionFailed) return false;
        throw error;
      }
    },

    async ping() {
      await table.get({ pk: 'ping', sk: 'ping' });
    },
  };
  return table;
}

const pick = ({ pk, sk }: Key): Record<string, unknown> => ({ pk, sk });

function queryOf(request: RangeRequest): Omit<QueryCommandInput, 'TableName'> {
  const index = request.index ? TABLE.indexes[0] : undefined;
  const low = request.from ?? '';
  const high = request.to ?? LAST;
  const bounded = request.from !== undefined || request.to !== undefined;
  return {
    ...(index ? { IndexName: index.name } : {}),
    KeyConditionExpression: bounded ? '#p = :p AND #s BETWEEN :low AND :high' : '#p = :p',
    ExpressionAttributeNames: {
      '#p': index?.partitionKey ?? TABLE.partitionKey,
      ...(bounded ? { '#s': index?.sortKey ?? TABLE.sortKey } : {}),
    },
    ExpressionAttributeValues: { ':p': request.pk, ...(bounded ? { ':low': low || ' ', ':high': high } : {}) },
    ScanIndexForward: request.forward ?? true,
    ConsistentRead: request.consistent ?? false,
    ...(request.limit === undefined ? {} : { Limit: request.limit }),
    ...(request.after ? { ExclusiveStartKey: request.after } : {}),
    ...(request.count ? { Select: 'COUNT' as const } : {}),
  };
}

const expressed = ({ expression, names, values }: Condition) => ({
  ...(expression ? { ConditionExpression: expression } : {}),
  ...(names ? { ExpressionAttributeNames: { ...names } } : {}),
  ...(values ? { ExpressionAttributeValues: { ...values } } : {}),
});
