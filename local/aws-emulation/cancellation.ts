import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Log } from '../../functions/runtime/log.ts';

const current = new AsyncLocalStorage<AbortSignal>();

/** Thrown in place of the next request to the table by work that was cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Runs work that throws `Cancelled` at its next table request once the signal is aborted. */
export const cancellable = <T>(signal: AbortSignal, work: () => T): T => current.run(signal, work);

/** Whether the current work was cancelled. Its errors need no log, because no caller waits for it. */
export const isCancelled = (): boolean => current.getStore()?.aborted === true;

/**
 * Makes a client refuse requests of cancelled work. Requests on their way are not cut off, and batches of writes go through: others may have
 * added to them.
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

/** A log that says nothing of work that was cancelled. @param all Aborted when all work is. */
export function withoutCancelled(log: Log, all: AbortSignal): Log {
  const unlessCancelled =
    (write: Log['error']): Log['error'] =>
    (message, fields) => {
      if (!isCancelled() && !all.aborted) write(message, fields);
    };
  return { info: log.info, warn: unlessCancelled(log.warn), error: unlessCancelled(log.error) };
}
