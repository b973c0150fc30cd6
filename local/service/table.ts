import { Agent } from 'node:http';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { createTableInput } from '../../shared/store/table.ts';
import { socketOf } from '../engine-process.ts';
import { refuseCancelled } from './cancellation.ts';

/** The table's name in every engine on this machine. */
export const TABLE_NAME = 'dateline';

/** What the SDK's own agent allows. */
const MOST_CONNECTIONS = 50;

/** A connection to the table of an engine on this machine. */
export interface LocalTable {
  readonly client: DynamoDBDocumentClient;
  readonly streams: DynamoDBStreamsClient;
  readonly streamArn: string;
  close(): void;
}

/**
 * Connects to an engine on this machine and makes the table there if it is missing.
 *
 * @throws DatelineError `engine.failed` where something else answers, or nothing.
 */
export async function openTable(endpoint: string): Promise<LocalTable> {
  const socketPath = socketOf(endpoint);
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS, ...(socketPath && { socketPath }) });
  const connection = {
    endpoint: socketPath === undefined ? endpoint : 'http://localhost',
    ...(!endpoint.startsWith('https:') && { requestHandler: { httpAgent: agent } }),
    region: process.env.AWS_REGION ?? 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const plain = new DynamoDBClient(connection);
  const streams = new DynamoDBStreamsClient(connection);
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  refuseCancelled(client);
  const close = () => {
    plain.destroy();
    streams.destroy();
    agent.destroy();
  };
  try {
    return { client, streams, streamArn: await ensureTable(plain, endpoint), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function ensureTable(client: DynamoDBClient, endpoint: string): Promise<string> {
  const describe = () => client.send(new DescribeTableCommand({ TableName: TABLE_NAME }));
  try {
    const described = await describe().catch(async (error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error;
      await client.send(new CreateTableCommand(createTableInput(TABLE_NAME)));
      return describe();
    });
    const streamArn = described.Table?.LatestStreamArn;
    if (streamArn !== undefined) return streamArn;
  } catch (error) {
    throw new DatelineError('engine.failed', `No DynamoDB answers at ${endpoint}: is DYNAMODB_ENDPOINT right?`, {
      cause: error,
    });
  }
  throw new DatelineError(
    'engine.failed',
    `The table ${TABLE_NAME} at ${endpoint} has no stream: remove it, and start again.`,
  );
}
