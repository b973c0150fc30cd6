import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type AddressRules, vettedLookup, vetUrl } from './vetted-connection.ts';

/** What is sent to a server of the open web. */
export interface VettedRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the request and the reading of its answer. */
  readonly signal: AbortSignal;
}

/** Node's default, stated here because Node takes the command line's otherwise. */
const MAX_HEADER_BYTES = 16_384;

/**
 * Sends one request, over a connection of its own to an address that was vetted in the very lookup that the connection uses. No cookies, no redirects,
 * no proxy of the environment.
 *
 * @param use Reads the answer, whose body is cut off when it has settled.
 * @throws DatelineError `fetch.refused`; what Node reports; what the signal was aborted with.
 */
export async function vettedRequest<T>(
  url: URL,
  rules: AddressRules,
  { method, headers, body, signal }: VettedRequest,
  use: (answer: IncomingMessage) => Promise<T> | T,
): Promise<T> {
  vetUrl(url, rules);
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method,
    headers,
    signal,
    lookup: vettedLookup(url, rules),
    // No agent: the connection is not kept for a later request, whose address would not be vetted.
    agent: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    joinDuplicateHeaders: true,
  });
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      // Stays on: an error after the answer goes to the reader of its body, and must not end the process.
      request.on('error', reject).on('response', resolve).end(body);
    });
    answer.on('error', () => {});
    return await use(answer);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    request.destroy();
  }
}
