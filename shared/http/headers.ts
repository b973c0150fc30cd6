import { type Allowance, allowanceHeaders } from './rate-limit.ts';

/** Response headers that pages of other origins may read. */
const EXPOSED =
  'ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset';

/** Adds the headers common to all responses: CORS, Vary, and the rest of the caller's rate limit. */
export function withCommonHeaders(response: Response, request: Request, allowance?: Allowance): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.append('vary', 'Authorization, Cookie');
  if (request.method === 'GET' || request.method === 'HEAD') {
    // Cross-origin reads carry no cookies (no Allow-Credentials), so any origin may make them, including opaque ones.
    response.headers.set('access-control-allow-origin', '*');
    response.headers.set('access-control-expose-headers', EXPOSED);
  }
  for (const [name, value] of Object.entries(allowance ? allowanceHeaders(allowance) : {}))
    response.headers.set(name, value);
  return response;
}
