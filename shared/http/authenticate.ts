import { DatelineError } from '../kernel/dateline-error.ts';
import type { KeyRepository, LeaseRepository } from '../store/store.ts';
import { ANONYMOUS, type Caller } from './caller.ts';
import { readSession } from './console-session.ts';
import { allows, opens, readKey } from './keys.ts';
import type { Route } from './route.ts';

/** The stores of keys and sessions. */
export interface Credentials {
  readonly keys: Pick<KeyRepository, 'find'>;
  readonly leases: Pick<LeaseRepository, 'find'>;
}

/**
 * Identifies the caller of a request: by API key, by console session (its cookie), or as anonymous.
 *
 * @throws DatelineError `auth.invalid` for a malformed, unknown, revoked or expired key, `auth.cross-site` if a page of
 * another site uses the console's cookie for more than reading.
 */
export async function authenticate(request: Request, credentials: Credentials, now: string): Promise<Caller> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return bearerOf(authorization, credentials, now);
  const session = await readSession(request, credentials.leases);
  return session ?? ANONYMOUS;
}

/** @throws DatelineError `auth.missing` or `auth.scope` if the caller lacks the access that the route requires. */
export function authorise(caller: Caller, access: Route['access']): void {
  if (access === 'public' || access === 'timeline') return;
  if (caller.kind === 'anonymous') {
    throw new DatelineError('auth.missing', 'Send a key: Authorization: Bearer dl_…', {
      detail: { field: 'Authorization' },
    });
  }
  if (!allows(caller.scopes, access)) {
    throw new DatelineError('auth.scope', `This call needs a key with the scope ${access}.`, {
      detail: { field: 'Authorization' },
    });
  }
}

async function bearerOf(authorization: string, { keys }: Credentials, now: string): Promise<Caller> {
  const parts = readKey(/^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '');
  const record = parts && (await keys.find(parts.id));
  if (!record || !opens(record, parts.secret, now)) {
    throw new DatelineError('auth.invalid', 'The key is unknown, revoked or expired.', {
      detail: { field: 'Authorization' },
    });
  }
  const { id, scopes, collections, requestsPerMinute, expiresAt } = record;
  return {
    ...{ id, kind: 'key', scopes, collections },
    ...(requestsPerMinute !== undefined && { requestsPerMinute }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}
