/**
 * Processor time of requests to the embedded engine: the SDK's document client against the one that speaks the wire protocol itself. The engine's own
 * time is not counted.
 *
 * npx tsx bench/local/engine-client.ts [--requests 3000]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { startEngine } from '../../local/aws-emulation/engine.ts';
import { connectTo } from '../../local/aws-emulation/engine-connection.ts';
import { createTableInput } from '../../shared/store/table.ts';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '3000' } } });
const count = Number(values.requests);
const TableName = 'bench';
const folder = mkdtempSync(join(tmpdir(), 'dateline-engine-'));
const engine = await startEngine({ dbPath: join(folder, 'table.db') });
const connection = connectTo(engine.endpoint);
await connection.tables.send(new CreateTableCommand(createTableInput(TableName)));
const sdk = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }),
  { marshallOptions: { removeUndefinedValues: true } },
);

const item = (n: number) => ({ pk: 'P', sk: String(n).padStart(6, '0'), v: new Uint8Array(1500).fill(n), n });
const requests = {
  'PutItem of 1.5 KB': (n: number) => new PutCommand({ TableName, Item: item(n % 500) }),
  'GetItem of 1.5 KB': (n: number) => new GetCommand({ TableName, Key: { pk: 'P', sk: item(n % 500).sk } }),
  'Query of 12 items': (n: number) =>
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :p AND sk >= :s',
      ExpressionAttributeValues: { ':p': 'P', ':s': item(n % 400).sk },
      Limit: 12,
    }),
  'BatchWriteItem of 25': (n: number) =>
    new BatchWriteCommand({
      RequestItems: {
        [TableName]: Array.from({ length: 25 }, (_, i) => ({ PutRequest: { Item: item((n * 25 + i) % 500) } })),
      },
    }),
};
console.log('| request | SDK: processor, ms | latency, ms | own: processor, ms | latency, ms |\n|---|---|---|---|---|');
for (const [name, make] of Object.entries(requests)) {
  const cells: string[] = [];
  for (const client of [sdk, connection.items]) {
    for (let n = 0; n < 200; n++) await client.send(make(n) as never);
    const [cpu, begun] = [process.cpuUsage(), performance.now()];
    for (let n = 0; n < count; n++) await client.send(make(n) as never);
    const { user, system } = process.cpuUsage(cpu);
    cells.push(((user + system) / 1000 / count).toFixed(3), ((performance.now() - begun) / count).toFixed(3));
  }
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
sdk.destroy();
connection.close();
await engine.stop();
rmSync(folder, { recursive: true, force: true });
