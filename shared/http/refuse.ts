import type { Context } from 'hono';
import { DatelineError } from '../kernel/dateline-error.ts';
import { encode } from './encode.ts';
import type { ApiServices } from './endpoint.ts';
import { withCommonHeaders } from './headers.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';
import type { Allowance } from './rate-limit.ts';
import type { Reply } from './reply.ts';

/** The response to a request that failed: a problem, as JSON or, for a browser that asked for a page, as a page. */
export function refuse(error: unknown, context: Context, services: ApiServices): Response {
  const raw = context.req.raw;
  const requestId = requestIdOf(context);
  const problem = problemOf(error, requestId);
  // The log gets the error with its cause; the caller gets only the fields that `problemOf` allows.
  if (problem.status >= 500)
    services.logError(problem.code, { requestId, method: raw.method, path: context.req.path, error });
  const detail = error instanceof DatelineError ? error.detail : undefined;
  const allowance = detail?.allowance as Allowance | undefined;
  const headers = {
    'content-type': PROBLEM_TYPE,
    ...(typeof detail?.allow === 'string' && { allow: detail.allow }),
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer realm="dateline"' }),
    ...(allowance && { 'retry-after': String(allowance.resetSeconds) }),
    ...(problem.status === 503 && { 'retry-after': '5' }),
  };
  const page = raw.headers.get('accept')?.includes('text/html') ? services.errorPage?.(problem, raw) : undefined;
  const reply: Reply = page ?? { status: problem.status, json: problem, headers };
  return withCommonHeaders(encode({ ...reply, cache: 'none' }, raw), raw, allowance);
}

function requestIdOf(context: Context): string {
  const environment = context.env as { requestContext?: { requestId?: string } } | undefined;
  return environment?.requestContext?.requestId ?? crypto.randomUUID();
}
