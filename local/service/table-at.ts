import { existsSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { startEngine } from '../aws-emulation/engine.ts';
import { faultOf } from '../aws-emulation/engine-database.ts';
import { openTable, TABLE_NAME } from '../aws-emulation/table.ts';
import { mustBeDatabase, openDataFolder } from './data-folder.ts';
import { afterStopping, claimFolder, releaseFolder } from './folder-claim.ts';

/** The table that an operator's command uses: that of a data folder, or one on AWS with the operator's credentials. */
export interface TableChoice {
  readonly data: string;
  /** Name of a table on AWS. */
  readonly table?: string;
}

/** A reachable table, with the clients to open stores on it. */
export interface ReachedTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly now: () => string;
}

/** A service stops within ten seconds; then its engine writes its log into the database. */
const LONGEST_STOP_MS = 30_000;

const now = (): string => new Date().toISOString();

/**
 * Runs work on a table: on AWS, in the engine of the service that runs on the data folder, or in an engine started for
 * the command.
 *
 * @param options.isChecked Checks the database file first, if no service runs on it.
 * @throws DatelineError `data.damaged` for a damaged file; the errors of `startService`; `store.unavailable` if AWS
 * denies access.
 */
export async function withTable<T>(
  choice: TableChoice,
  work: (table: ReachedTable) => Promise<T>,
  { isChecked = false }: { readonly isChecked?: boolean } = {},
): Promise<T> {
  if (choice.table !== undefined) return onAws(choice.table, work);
  const running = await afterStopping(choice.data, LONGEST_STOP_MS);
  if (running?.engine !== undefined) return onEngine(running.engine, work);
  const folder = openDataFolder(choice.data);
  claimFolder(folder.path, { url: 'no address: another dateline command is at work' });
  try {
    mustBeDatabase(folder);
    if (isChecked) await mustBeWhole(folder.database);
    const engine = await startEngine({ dbPath: folder.database, socket: folder.socket() });
    try {
      return await onEngine(engine.endpoint, work);
    } finally {
      await engine.stop();
    }
  } finally {
    releaseFolder(folder.path);
  }
}

/** Checks the file first, because the engine would report a damaged page only by not answering. */
async function mustBeWhole(database: string): Promise<void> {
  const fault = existsSync(database) ? await faultOf(database) : undefined;
  if (fault === undefined) return;
  throw new DatelineError(
    'data.damaged',
    `${database} is damaged (${fault.replace(/\s+/g, ' ')}): put a copy of it back. What is whole can still be read with the service.`,
  );
}

async function onEngine<T>(endpoint: string, work: (table: ReachedTable) => Promise<T>): Promise<T> {
  const table = await openTable(endpoint);
  try {
    return await work({ client: table.client, tableName: TABLE_NAME, now });
  } finally {
    table.close();
  }
}

async function onAws<T>(tableName: string, work: (table: ReachedTable) => Promise<T>): Promise<T> {
  const plain = new DynamoDBClient({});
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  try {
    return await work({ client, tableName, now });
  } catch (error) {
    throw awsTrouble(error, tableName);
  } finally {
    plain.destroy();
  }
}

/** AWS's own error message. The store hides it from API callers; an operator needs it. */
function awsTrouble(error: unknown, tableName: string): unknown {
  const cause = error instanceof DatelineError ? error.cause : error;
  if (!(error instanceof DatelineError) && !isSdkError(error)) return error;
  const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new DatelineError('store.unavailable', `The table ${tableName} on AWS does not answer (${said}).`, { cause });
}

const isSdkError = (error: unknown): boolean =>
  error instanceof Error && ('$metadata' in error || error.name === 'CredentialsProviderError');
