import { type Allowance, allowanceHeaders } from './rate-limit.ts';

/** Response headers that pages of other origins may read. */
const EXPOSED =
  'ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset';

/** Adds to a response what all of them carry: who may read it, by what it varies, what is left of the caller's allowance. */
export function withCommonHeaders(response: Response, request: Request, allowance?: Allowance): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.append('vary', 'Authorization, Cookie');
  if (request.method === 'GET' || request.method === 'HEAD') {
    // Reads carry no ambient authority across origins (no Allow-Credentials), so any origin may have them, opaque ones included.
    response.headers.set('access-control-allow-origin', '*');
    response.headers.set('access-control-expose-headers', EXPOSED);
  }
  for (const [name, value] of Object.entries(allowance ? allowanceHeaders(allowance) : {}))
    response.headers.set(name, value);
  return response;
}
