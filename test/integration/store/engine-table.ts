import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startEngine } from '../../../local/aws-emulation/engine.ts';
import { connectTo, type EngineConnection } from '../../../local/aws-emulation/engine-connection.ts';
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
  const connections: EngineConnection[] = [];
  const connect = () => {
    const connection = connectTo(engine.endpoint);
    connections.push(connection);
    return connection;
  };
  const base = connect().tables;
  let tables = 0;
  return {
    endpoint: engine.endpoint,
    client() {
      const connection = connect();
      const { items } = connection;
      const destroy = items.destroy.bind(items);
      let isOpen = true;
      // With its sockets: tests of crashes open thousands of clients.
      items.destroy = () => {
        if (!isOpen) return;
        isOpen = false;
        destroy();
        connection.close();
      };
      return items;
    },
    async table() {
      const name = `t${process.pid}-${tables++}`;
      await base.send(new CreateTableCommand(createTableInput(name)));
      return name;
    },
    async stop() {
      for (const connection of connections) connection.close();
      await engine.stop();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
