import { Hono } from 'hono';
import type { ApiRequest, ApiServices, Endpoint } from './endpoint.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refuse.ts';
import type { Reply } from './reply.ts';
import { respond } from './respond.ts';
import { type HttpFunctionName, type OperationId, type OperationsOf, ROUTES } from './routes.ts';
import { answerUnmatched } from './unmatched.ts';

/** Binds an operation to its handler, whose request has the types of the operation's schemas. */
export function endpoint<Id extends OperationId, Op extends Operation<Id>>(
  operation: Op & { readonly id: Id },
  answer: (request: ApiRequest<Op>) => Promise<Reply> | Reply,
): Endpoint<Id> {
  return { operation, answer: answer as Endpoint['answer'] };
}

/** The Hono app of one function: its routes of the table, each with its handler. */
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
