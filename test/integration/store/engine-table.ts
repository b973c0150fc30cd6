import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startEngine } from '../../../local/aws-emulation/engine.ts';
import { createTableInput } from '../../../shared/store/table.ts';

/** The real engine on a free port, with as many fresh tables as a test asks for. */
export interface TestEngine {
  readonly endpoint: string;
  client(): DynamoDBDocumentClient;
  table(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * @param options.onDisk In a folder of its own that goes with the engine, as the service keeps it, instead of in memory: for more than some
 *   ten thousand writes, of which the engine in memory makes each slower than the last.
 */
export async function startTestEngine({ onDisk = false } = {}): Promise<TestEngine> {
  const folder = onDisk ? mkdtempSync(join(tmpdir(), 'dateline-engine-')) : undefined;
  const engine = await startEngine(folder === undefined ? {} : { dbPath: join(folder, 'table.db') });
  const base = clientAt(engine.endpoint);
  let tables = 0;
  return {
    endpoint: engine.endpoint,
    client: () =>
      DynamoDBDocumentClient.from(clientAt(engine.endpoint), { marshallOptions: { removeUndefinedValues: true } }),
    async table() {
      const name = `t${process.pid}-${tables++}`;
      await base.send(new CreateTableCommand(createTableInput(name)));
      return name;
    },
    async stop() {
      base.destroy();
      await engine.stop();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const clientAt = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
