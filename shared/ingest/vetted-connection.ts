import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { fetchError } from './fetch-errors.ts';
import { isPublicAddress } from './public-address.ts';

/** Resolves a host name to all its addresses. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Rules for which servers may be reached. */
export interface AddressRules {
  /** Private hosts that may be fetched, each as in a URL: `127.0.0.1:8080`, or `intranet.example` for its default ports. Empty by default. */
  readonly allowedHosts?: readonly string[];
  readonly resolve?: Resolve;
  /** Which addresses may be connected to; by default those of `isPublicAddress`. */
  readonly mayConnectTo?: (address: string) => boolean;
}

/** Well-known services of other protocols listen on lower ports; feeds do not, except on the web's own two. */
const LOWEST_FREE_PORT = 1024;

/**
 * Rejects URLs that must not be fetched, before anything is sent: other schemes, user names, low ports, and literal
 * addresses (which are never looked up). Host names are checked when they are looked up, see `vettedLookup`.
 *
 * @throws DatelineError `fetch.refused`
 */
export function vetUrl(url: URL, rules: AddressRules): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw fetchError('fetch.refused', `Only http and https are fetched, not ${url.protocol.replace(/:$/, '')}.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw fetchError('fetch.refused', 'Addresses with a user name or password are not fetched.');
  }
  if (isAllowed(url, rules)) return;
  if (url.port !== '' && Number(url.port) < LOWEST_FREE_PORT) {
    throw fetchError('fetch.refused', `Port ${url.port} is not fetched.`);
  }
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const mayConnectTo = rules.mayConnectTo ?? isPublicAddress;
  if (isIP(literal) !== 0 && !mayConnectTo(literal)) throw notPublic(url.hostname);
}

/**
 * A DNS lookup for the connection to one URL, which returns checked addresses only. The name is looked up once, so that
 * a second answer cannot differ.
 */
export function vettedLookup(url: URL, rules: AddressRules): LookupFunction {
  const allowed = isAllowed(url, rules);
  const mayConnectTo = rules.mayConnectTo ?? isPublicAddress;
  const resolve = rules.resolve ?? resolveBySystem;
  return (host, options, answer) => {
    resolve(host).then(
      (addresses) => {
        const vetted = allowed ? addresses : addresses.filter(({ address }) => mayConnectTo(address));
        const first = vetted[0];
        if (first === undefined) answer(notPublic(host), '', 0);
        else if (options.all)
          answer(
            null,
            vetted.map(({ address, family }) => ({ address, family })),
          );
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, '', 0),
    );
  };
}

/** Whether an operator has allowed this host, with its port unless that is the scheme's default. */
function isAllowed(url: URL, { allowedHosts = [] }: AddressRules): boolean {
  return allowedHosts.includes(url.host);
}

function notPublic(host: string) {
  return fetchError(
    'fetch.refused',
    `${host} is not the name of a public server: its address is private, local or reserved.`,
  );
}

const resolveBySystem: Resolve = (host) =>
  new Promise((found, failed) => {
    systemLookup(host, { all: true, verbatim: true }, (error, addresses) => (error ? failed(error) : found(addresses)));
  });
