import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Key } from '../keys.ts';
import { pause, withRetries } from './retry.ts';

/** Most items of one BatchWriteItem. */
const BATCH = 25;
/** How long a write waits for others: little compared with the request it saves. */
const COMPANY_MS = 2;

interface Write {
  readonly PutRequest?: { readonly Item: Record<string, unknown> };
  readonly DeleteRequest?: { readonly Key: Record<string, unknown> };
}

interface Waiting {
  readonly write: Write;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Puts and deletes of many callers, sent together: what is added within two milliseconds goes out in batches of 25. Two writes of one
 * key never share a batch, and go in the order in which they were added.
 */
export function writeBatches(client: DynamoDBDocumentClient, tableName: string) {
  let waiting: Waiting[] = [];
  let due = false;
  /** Keys being written, each with the end of its last write. */
  const underway = new Map<string, Promise<void>>();

  async function send(batch: readonly Waiting[]): Promise<void> {
    try {
      let left: Write[] = batch.map(({ write }) => write);
      for (let attempt = 0; left.length > 0; attempt++) {
        await pause(attempt);
        const request = { RequestItems: { [tableName]: left as never[] } };
        const answer = await withRetries(() => client.send(new BatchWriteCommand(request)));
        left = (answer.UnprocessedItems?.[tableName] ?? []) as Write[];
      }
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  function flush(): void {
    due = false;
    const ready = waiting;
    waiting = [];
    for (let i = 0; i < ready.length; i += BATCH) void send(ready.slice(i, i + BATCH));
  }

  return {
    async add({ pk, sk }: Key, write: Write): Promise<void> {
      const key = `${pk}\n${sk}`;
      const before = underway.get(key);
      const own = (async () => {
        if (before) await before.catch(() => undefined);
        await new Promise<void>((done, failed) => {
          waiting.push({ write, done, failed });
          if (waiting.length >= BATCH) flush();
          else if (!due) setTimeout(flush, COMPANY_MS);
          due = waiting.length > 0;
        });
      })();
      underway.set(key, own);
      try {
        await own;
      } finally {
        if (underway.get(key) === own) underway.delete(key);
      }
    },
  };
}
