import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Hono } from 'hono';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { nameRequest } from './process-log.ts';

/** A handler of API Gateway HTTP API events (payload 2.0). */
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** Methods that the Fetch API does not allow in a request. */
const FETCH_FORBIDDEN_METHODS = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * The Lambda handler of a Hono app.
 *
 * The Fetch API rejects GET with a body and some methods. Such requests are rewritten so that the app answers them with an error.
 */
export function lambda(app: Hono): HttpHandler {
  const answer = handle(app);
  return async (event, context) => {
    nameRequest({ invocation: context.awsRequestId, requestId: event.requestContext.requestId });
    const usable = usableEvent(event) as unknown as LambdaEvent;
    return (await answer(usable, context as unknown as LambdaContext)) as APIGatewayProxyStructuredResultV2;
  };
}

/** Replaces an invalid Idempotency-Key. It contains a space, so the app rejects it. */
const NO_KEY = 'no key';

function usableEvent(sent: APIGatewayProxyEventV2): APIGatewayProxyEventV2 {
  // Hono drops headers without a value; a caller that sends an empty key must get an error.
  const isEmptyKey = sent.headers['idempotency-key'] === '';
  const event = isEmptyKey ? { ...sent, headers: { ...sent.headers, 'idempotency-key': NO_KEY } } : sent;
  const { body: _body, ...bodiless } = event;
  const { requestContext } = event;
  const method = requestContext.http.method.toUpperCase();
  if (method === 'GET' || method === 'HEAD') return bodiless;
  if (!FETCH_FORBIDDEN_METHODS.has(method)) return event;
  return { ...bodiless, requestContext: { ...requestContext, http: { ...requestContext.http, method: 'UNKNOWN' } } };
}
