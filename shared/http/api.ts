import { type Context, Hono } from 'hono';
import { DatelineError } from '../kernel/dateline-error.ts';
import { authenticate, authorise, type Credentials } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { encode } from './encode.ts';
import type { Operation, PartsOf } from './operation.ts';
import { parse, readJson, readQuery } from './parse.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';
import type { Reply } from './reply.ts';
import type { Route } from './route.ts';
import { type HttpFunctionName, type OperationId, type OperationsOf, ROUTES } from './routes.ts';
import { answerUnmatched } from './unmatched.ts';

/** What every HTTP function needs besides what its own operations need. */
export interface ApiServices {
  readonly credentials: Credentials;
  /** ISO date-time in UTC. */
  readonly now: () => string;
  /** Told of errors that are the service's own. */
  readonly logError: (message: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Refuses (as an internal error) replies that break their own schema: on in tests. */
  readonly checkReplies?: boolean;
}

/** A parsed request to an operation, by a caller who holds the scope that its route asks for. */
export type ApiRequest<Op extends Operation> = PartsOf<Op> & Sender;

interface Sender {
  readonly caller: Caller;
  readonly raw: Request;
}

/** An operation with what answers it. */
export interface Endpoint<Id extends OperationId = OperationId> {
  readonly operation: Operation<Id>;
  readonly answer: (
    request: { readonly params: unknown; readonly query: unknown; readonly body: unknown } & Sender,
  ) => Promise<Reply> | Reply;
}

/** Binds an operation to what answers it; the answer sees its request in the types of the operation's schemas. */
export function endpoint<Id extends OperationId, Op extends Operation<Id>>(
  operation: Op & { readonly id: Id },
  answer: (request: ApiRequest<Op>) => Promise<Reply> | Reply,
): Endpoint<Id> {
  return { operation, answer: answer as Endpoint['answer'] };
}

/** The Hono app of one function: its routes of the table, each with its endpoint. */
export function createApi<Name extends HttpFunctionName>(
  name: Name,
  services: ApiServices,
  endpoints: { readonly [Id in OperationsOf<Name>]: Endpoint<Id> },
): Hono {
  const app = new Hono();
  for (const route of ROUTES.filter((one) => one.function === name)) {
    const one = (endpoints as Partial<Record<OperationId, Endpoint>>)[route.operationId];
    if (one) app.on(route.method, honoPath(route.path), (context) => respond(context, route, one, services));
  }
  app.notFound((context) => answerUnmatched(context.req.raw, context.req.path));
  app.onError((error, context) => refuse(error, context, services));
  return app;
}

async function respond(
  context: Context,
  route: Route,
  { operation, answer }: Endpoint,
  services: ApiServices,
): Promise<Response> {
  const raw = context.req.raw;
  const caller = await authenticate(raw, services.credentials, services.now());
  authorise(caller, route.access);
  const params = operation.params ? parse(operation.params, context.req.param(), 'path') : undefined;
  const query = readSearch(operation, new URL(raw.url).searchParams);
  const body = operation.body ? parse(operation.body, readJson(await bytesOf(raw, operation)), 'body') : undefined;
  const reply = await answer({ params, query, body, caller, raw });
  if (services.checkReplies) mustKeepItsSchema(operation, reply);
  return withCommonHeaders(encode(reply, raw), raw);
}

function readSearch(operation: Operation, search: URLSearchParams): Record<string, unknown> | undefined {
  return operation.query ? parse(operation.query, readQuery(operation.query, search), 'query') : undefined;
}

const DEFAULT_MAX_BODY_BYTES = 262_144;
const JSON_TYPE = /^application\/(?:json|merge-patch\+json)\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

async function bytesOf(raw: Request, operation: Operation): Promise<Uint8Array> {
  const type = raw.headers.get('content-type');
  if (type !== null && !JSON_TYPE.test(type)) {
    throw new DatelineError('request.media-type', 'Send the body as application/json in UTF-8.', {
      detail: { field: 'Content-Type' },
    });
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

/** @throws RangeError, for programmers: the reply does not keep the contract that OpenAPI promises. */
function mustKeepItsSchema(operation: Operation, reply: Reply): void {
  const promised = operation.answers[reply.status];
  if (!promised) throw new RangeError(`${operation.id} answered ${reply.status}, which it does not promise`);
  if (promised.schema) {
    const result = promised.schema.safeParse(JSON.parse(JSON.stringify(reply.json)));
    if (!result.success)
      throw new RangeError(`${operation.id} broke its schema: ${JSON.stringify(result.error.issues.slice(0, 3))}`);
  }
}

function refuse(error: unknown, context: Context, services: ApiServices): Response {
  const raw = context.req.raw;
  const requestId = requestIdOf(context);
  const problem = problemOf(error, requestId);
  if (problem.status >= 500) {
    services.logError(problem.code, { requestId, method: raw.method, path: context.req.path, error });
  }
  const headers: Record<string, string> = { 'content-type': PROBLEM_TYPE };
  if (error instanceof DatelineError && typeof error.detail?.allow === 'string') headers.allow = error.detail.allow;
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer realm="dateline"';
  return withCommonHeaders(encode({ status: problem.status, json: problem, headers, cache: 'none' }, raw), raw);
}

function withCommonHeaders(response: Response, raw: Request): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.append('vary', 'Authorization, Cookie');
  if (raw.method === 'GET' || raw.method === 'HEAD') {
    // Reads carry no ambient authority across origins (no Allow-Credentials), so any origin may have them, opaque ones included.
    response.headers.set('access-control-allow-origin', '*');
    response.headers.set('access-control-expose-headers', 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After');
  }
  return response;
}

function requestIdOf(context: Context): string {
  const environment = context.env as { requestContext?: { requestId?: string } } | undefined;
  return environment?.requestContext?.requestId ?? crypto.randomUUID();
}

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');
