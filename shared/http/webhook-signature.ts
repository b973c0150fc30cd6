import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new secret of a webhook: 256 random bits. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/**
 * Headers that prove to a receiver who sent a message, and when.
 *
 * @param id The message's own, the same at each attempt.
 * @param seconds Of the attempt, since 1970.
 * @see Standard Webhooks 1.0.0, "Signature scheme": HMAC-SHA-256 over `id.timestamp.body`.
 */
export function signedHeaders(secret: string, id: string, seconds: number, body: string): Record<string, string> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
