import { isSecret } from './secret-parameters.ts';
import { isTracker } from './tracking-parameters.ts';

/**
 * The normalised address of an article: absolute http(s), host in lower case without trailing dot; without default
 * port, fragment (except a `#!` route), user name, password, and parameters that track, identify a session or grant
 * access; other parameters in order; percent-escapes in one spelling.
 *
 * @param base Base of a relative address: the feed's or the page's own address.
 * @returns `undefined` for anything but an http(s) address.
 */
export function normaliseUrl(address: string, base?: string): string | undefined {
  const url = parse(address, base);
  if (url === undefined) return undefined;
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  if (!url.hash.startsWith('#!')) url.hash = '';
  url.pathname = oneSpelling(url.pathname.replace(/;jsessionid=[^/;]*/i, ''));
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracker(pair) && !isSecret(pair));
  url.search = kept.length === 0 ? '' : `?${kept.map(oneSpelling).join('&')}`;
  return url.href;
}

/**
 * The key shared by two addresses of one article: the normalised address without scheme, `www.`, trailing slash and
 * index page, with sorted parameters. Only compared and hashed, never shown or fetched.
 *
 * @param normalised A result of `normaliseUrl`.
 */
export function urlIdentity(normalised: string): string {
  const url = new URL(normalised);
  const path = url.pathname.replace(/\/index\.(html?|php|aspx?)$/i, '/').replace(/\/+$/, '');
  const query = url.search.slice(1).split('&').sort().join('&');
  return `${url.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}${url.hash}`;
}

/** The site name for readers: `scmp.com` for `https://www.scmp.com/news/…`. */
export function siteOf(normalised: string): string {
  return new URL(normalised).hostname.replace(/^www\./, '');
}

/**
 * Whether two addresses are of one site: the same host, or one is a subdomain of the other (`m.example.org`,
 * `news.example.org` and `example.org`).
 */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [bareSite(one), bareSite(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The site without mobile and AMP subdomains: `example.org` for `m.example.org` and `amp.example.org`. */
const bareSite = (url: string): string => siteOf(url).replace(/^(m|mobile|amp)\./, '');

function parse(address: string, base: string | undefined): URL | undefined {
  const trimmed = address.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** RFC 3986 §6.2.2: escapes in upper case, and no unnecessary escapes. */
function oneSpelling(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (sequence) => {
    const character = String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : sequence.toUpperCase();
  });
}
