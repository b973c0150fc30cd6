import { fetchError, namedFetchError } from './fetch-errors.ts';
import type { AddressRules } from './vetted-connection.ts';
import { vettedRequest } from './vetted-request.ts';

/** User agent, time limit, and allowed hosts of a POST. */
export interface PostRules extends AddressRules {
  readonly userAgent: string;
  /** Time limit until the answer's status is there. Default: 15 s. */
  readonly timeoutMs?: number;
}

/**
 * Sends JSON and answers the receiver's status.
 *
 * @throws DatelineError with a `FetchFailure` code and a message for people.
 */
export type SafePost = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<number>;

const TIMEOUT_MS = 15_000;

/**
 * POSTs to a server of the open web, by the rules of `createSafeFetch`: public addresses only, vetted in the lookup that the connection uses. A
 * redirect is an answer like any other: the body goes to no other address than the one that was given.
 */
export function createSafePost(rules: PostRules): SafePost {
  const timeoutMs = rules.timeoutMs ?? TIMEOUT_MS;
  return async (address, headers, body) => {
    if (!URL.canParse(address)) throw fetchError('fetch.bad-answer', 'The address is not one that can be reached.');
    const url = new URL(address);
    try {
      return await vettedRequest(
        url,
        rules,
        {
          method: 'POST',
          headers: { 'user-agent': rules.userAgent, 'content-type': 'application/json', ...headers },
          body,
          signal: AbortSignal.timeout(timeoutMs),
        },
        ({ statusCode = 0 }) => statusCode,
      );
    } catch (error) {
      throw namedFetchError(error, url.host, { timeoutMs });
    }
  };
}
