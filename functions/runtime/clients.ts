import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { extractFrom } from '../../shared/application/extraction.ts';
import type { ReadPage } from '../../shared/ingest/article-page.ts';
import { assetOf } from './assets.ts';
import { type MeasuredQueue, queueAt } from './queue.ts';
import { secretsAt } from './secrets.ts';

/** Where structured log lines go. Bodies, headers and keys never do. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Everything a handler reaches outside its process. */
export interface Clients {
  readonly table: DynamoDBDocumentClient;
  /** The queue at an SQS URL. */
  readonly queue: (url: string) => MeasuredQueue;
  /** Signing secrets, newest first: the first signs, all of them verify, so that rotation breaks no live embed. */
  readonly secrets: (arn: string) => Promise<readonly string[]>;
  /** Read texts elsewhere than in this thread, which other work waits for (one machine). */
  readonly extract?: typeof extractFrom;
  readonly readPage?: ReadPage;
  /** Seals keys and console sessions, where others than the service may write to the table (one machine); a secret that is not in it. */
  readonly recordSecret?: string;
  /** A built file of embed/ (`dateline-timeline.js`, `console.js`); `undefined` where it was not built. */
  readonly asset: (name: string) => Promise<string | undefined>;
  /** ISO date-time in UTC. */
  readonly now: () => string;
  readonly log: Log;
}

let replacement: Partial<Clients> = {};
let current: Clients | undefined;

/** The clients of this process, made once and kept between invocations. */
export function clients(): Clients {
  if (current) return current;
  current = {
    table: replacement.table ?? documentClient(),
    queue: queueAt,
    secrets: secretsAt,
    asset: assetOf,
    now: () => new Date().toISOString(),
    log: replacement.log ?? structuredLog(),
    ...replacement,
  };
  return current;
}

/**
 * The one seam for running the handlers elsewhere than on Lambda (local/ puts its in-process queue and its secret file here). To be
 * called before any handler module is imported.
 */
export function useClients(those: Partial<Clients>): void {
  replacement = { ...replacement, ...those };
  current = undefined;
}

function documentClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
}

function structuredLog(): Log {
  const logger = new Logger();
  return {
    info: (message, fields = {}) => logger.info(message, { ...fields }),
    warn: (message, fields = {}) => logger.warn(message, { ...fields }),
    error: (message, fields = {}) => logger.error(message, { ...fields }),
  };
}
