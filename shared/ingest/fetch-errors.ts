import { DatelineError } from '../kernel/dateline-error.ts';

/** Why a page could not be fetched. `refused`: our own rules forbid it; the others are caused by the server or network and may be temporary. */
export type FetchFailure =
  | 'fetch.refused'
  | 'fetch.unreachable'
  | 'fetch.timeout'
  | 'fetch.too-large'
  | 'fetch.bad-answer'
  | 'fetch.too-many-redirects';

/** An error with a message for people, shown as "last error". */
export function fetchError(code: FetchFailure, message: string, cause?: unknown): DatelineError {
  return new DatelineError(code, message, cause === undefined ? {} : { cause });
}

/** Maps Node's errors to fetch failures. The message never contains an address that was refused. */
export function namedFetchError(error: unknown, host: string, limits: { readonly timeoutMs: number }): DatelineError {
  if (error instanceof DatelineError) return error;
  // Errors of the runtime may come from another realm, so `instanceof` does not work: their fields decide.
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as Error).cause) {
    if (cause instanceof DatelineError) return cause;
    const { code, name } = cause as { code?: unknown; name?: unknown };
    const said = SAYINGS[String(code)] ?? (name === 'TimeoutError' ? SLOW : undefined);
    if (said !== undefined) return fetchError(said[0], said[1](host, limits.timeoutMs / 1000), error);
    if (typeof code === 'string' && (code.startsWith('ERR_TLS') || code.includes('CERT'))) {
      return fetchError('fetch.unreachable', `The certificate of ${host} is not valid (${code}).`, error);
    }
  }
  return fetchError('fetch.unreachable', `The connection to ${host} failed.`, error);
}

type Saying = readonly [FetchFailure, (host: string, seconds: number) => string];
const SLOW: Saying = ['fetch.timeout', (host, seconds) => `${host} did not answer in full within ${seconds} s.`];
const BROKEN: Saying = ['fetch.unreachable', (host) => `${host} broke the connection off in the middle of its answer.`];

const SAYINGS: Readonly<Record<string, Saying>> = {
  ETIMEDOUT: SLOW,
  HPE_HEADER_OVERFLOW: ['fetch.bad-answer', (host) => `${host} sends headers without end (over 16 KB).`],
  ECONNRESET: BROKEN,
  EPIPE: BROKEN,
  ENOTFOUND: ['fetch.unreachable', (host) => `There is no server by the name of ${host}.`],
  ENODATA: ['fetch.unreachable', (host) => `There is no server by the name of ${host}.`],
  EAI_AGAIN: ['fetch.unreachable', (host) => `The name ${host} could not be looked up just now.`],
  ECONNREFUSED: ['fetch.unreachable', (host) => `${host} refused the connection.`],
  ENETUNREACH: ['fetch.unreachable', (host) => `${host} cannot be reached from here.`],
  EHOSTUNREACH: ['fetch.unreachable', (host) => `${host} cannot be reached from here.`],
};
