import type { IncomingHttpHeaders } from 'node:http';
import { fetchError, namedFetchError } from './fetch-errors.ts';
import { readBody } from './read-body.ts';
import type { AddressRules } from './vetted-connection.ts';
import { vettedRequest } from './vetted-request.ts';

/** User agent, time and size limits, and allowed hosts of a fetch. */
export interface FetchRules extends AddressRules {
  /** Names the service and a contact: `Dateline/0.1 (+https://…; mailto:…)`. */
  readonly userAgent: string;
  /** Time limit of a whole response, including redirects. Default: 20 s. */
  readonly timeoutMs?: number;
  /** Limit of the body, both compressed and decompressed. Default: 5 MB. */
  readonly maxBytes?: number;
}

/** A response of any status. Header names are in lower case; repeated headers are joined by commas. */
export interface Fetched {
  readonly status: number;
  /** Final address after redirects. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The redirects, in order. */
  readonly redirects: readonly { readonly status: number; readonly to: string }[];
}

/** @throws DatelineError with a `FetchFailure` code and a message for people. */
export type SafeFetch = (url: string, headers?: Readonly<Record<string, string>>) => Promise<Fetched>;

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 5_000_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * GETs a page of the public web in a way that cannot be abused to reach other servers (SSRF).
 *
 * Every address, including those of up to five redirects, is checked after its lookup and pinned for the connection
 * (`AddressRules`); time, bytes (compressed and decompressed) and headers are limited; no cookies or credentials are
 * sent, and `headers` go to the first host only, so that other hosts do not see a validator.
 */
export function createSafeFetch(rules: FetchRules): SafeFetch {
  const timeoutMs = rules.timeoutMs ?? TIMEOUT_MS;
  const limits = { timeoutMs, maxBytes: rules.maxBytes ?? MAX_BYTES };
  return async (address, headers = {}) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const redirects: { status: number; to: string }[] = [];
    let url = parse(address);
    const firstHost = url.host;
    for (;;) {
      const answer = await one(url, url.host === firstHost ? headers : {}, rules, limits, signal);
      const location = answer.headers.location;
      if (!REDIRECTS.has(answer.status) || location === undefined) return { ...answer, url: url.href, redirects };
      if (redirects.length === MAX_REDIRECTS) {
        throw fetchError('fetch.too-many-redirects', `${firstHost} redirects more than ${MAX_REDIRECTS} times.`);
      }
      url = parse(location, url);
      redirects.push({ status: answer.status, to: url.href });
    }
  };
}

async function one(
  url: URL,
  headers: Readonly<Record<string, string>>,
  rules: FetchRules,
  limits: { readonly timeoutMs: number; readonly maxBytes: number },
  signal: AbortSignal,
): Promise<Pick<Fetched, 'status' | 'headers' | 'body'>> {
  const { maxBytes } = limits;
  const { host } = url;
  const sent = { 'user-agent': rules.userAgent, 'accept-encoding': 'gzip, br, deflate', ...headers };
  try {
    return await vettedRequest(url, rules, { method: 'GET', headers: sent, signal }, async (answer) => {
      const status = answer.statusCode ?? 0;
      const got = joined(answer.headers);
      const body = REDIRECTS.has(status) ? Buffer.alloc(0) : await readBody(answer, got, { maxBytes, host });
      return { status, headers: got, body };
    });
  } catch (error) {
    throw namedFetchError(error, host, limits);
  }
}

function parse(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href))
    throw fetchError('fetch.bad-answer', 'The address is not one that can be fetched.');
  const url = new URL(address, base?.href);
  url.hash = '';
  return url;
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
