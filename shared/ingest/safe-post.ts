import { fetchError, namedFetchError } from './fetch-errors.ts';
import type { AddressRules } from './vetted-connection.ts';
import { vettedRequest } from './vetted-request.ts';

/** User agent, time limit, and allowed hosts of a POST. */
export interface PostRules extends AddressRules {
  readonly userAgent: string;
  /** Time limit until the status of the response. Default: 15 s. */
  readonly timeoutMs?: number;
}

/**
 * Sends JSON and returns the receiver's status.
 *
 * @throws DatelineError with a `FetchFailure` code and a message for people.
 */
export type SafePost = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<number>;

const TIMEOUT_MS = 15_000;

/**
 * POSTs to a server of the public web, by the rules of `createSafeFetch`: public addresses only, checked in the lookup
 * that the connection uses. Redirects are not followed, so the body is sent to the given address only.
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
