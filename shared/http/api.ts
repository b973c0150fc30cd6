import { Hono } from 'hono';
import type { LeaseRepository } from '../store/store.ts';
import type { Credentials } from './authenticate.ts';
import type { Caller } from './caller.ts';
import type { Operation, PartsOf } from './operation.ts';
import type { Problem } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import { refuse } from './refuse.ts';
import type { Reply } from './reply.ts';
import { respond } from './respond.ts';
import { type HttpFunctionName, type OperationId, type OperationsOf, ROUTES } from './routes.ts';
import { answerUnmatched } from './unmatched.ts';

/** What every HTTP function needs besides what its own operations need. */
export interface ApiServices {
  readonly credentials: Credentials;
  readonly leases: LeaseRepository;
  readonly limiter: RateLimiter;
  /** ISO date-time in UTC. */
  readonly now: () => string;
  /** Told of errors that are the service's own. */
  readonly logError: (message: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Refuses (as an internal error) replies that break their own schema: on in tests. */
  readonly checkReplies?: boolean;
  /** How a browser is told of a problem, by functions that render pages; others always send problem+json. */
  readonly errorPage?: (problem: Problem) => Reply;
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
    if (one) app.on(route.method, honoPath(route.path), (context) => respond(context, { route, ...one }, services));
  }
  app.notFound((context) => answerUnmatched(context.req.raw, context.req.path));
  app.onError((error, context) => refuse(error, context, services));
  return app;
}

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');
