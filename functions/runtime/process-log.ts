import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from './log.ts';
import { replacements } from './replacements.ts';

let log: Log | undefined;

/** The log of this process: JSON lines as CloudWatch reads them, or what runs in its place. */
export function processLog(): Log {
  log ??= replacements().log ?? structuredLog();
  return log;
}

function structuredLog(): Log {
  const logger = new Logger();
  return {
    info: (message, fields = {}) => logger.info(message, { ...fields }),
    warn: (message, fields = {}) => logger.warn(message, { ...fields }),
    error: (message, fields = {}) => logger.error(message, { ...fields }),
  };
}
