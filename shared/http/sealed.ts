import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A value that only the service can have written: `<value>.<mac>`, both base64url. Readable, not secret.
 *
 * @param purpose A seal opens only for the purpose it was made for.
 * @param secret The newest signing secret.
 */
export function seal(value: unknown, purpose: string, secret: string): string {
  const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${payload}.${macOf(payload, purpose, secret).toString('base64url')}`;
}

/** The value of a seal made for the same purpose with any of the secrets, otherwise `undefined`. Compared in constant time. */
export function unseal(sealed: string, purpose: string, secrets: readonly string[]): unknown {
  const [payload, mac, more] = sealed.split('.');
  if (!payload || !mac || more !== undefined || !/^[\w-]+$/.test(payload)) return undefined;
  const given = Buffer.from(mac, 'base64url');
  const genuine = secrets.some((secret) => {
    const expected = macOf(payload, purpose, secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  // Several base64url texts may decode to the bytes of a MAC; only the canonical one is accepted.
  if (!genuine || given.toString('base64url') !== mac) return undefined;
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}

const macOf = (payload: string, purpose: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n${payload}`).digest();
