import { DatelineError } from '../kernel/dateline-error.ts';
import { routesAt } from './route-match.ts';

/** Methods that the route table answers at a path; none for an unknown path. */
export function methodsAt(path: string): readonly string[] {
  return [...new Set(routesAt(path).flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

const PREFLIGHT_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-None-Match';
/** Browsers cache a preflight for two hours at most (Chromium). */
const PREFLIGHT_SECONDS = 7_200;

/**
 * Answers a request without a route: the preflight of a read, or an error.
 *
 * @throws DatelineError `route.not-found`, `route.method-not-allowed` (its `detail.allow` belongs in `Allow`).
 */
export function answerUnmatched(request: Request, path: string): Response {
  const methods = methodsAt(path);
  if (methods.length === 0) throw new DatelineError('route.not-found', 'There is nothing at this address.');
  if (request.method === 'OPTIONS') {
    const reads = methods.filter((method) => method === 'GET' || method === 'HEAD');
    return new Response(null, {
      status: 204,
      headers: {
        allow: [...methods, 'OPTIONS'].join(', '),
        'access-control-allow-origin': '*',
        'access-control-allow-methods': reads.join(', '),
        'access-control-allow-headers': PREFLIGHT_HEADERS,
        'access-control-max-age': String(PREFLIGHT_SECONDS),
      },
    });
  }
  throw new DatelineError('route.method-not-allowed', `This address answers ${methods.join(', ')}.`, {
    detail: { allow: methods.join(', ') },
  });
}
