import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type AddressRules, vettedLookup, vetUrl } from './vetted-connection.ts';

/** A request to a server of the public web. */
export interface VettedRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Aborts the request and the reading of its response. */
  readonly signal: AbortSignal;
}

/** Node's default, stated here because Node otherwise uses the command line's value. */
const MAX_HEADER_BYTES = 16_384;

/**
 * Sends one request over its own connection, to an address checked in the lookup that the connection uses. No cookies,
 * redirects or environment proxies.
 *
 * @param use Reads the response; the body is closed when it settles.
 * @throws DatelineError `fetch.refused`; Node's errors; the reason of the signal.
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
    // No agent: the connection must not be reused for a later request, whose address would not be checked.
    agent: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    joinDuplicateHeaders: true,
  });
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      // The listener stays: an error after the response goes to the reader of its body, and must not end the process.
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
