import { Logger } from '@aws-lambda-powertools/logger';

/** Where structured log lines go. Bodies, headers and keys never do. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Writes JSON lines as CloudWatch reads them. */
export function structuredLog(): Log {
  const logger = new Logger();
  return {
    info: (message, fields = {}) => logger.info(message, { ...fields }),
    warn: (message, fields = {}) => logger.warn(message, { ...fields }),
    error: (message, fields = {}) => logger.error(message, { ...fields }),
  };
}
