import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Log } from '../../shared/kernel/log.ts';
import { assetOf } from './assets.ts';
import { processLog } from './process-log.ts';
import { type Replacements, replacements } from './replacements.ts';

/**
 * Clients that most handlers need. Queues and secrets have files of their own (`queueAt`, `secretsAt`), so that only
 * functions that use them bundle those SDK clients.
 */
export interface Clients extends Pick<Replacements, 'extract' | 'readPage' | 'recordSecret'> {
  readonly table: DynamoDBDocumentClient;
  /** A built file of embed/ (`dateline-timeline.js`, `console.js`); `undefined` if it was not built. */
  readonly asset: (name: string) => Promise<string | undefined>;
  /** ISO date-time in UTC. */
  readonly now: () => string;
  readonly log: Log;
}

let table: DynamoDBDocumentClient | undefined;

/** The clients of this process, made once and kept between invocations. */
export function clients(): Clients {
  const instead = replacements();
  table ??= instead.table ?? documentClient();
  return { asset: assetOf, now: () => new Date().toISOString(), table, log: processLog(), ...instead };
}

function documentClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
}
