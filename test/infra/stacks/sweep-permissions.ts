/** Requests of sweep-articles to the table after a release of the extractor, checked against its policy. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sweepArticles } from '../../../functions/sweep-articles/sweep-articles.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import { startTestEngine, type TestEngine } from '../../integration/store/engine-table.ts';
import { allowsTableCall, permissionsOf, type TableCall } from './policy.ts';
import { synthesise } from './synthesis.ts';

const permissions = permissionsOf(synthesise().ingest).get('sweep-articles') ?? [];
const now = (): string => '2026-11-02T08:00:00.000Z';
let engine: TestEngine;

beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

/** Notes each request by key that the client sends. */
function noting(client: DynamoDBDocumentClient, calls: TableCall[]): DynamoDBDocumentClient {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        const { Key, ExpressionAttributeValues } = args.input as unknown as Record<string, Record<string, unknown>>;
        const partitionKey = String(Key?.pk ?? Object.values(ExpressionAttributeValues ?? {})[0]);
        const operation = commandName.replace(/(Item)?Command$/, '');
        calls.push({ action: `dynamodb:${operation === 'Query' ? operation : `${operation}Item`}`, partitionKey });
        return next(args);
      },
    { step: 'initialize' },
  );
  return client;
}

test('sweep-articles may send what it sends when a new extractor takes up the articles of an older one', async () => {
  const tableName = await engine.table();
  const worker = openStore({ client: engine.client(), tableName, now });
  const article = { id: 'a1', contentHash: 'h1', collection: 'main', text: 'The bridge opened on 4 May 1998.' };
  await worker.articles.accept({ ...article, publishedAt: '2026-10-30', tags: [] });
  await worker.articles.complete('a1', 'h1', { text: article.text, language: 'en', events: [] }, 'an older version');
  await worker.fold();

  const calls: TableCall[] = [];
  const sweeper = openStore({ client: noting(engine.client(), calls), tableName, now });
  const queue = { send: async () => undefined, backlog: async () => 0 };
  expect(await sweepArticles(sweeper.articles, queue, { graceSeconds: 300, atMost: 100, now: now() })).toMatchObject({
    outdated: 1,
  });
  expect(calls.map(({ action }) => action)).toContain('dynamodb:UpdateItem');
  expect(calls.filter((call) => !allowsTableCall(permissions, call))).toEqual([]);
});

test('sweep-articles changes articles only: neither keys nor feeds, and it deletes nothing', () => {
  const may = (action: string, partitionKey: string) => allowsTableCall(permissions, { action, partitionKey });
  expect(may('dynamodb:UpdateItem', 'A|a1')).toBe(true);
  for (const partitionKey of ['K|3', 'D|1', 'T|0', 'U|2026-11', 'AK|x']) {
    expect(may('dynamodb:UpdateItem', partitionKey)).toBe(false);
  }
  expect(may('dynamodb:DeleteItem', 'A|a1')).toBe(false);
  expect(may('dynamodb:PutItem', 'A|a1')).toBe(false);
});
