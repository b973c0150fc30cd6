import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Hono } from 'hono';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';

/** A handler of API Gateway HTTP API events (payload 2.0). */
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** Methods that the Fetch API refuses to build a request of. */
const UNSPEAKABLE = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * The Lambda handler of a Hono app.
 *
 * The Fetch API knows no reads with a body and not every method: what it would refuse is put so that the app itself answers it.
 */
export function lambda(app: Hono): HttpHandler {
  const answer = handle(app);
  return async (event, context) => {
    const usable = usableEvent(event) as unknown as LambdaEvent;
    return (await answer(usable, context as unknown as LambdaContext)) as APIGatewayProxyStructuredResultV2;
  };
}

/** Refused as an Idempotency-Key: a key has no spaces. */
const NO_KEY = 'no key';

function usableEvent(sent: APIGatewayProxyEventV2): APIGatewayProxyEventV2 {
  // Hono leaves out headers without a value, and a caller who sends an empty key must not believe that it counts.
  const isEmptyKey = sent.headers['idempotency-key'] === '';
  const event = isEmptyKey ? { ...sent, headers: { ...sent.headers, 'idempotency-key': NO_KEY } } : sent;
  const { body: _body, ...bodiless } = event;
  const { requestContext } = event;
  const method = requestContext.http.method.toUpperCase();
  if (method === 'GET' || method === 'HEAD') return bodiless;
  if (!UNSPEAKABLE.has(method)) return event;
  return { ...bodiless, requestContext: { ...requestContext, http: { ...requestContext.http, method: 'UNKNOWN' } } };
}
