import { request } from 'undici';
import { fetchError, namedFetchError } from './fetch-errors.ts';
import { type AddressRules, vettedAgent, vetUrl } from './vetted-connection.ts';

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
/** Nothing of the answer is read but its status. */
const MAX_BYTES = 65_536;

/**
 * POSTs to a server of the open web, by the rules of `createSafeFetch`: public addresses only, vetted in the lookup that the connection uses. A
 * redirect is an answer like any other: the body goes to no other address than the one that was given.
 */
export function createSafePost(rules: PostRules): SafePost {
  const limits = { timeoutMs: rules.timeoutMs ?? TIMEOUT_MS, maxBytes: MAX_BYTES };
  return async (address, headers, body) => {
    if (!URL.canParse(address)) throw fetchError('fetch.bad-answer', 'The address is not one that can be reached.');
    const url = new URL(address);
    vetUrl(url, rules);
    const agent = vettedAgent(url, rules, limits);
    try {
      const answer = await request(url, {
        method: 'POST',
        dispatcher: agent,
        signal: AbortSignal.timeout(limits.timeoutMs),
        headers: { 'user-agent': rules.userAgent, 'content-type': 'application/json', ...headers },
        body,
      });
      answer.body.on('error', () => {});
      return answer.statusCode;
    } catch (error) {
      throw namedFetchError(error, url.host, limits);
    } finally {
      await agent.destroy();
    }
  };
}
