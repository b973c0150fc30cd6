import { createHash, randomBytes } from 'node:crypto';
import { DatelineError } from '../kernel/dateline-error.ts';
import type { LeaseRepository } from '../store/store.ts';
import type { Caller } from './caller.ts';

/**
 * Sign-in to the console: a one-time token in a link, exchanged for a session in an HttpOnly, SameSite=Strict cookie.
 *
 * A cookie is used instead of a bearer token in the page's memory, because a reload keeps the session, scripts cannot
 * read it, and the console works without JavaScript. The cookie only authenticates pages of the same origin
 * (`mustBeSameOrigin`).
 */
const COOKIE = 'dateline_session';
/** A link is valid for a quarter of an hour. */
const TOKEN_MILLISECONDS = 900_000;
const SESSION_MILLISECONDS = 43_200_000;

/** Prefix of the leases of links and sessions. */
export const CONSOLE_LEASES = 'console-';

type Leases = LeaseRepository;

/** Creates a token for `/?token=…`, valid once within a quarter of an hour. Stored hashed. */
export async function issueConsoleToken(leases: Pick<Leases, 'put'>, now: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await leases.put(tokenKey(token), { for: 'console' }, later(now, TOKEN_MILLISECONDS));
  return token;
}

/** Uses up a token and opens a session. Returns the `Set-Cookie` value, or `undefined` if the token is used, expired or invalid. */
export async function openSession(
  token: string,
  leases: Leases,
  now: string,
  secure: boolean,
): Promise<string | undefined> {
  if (!/^[A-Za-z0-9_-]{32}$/.test(token) || (await leases.find(tokenKey(token))) === undefined) return undefined;
  // Of two requests with one token, only one removes it.
  if (!(await leases.remove(tokenKey(token)))) return undefined;
  const session = randomBytes(32).toString('base64url');
  const caller: Caller = { id: 'console', kind: 'session', scopes: ['admin'], collections: ['*'] };
  await leases.put(sessionKey(session), caller, later(now, SESSION_MILLISECONDS));
  return cookie(session, SESSION_MILLISECONDS / 1000, secure);
}

/** Ends the session of a request; returns the `Set-Cookie` value that removes its cookie. */
export async function closeSession(request: Request, leases: Pick<Leases, 'remove'>, secure: boolean): Promise<string> {
  const session = sessionIn(request);
  if (session) {
    mustBeSameOrigin(request);
    await leases.remove(sessionKey(session));
  }
  return cookie('', 0, secure);
}

/** The caller of a request with a live session; `undefined` without one. @throws DatelineError `auth.cross-site`. */
export async function readSession(request: Request, leases: Pick<Leases, 'find'>): Promise<Caller | undefined> {
  const session = sessionIn(request);
  if (!session || isForeignLoad(request)) return undefined;
  const caller = (await leases.find(sessionKey(session))) as Caller | undefined;
  if (caller) mustBeSameOrigin(request);
  return caller;
}

/**
 * SameSite=Strict does not distinguish ports: a page of another program on this machine is "same site". So every
 * request that changes something must come from a page of this origin, as the browser states it.
 */
function mustBeSameOrigin(request: Request): void {
  if (isRead(request)) return;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin') ?? '';
  // The browser's statement if there is one; behind a CDN, Host differs from the host of the page.
  const sameOrigin = site === null ? hostOf(origin) === request.headers.get('host') : site === 'same-origin';
  if (!sameOrigin) {
    throw new DatelineError(
      'auth.cross-site',
      'The console’s session acts for its own pages only; other programs use a key.',
      {
        detail: { field: 'Origin' },
      },
    );
  }
}

/** A picture, script or fetch of another origin's page counts as anonymous, although the browser sends the cookie (from another port). */
function isForeignLoad(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  const isForeign = site === 'same-site' || site === 'cross-site';
  return isRead(request) && isForeign && request.headers.get('sec-fetch-mode') !== 'navigate';
}

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/** The session secret in a request, valid or not. */
export function sessionIn(request: Request): string | undefined {
  const found = /(?:^|; *)dateline_session=([A-Za-z0-9_-]{43})(?:;|$)/.exec(request.headers.get('cookie') ?? '');
  return found?.[1];
}

const cookie = (value: string, maxAgeSeconds: number, secure: boolean): string =>
  `${COOKIE}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

const later = (now: string, milliseconds: number): string => new Date(Date.parse(now) + milliseconds).toISOString();
const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const tokenKey = (token: string): string => `${CONSOLE_LEASES}token#${hash(token)}`;
const sessionKey = (session: string): string => `${CONSOLE_LEASES}session#${hash(session)}`;
