import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new webhook secret: 256 random bits. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/**
 * Headers that authenticate a message and its time to the receiver.
 *
 * @param secrets Each of them signs; a receiver needs to know one.
 * @param id The message's id, the same at each attempt.
 * @param seconds Time of the attempt, since 1970.
 * @see Standard Webhooks 1.0.0, "Signature scheme": HMAC-SHA-256 over `id.timestamp.body`; several signatures are
 * separated by spaces.
 */
export function signedHeaders(
  secrets: readonly string[],
  id: string,
  seconds: number,
  body: string,
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') };
}
