import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Hono } from 'hono';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';

/** A handler of API Gateway HTTP API events (payload 2.0). */
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** The Lambda handler of a Hono app. Reads never have a body: the Fetch API refuses to build such a request. */
export function lambda(app: Hono): HttpHandler {
  const answer = handle(app);
  return async (event, context) => {
    const { body, ...bodiless } = event;
    const method = event.requestContext.http.method;
    const usable = method === 'GET' || method === 'HEAD' ? bodiless : event;
    return (await answer(
      usable as unknown as LambdaEvent,
      context as unknown as LambdaContext,
    )) as APIGatewayProxyStructuredResultV2;
  };
}
