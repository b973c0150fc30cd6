import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { DatelineError } from '../kernel/dateline-error.ts';
import type { LeaseRepository } from '../store/store.ts';
import { invalidRequest } from './problem.ts';
import type { Reply } from './reply.ts';

/** A request that must be executed only once. */
export interface OnceOnly {
  /** The `Idempotency-Key` header. */
  readonly key: string;
  /** Caller and path: the same key of another caller, or for another path, is independent. */
  readonly scope: string;
  /** The caller's credential. Together with `key` it encrypts the stored response; it is not stored itself. */
  readonly credential: string;
  readonly body: Uint8Array;
}

interface Kept {
  readonly body: string;
  /** Absent while the first request runs, and for a response too long to store, which is then computed again. */
  readonly sealed?: string;
  readonly isDone: boolean;
}

/** Responses are kept for a day. */
const KEEP_MILLISECONDS = 86_400_000;
/** Longer than any function may run: a first request that has not ended by now has crashed. */
const RUN_MILLISECONDS = 90_000;
/** An item of the table holds 400 KB. Only responses of `/v1/extract` are longer, which stores nothing and can repeat them. */
const MOST_KEPT_CHARACTERS = 300_000;

/**
 * Executes a request once: the same key with the same body returns the first response again.
 *
 * The stored response is encrypted under the key and the caller's credential, neither of which is stored, so that the
 * table never contains the secret of a new key in clear.
 *
 * @throws DatelineError `idempotency.reused` (another body), `idempotency.in-progress`, `request.invalid` (a malformed
 * key).
 */
export async function once(
  { key, scope, credential, body }: OnceOnly,
  leases: LeaseRepository,
  now: () => string,
  run: () => Promise<Reply>,
): Promise<Reply> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw invalidRequest([
      { in: 'header', field: 'Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters' },
    ]);
  }
  const secret = hash(`${credential}\n${key}`);
  // Two sessions of one caller are separate: neither could decrypt the other's response.
  const at = `idempotency#${hash(`${scope}\n${key}\n${hash(credential).toString('base64url')}`).toString('base64url')}`;
  const mine: Kept = { body: hash(body).toString('base64url'), isDone: false };
  const { put, value } = await leases.putIfAbsent(at, mine, later(now(), RUN_MILLISECONDS));
  if (!put) {
    const kept = value as Kept;
    if (kept.body !== mine.body) throw refused('idempotency.reused', 'The Idempotency-Key was used with another body.');
    if (!kept.isDone) throw refused('idempotency.in-progress', 'The first request with this key is still running.');
    if (kept.sealed === undefined) return run();
    const reply = decrypt(kept.sealed, secret) as Reply;
    return { ...reply, headers: { ...reply.headers, 'idempotency-replayed': 'true' } };
  }
  try {
    const reply = await run();
    const sealed = encrypt(reply, secret);
    const kept: Kept = { ...mine, isDone: true, ...(sealed.length <= MOST_KEPT_CHARACTERS && { sealed }) };
    await leases.put(at, kept, later(now(), KEEP_MILLISECONDS));
    return reply;
  } catch (error) {
    // The request had no effect: the caller may repeat it with the same key.
    await leases.remove(at);
    throw error;
  }
}

const refused = (code: string, message: string): DatelineError =>
  new DatelineError(code, message, { detail: { field: 'Idempotency-Key' } });

const hash = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. */
function encrypt(reply: Reply, secret: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(reply), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

function decrypt(sealed: string, secret: Buffer): unknown {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'));
}

const later = (now: string, milliseconds: number): string => new Date(Date.parse(now) + milliseconds).toISOString();
