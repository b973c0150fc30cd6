/** Longer caching times are treated as configuration errors. */
const LONGEST_SECONDS = 7 * 86_400;

/**
 * Seconds until a server accepts the next request, from `Retry-After` (RFC 9110 §10.2.3: seconds or a date).
 *
 * @param nowMs Milliseconds since 1970.
 */
export function retryAfterSeconds(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Math.min(Number(header), LONGEST_SECONDS);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(Math.ceil((at - nowMs) / 1000), 0), LONGEST_SECONDS);
}

/**
 * Seconds for which a response stays fresh (RFC 9111 §4.2): `max-age` minus `Age`, otherwise `Expires` minus `Date`; 0
 * for `no-cache` and `no-store`.
 */
export function freshSeconds(headers: Readonly<Record<string, string>>): number {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(cache|store)\b/i.test(control)) return 0;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  const age = /^\d+$/.test(headers.age ?? '') ? Number(headers.age) : 0;
  if (maxAge !== undefined) return clamp(Number(maxAge) - age);
  const lifetime = Date.parse(headers.expires ?? '') - Date.parse(headers.date ?? '');
  return Number.isNaN(lifetime) ? 0 : clamp(lifetime / 1000);
}

const clamp = (seconds: number): number => Math.min(Math.max(seconds, 0), LONGEST_SECONDS);
