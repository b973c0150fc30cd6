import type { Context } from 'hono';
import * as z from 'zod/mini';
import { DatelineError } from '../kernel/dateline-error.ts';
import { authenticate, authorise } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { sessionIn } from './console-session.ts';
import { encode } from './encode.ts';
import type { ApiServices, Endpoint } from './endpoint.ts';
import { withCommonHeaders } from './headers.ts';
import { once } from './idempotency.ts';
import { readJsonLines } from './json-lines.ts';
import type { Operation } from './operation.ts';
import { parse, readJson, readQuery } from './parse.ts';
import type { Reply } from './reply.ts';
import type { Route } from './route.ts';

/** Default limit of a body in bytes. */
const DEFAULT_MAX_BODY_BYTES = 262_144;
const JSON_TYPE = /^application\/(?:json|merge-patch\+json)\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;
const LINES_TYPE = /^application\/(?:jsonl|json-lines|x-ndjson|ndjson)\b/i;
/** For API calls without parameters: an unknown one is rejected. Pages ignore unknown parameters. */
const NO_QUERY = z.strictObject({});

/**
 * Authenticates, authorises, rate-limits and parses a request, runs the operation, then checks and encodes its reply.
 * Access is checked first, so that callers without it learn nothing else.
 */
export async function respond(
  context: Context,
  { route, operation, answer }: Endpoint & { readonly route: Route },
  services: ApiServices,
): Promise<Response> {
  const raw = context.req.raw;
  const caller = await authenticate(raw, services.credentials, services.now());
  authorise(caller, route.access);
  const allowance = await services.limiter.take(caller);

  const params = operation.params && parse(operation.params, context.req.param(), 'path');
  const querySchema = operation.query ?? (route.path.startsWith('/v1/') ? NO_QUERY : undefined);
  const query = querySchema && parse(querySchema, readQuery(querySchema, new URL(raw.url).searchParams), 'query');
  const bytes = route.method === 'GET' ? new Uint8Array() : await bytesOf(raw, operation);
  const body = operation.body && parse(operation.body, bodyIn(bytes, operation), 'body');

  const run = async (): Promise<Reply> => {
    const reply = await answer({ params, query, body, caller, raw });
    if (services.checkReplies) mustKeepItsSchema(operation, reply);
    return reply;
  };
  const key = route.method === 'POST' ? raw.headers.get('idempotency-key') : null;
  const reply =
    key === null
      ? await run()
      : await once({ ...scopeOf(raw, caller), key, body: bytes }, services.leases, services.now, run);
  return withCommonHeaders(encode(reply, raw), raw, allowance);
}

function bodyIn(bytes: Uint8Array, { bodyIsOptional, bodyIsLines }: Operation): unknown {
  if (bodyIsLines === true) return readJsonLines(bytes);
  return bytes.length === 0 && bodyIsOptional === true ? {} : readJson(bytes);
}

/**
 * The scope includes the whole address, so that the same key for deleting another article is independent. Of the
 * headers only the key or session itself counts, so that another spelling of the scheme, or another cookie beside it,
 * makes no difference.
 */
const scopeOf = (raw: Request, caller: Caller): { readonly scope: string; readonly credential: string } => ({
  scope: `${caller.id} ${new URL(raw.url).pathname}`,
  credential: /\S+\s*$/.exec(raw.headers.get('authorization') ?? '')?.[0].trim() ?? sessionIn(raw) ?? '',
});

async function bytesOf(raw: Request, operation: Operation): Promise<Uint8Array> {
  const type = raw.headers.get('content-type');
  const isLines = operation.bodyIsLines === true;
  if (operation.body && type !== null && !JSON_TYPE.test(type) && !(isLines && LINES_TYPE.test(type))) {
    throw new DatelineError(
      'request.media-type',
      `Send the body as application/${isLines ? 'jsonl' : 'json'} in UTF-8.`,
      {
        detail: { field: 'Content-Type' },
      },
    );
  }
  const most = operation.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  const bytes = new Uint8Array(await raw.arrayBuffer());
  if (bytes.byteLength > most) {
    throw new DatelineError('request.too-large', `The body must have at most ${most} bytes.`, {
      detail: { field: 'body' },
    });
  }
  return bytes;
}

/** @throws RangeError, for programmers: the reply breaks the contract stated in OpenAPI. */
function mustKeepItsSchema(operation: Operation, reply: Reply): void {
  const promised = operation.answers[reply.status];
  if (!promised) throw new RangeError(`${operation.id} answered ${reply.status}, which it does not promise`);
  if (!promised.schema) return;
  // As a client sees it, without fields that JSON omits.
  const result = promised.schema.safeParse(JSON.parse(JSON.stringify(reply.json)));
  if (result.success) return;
  throw new RangeError(`${operation.id} broke its schema: ${JSON.stringify(result.error.issues.slice(0, 3))}`);
}
