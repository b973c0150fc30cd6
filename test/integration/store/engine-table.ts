import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createTableInput } from '../../../shared/store/table.ts';

/** The real engine in memory, on a free port, with as many fresh tables as a test asks for. */
export interface TestEngine {
  readonly endpoint: string;
  client(): DynamoDBDocumentClient;
  table(): Promise<string>;
  stop(): Promise<void>;
}

export async function startTestEngine(options: { dbPath?: string } = {}): Promise<TestEngine> {
  const port = await freePort();
  const program = join(
    dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@dynoxide/linux-x64/package.json')),
    'dynoxide',
  );
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port)];
  if (options.dbPath) args.push('--db-path', options.dbPath);
  const child = spawn(program, args, { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  const base = clientAt(endpoint);
  let tables = 0;
  await answered(base, child);
  return {
    endpoint,
    client: () => DynamoDBDocumentClient.from(clientAt(endpoint), { marshallOptions: { removeUndefinedValues: true } }),
    async table() {
      const name = `t${process.pid}-${tables++}`;
      await base.send(new CreateTableCommand(createTableInput(name)));
      return name;
    },
    async stop() {
      base.destroy();
      child.kill('SIGKILL');
      await new Promise((done) => child.once('exit', done));
    },
  };
}

const clientAt = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answered(client: DynamoDBClient, child: ChildProcess): Promise<void> {
  const { ListTablesCommand } = await import('@aws-sdk/client-dynamodb');
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`the engine ended with ${child.exitCode}`);
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error('the engine does not answer');
}
