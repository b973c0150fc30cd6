import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { type FunctionName, specs } from '../../functions/specs.ts';
import type { HttpFunctionName } from '../../shared/http/routes.ts';

/** A handler of the gateway’s events (payload format 2.0). */
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** A function's exported handler, for any kind of event. */
type Handler = (event: never, context: Context) => unknown;

/** Handler modules. They are imported on their first call, after the environment is set, which they read while loading. */
const MODULES: Readonly<Record<FunctionName, () => Promise<{ readonly handler: unknown }>>> = {
  'accept-articles': () => import('../../functions/accept-articles/handler.ts'),
  'check-service': () => import('../../functions/check-service/handler.ts'),
  'deliver-webhooks': () => import('../../functions/deliver-webhooks/handler.ts'),
  'describe-service': () => import('../../functions/describe-service/handler.ts'),
  'edit-events': () => import('../../functions/edit-events/handler.ts'),
  'export-timeline': () => import('../../functions/export-timeline/handler.ts'),
  'extract-article': () => import('../../functions/extract-article/handler.ts'),
  'fetch-feed': () => import('../../functions/fetch-feed/handler.ts'),
  'manage-feeds': () => import('../../functions/manage-feeds/handler.ts'),
  'manage-keys': () => import('../../functions/manage-keys/handler.ts'),
  'manage-timelines': () => import('../../functions/manage-timelines/handler.ts'),
  'manage-webhooks': () => import('../../functions/manage-webhooks/handler.ts'),
  'poll-feeds': () => import('../../functions/poll-feeds/handler.ts'),
  'process-articles': () => import('../../functions/process-articles/handler.ts'),
  'read-events': () => import('../../functions/read-events/handler.ts'),
  'relay-articles': () => import('../../functions/relay-articles/handler.ts'),
  'render-console': () => import('../../functions/render-console/handler.ts'),
  'render-embed': () => import('../../functions/render-embed/handler.ts'),
  'serve-articles': () => import('../../functions/serve-articles/handler.ts'),
  'sweep-articles': () => import('../../functions/sweep-articles/handler.ts'),
  'fold-articles': () => import('../../functions/fold-articles/handler.ts'),
  'sweep-tasks': () => import('../../functions/sweep-tasks/handler.ts'),
  'sweep-webhooks': () => import('../../functions/sweep-webhooks/handler.ts'),
};

/** The handler that Lambda would run for a function of the specs. */
export function handlerOf(name: FunctionName): Promise<Handler> {
  const loading = loaded.get(name) ?? MODULES[name]().then(({ handler }) => handler as Handler);
  loaded.set(name, loading);
  return loading;
}

/** An import of what is there already still costs as much as a request to the table. */
const loaded = new Map<FunctionName, Promise<Handler>>();

/** A function that answers HTTP, with its timeout. */
export interface HttpFunction {
  readonly handler: HttpHandler;
  readonly timeoutSeconds: number;
}

/** The HTTP function of the specs. */
export async function httpFunction(name: HttpFunctionName): Promise<HttpFunction> {
  return { handler: (await handlerOf(name)) as HttpHandler, timeoutSeconds: specs[name].timeoutSeconds };
}
