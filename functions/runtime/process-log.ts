import { Logger } from '@aws-lambda-powertools/logger';
import type { Handler } from 'aws-lambda';
import type { Log } from './log.ts';
import { replacements } from './replacements.ts';

/** Ids by which the lines of one request are found. */
interface RequestIds {
  /** Lambda's id, as the platform's own lines and the traces have it. */
  readonly invocation: string;
  /** API Gateway's id, as its access log and the answer have it. */
  readonly requestId?: string;
}

let log: Log | undefined;
let ids: Partial<RequestIds> = {};

/** The log of this process: JSON lines as CloudWatch reads them, or what runs in its place. */
export function processLog(): Log {
  log ??= replacements().log ?? structuredLog();
  return log;
}

/** From here on each line names this request: a Lambda process works on one at a time. */
export function nameRequest(those: RequestIds): void {
  ids = those;
}

/** A handler whose lines name the request that it works on. */
export function logged<Handles extends Handler>(handle: Handles): Handles {
  const named: Handler = (event, context, done) => {
    nameRequest({ invocation: context.awsRequestId });
    return handle(event, context, done);
  };
  return named as Handles;
}

function structuredLog(): Log {
  const logger = new Logger();
  return {
    info: (message, fields = {}) => logger.info(message, { ...ids, ...fields }),
    warn: (message, fields = {}) => logger.warn(message, { ...ids, ...fields }),
    error: (message, fields = {}) => logger.error(message, { ...ids, ...fields }),
  };
}
