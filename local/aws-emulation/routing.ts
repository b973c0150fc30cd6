import { parametersOf, routeOf } from '../../shared/http/route-match.ts';
import { FALLBACK_FUNCTION, type HttpFunctionName } from '../../shared/http/routes.ts';
import type { MatchedRoute } from './gateway-event.ts';

/** A matched route and the function that answers it. */
export type Destination = MatchedRoute & { readonly function: HttpFunctionName };

/** Finds the function for a request in the route table; requests without a route go to the fallback. */
export function routeTo(method: string, path: string): Destination {
  const route = routeOf(method, path);
  if (!route) return { function: FALLBACK_FUNCTION, routeKey: '$default', pathParameters: {} };
  return {
    function: route.function,
    routeKey: `${route.method} ${route.path}`,
    pathParameters: parametersOf(route, path),
  };
}
