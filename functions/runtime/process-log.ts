import { Logger } from '@aws-lambda-powertools/logger';
import type { Handler } from 'aws-lambda';
import type { Log } from '../../shared/kernel/log.ts';
import { replacements } from './replacements.ts';

/** Ids that connect the log lines of one request. */
interface RequestIds {
  /** Lambda's request id, as in the platform's own lines and in traces. */
  readonly invocation: string;
  /** API Gateway's request id, as in its access log and in the response. */
  readonly requestId?: string;
}

let log: Log | undefined;
let ids: Partial<RequestIds> = {};

/** The log of this process: JSON lines as CloudWatch parses them, or a replacement. */
export function processLog(): Log {
  log ??= replacements().log ?? structuredLog();
  return log;
}

/** Adds the ids of a request to every following line. A Lambda process handles one request at a time. */
export function nameRequest(those: RequestIds): void {
  ids = those;
}

/** Wraps a handler so that its log lines carry the ids of its request. */
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
