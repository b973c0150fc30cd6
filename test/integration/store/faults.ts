import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Called with each request's number, counted from 1, and its command's name: throws, holds the request up, or does nothing. */
export type Fault = (n: number, command: string) => void | Promise<void>;

/** The death of a worker: all its later requests fail, as those of an ended process. */
export class Died extends Error {}

/**
 * Lets a client's requests through until a fault says otherwise. Faults come before the request reaches the engine (`before`) or after it was
 * carried out (`after`), as when an answer is lost. `underway` gathers all requests: those of the dead may still arrive.
 */
export function withFaults(
  client: DynamoDBDocumentClient,
  faults: { before?: Fault; after?: Fault; underway?: Promise<unknown>[] },
): DynamoDBDocumentClient {
  let n = 0;
  client.middlewareStack.add(
    (next, context) => (args) => {
      const own = ++n;
      const request = (async () => {
        await faults.before?.(own, String(context.commandName));
        const result = await next(args);
        await faults.after?.(own, String(context.commandName));
        return result;
      })();
      faults.underway?.push(request);
      return request;
    },
    { step: 'initialize', priority: 'high' },
  );
  return client;
}

/** Dies at the nth request, before or after it is carried out, and stays dead. */
export const dyingAt =
  (nth: number): ((n: number) => void) =>
  (n) => {
    if (n >= nth) throw new Died(`died at request ${nth}`);
  };

const named = (name: string): Error => Object.assign(new Error(name), { name, $retryable: {} });

/** Refuses every so many writes as a hot partition or a colliding transaction would. */
export const refusing =
  (every: number, names: readonly string[]): Fault =>
  (n, command) => {
    if (n % every === 0 && /Put|Update|Delete|Write/.test(command))
      throw named(names[(n / every) % names.length] ?? '');
  };
