import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { createTableInput } from '../../shared/store/table.ts';
import { refuseCancelled } from './cancellation.ts';
import { connectTo } from './engine-connection.ts';
import { letReadersFirst } from './engine-turns.ts';

/** The table's name in every engine on this machine. */
export const TABLE_NAME = 'dateline';

/** A connection to the table of an engine on this machine. */
export interface LocalTable {
  readonly client: DynamoDBDocumentClient;
  readonly streams: DynamoDBStreamsClient;
  readonly streamArn: string;
  close(): void;
}

/**
 * Connects to an engine on this machine and creates the table if it is missing.
 *
 * @throws DatelineError `engine.failed` if the engine does not answer or answers unexpectedly.
 */
export async function openTable(endpoint: string): Promise<LocalTable> {
  const { tables, items: client, streams, close } = connectTo(endpoint);
  refuseCancelled(client);
  letReadersFirst(client);
  try {
    return { client, streams, streamArn: await ensureTable(tables, endpoint), close };
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
