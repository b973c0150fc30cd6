import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { extractFrom } from '../../shared/application/extraction.ts';
import type { ReadPage } from '../../shared/ingest/article-page.ts';
import type { Log } from './log.ts';
import type { MeasuredQueue } from './queue.ts';

/** What runs in place of AWS where the handlers run elsewhere (local/ puts its in-process queue and its secret file here). */
export interface Replacements {
  readonly table?: DynamoDBDocumentClient;
  /** The queue at an SQS URL. */
  readonly queue?: (url: string) => MeasuredQueue;
  /** Signing secrets, newest first. */
  readonly secrets?: (arn: string) => Promise<readonly string[]>;
  /** Read texts elsewhere than in this thread, which other work waits for. */
  readonly extract?: typeof extractFrom;
  readonly readPage?: ReadPage;
  /** Seals keys and console sessions, where others than the service may write to the table; a secret that is not in it. */
  readonly recordSecret?: string;
  /** A built file of embed/ (`dateline-timeline.js`, `console.js`); `undefined` where it was not built. */
  readonly asset?: (name: string) => Promise<string | undefined>;
  /** ISO date-time in UTC. */
  readonly now?: () => string;
  readonly log?: Log;
}

let given: Replacements = {};

/** The one seam for running the handlers elsewhere than on Lambda. To be called before any handler module is imported. */
export function useInstead(those: Replacements): void {
  given = { ...given, ...those };
}

/** What `useInstead` was given. */
export const replacements = (): Replacements => given;
