import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Log } from '../../shared/kernel/log.ts';

const current = new AsyncLocalStorage<AbortSignal>();

/** Thrown in place of the next request to the table once the work is cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Runs work that throws `Cancelled` at its next table request once the signal is aborted. */
export const cancellable = <T>(signal: AbortSignal, work: () => T): T => current.run(signal, work);

/** Whether the current work was cancelled. Its errors need no log, since no caller waits for it. */
export const isCancelled = (): boolean => current.getStore()?.aborted === true;

/**
 * Makes a client reject requests of cancelled work. Requests already sent are not aborted, and write batches are still
 * sent, since they may contain writes of other callers.
 */
export function refuseCancelled({ middlewareStack }: Pick<DynamoDBDocumentClient, 'middlewareStack'>): void {
  middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (isCancelled() && commandName !== 'BatchWriteItemCommand') throw new Cancelled('The work was cancelled.');
        return next(args);
      },
    { step: 'initialize', priority: 'high', name: 'refuseCancelled' },
  );
}

/** A log that ignores cancelled work. @param all Aborted when all work is cancelled. */
export function withoutCancelled(log: Log, all: AbortSignal): Log {
  const unlessCancelled =
    (write: Log['error']): Log['error'] =>
    (message, fields) => {
      if (!isCancelled() && !all.aborted) write(message, fields);
    };
  return { info: log.info, warn: unlessCancelled(log.warn), error: unlessCancelled(log.error) };
}
