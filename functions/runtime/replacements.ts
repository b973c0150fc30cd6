import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { extractFrom } from '../../shared/application/extraction.ts';
import type { ReadPage } from '../../shared/ingest/article-page.ts';
import type { Log } from '../../shared/kernel/log.ts';
import type { MeasuredQueue } from './queue.ts';

/** Replacements for AWS services where handlers run outside Lambda (local/ passes its in-process queue and secret file). */
export interface Replacements {
  readonly table?: DynamoDBDocumentClient;
  /** The queue at an SQS URL. */
  readonly queue?: (url: string) => MeasuredQueue;
  /** Signing secrets, newest first. */
  readonly secrets?: (arn: string) => Promise<readonly string[]>;
  /** Extracts events outside this thread, which other work waits for. */
  readonly extract?: typeof extractFrom;
  readonly readPage?: ReadPage;
  /** Seals keys and console sessions if other programs can write to the table; the secret itself is not in the table. */
  readonly recordSecret?: string;
  /** A built file of embed/ (`dateline-timeline.js`, `console.js`); `undefined` if it was not built. */
  readonly asset?: (name: string) => Promise<string | undefined>;
  /** ISO date-time in UTC. */
  readonly now?: () => string;
  readonly log?: Log;
}

let given: Replacements = {};

/** The one entry point for running handlers outside Lambda. Call it before importing any handler module. */
export function useInstead(those: Replacements): void {
  given = { ...given, ...those };
}

/** What `useInstead` was given. */
export const replacements = (): Replacements => given;
