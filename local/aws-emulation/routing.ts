import { FALLBACK_FUNCTION, type HttpFunctionName, ROUTES } from '../../shared/http/routes.ts';
import type { MatchedRoute } from './gateway-event.ts';

/** A matched route and the function that answers it. */
export type Destination = MatchedRoute & { readonly function: HttpFunctionName };

interface Candidate {
  readonly method: string;
  readonly segments: readonly string[];
  readonly parameters: number;
  readonly route: (typeof ROUTES)[number];
}

/** Literal paths before those with parameters, as the gateway prefers them. */
const CANDIDATES: readonly Candidate[] = ROUTES.map((route) => {
  const segments = route.path.split('/');
  return { method: route.method, segments, parameters: segments.filter(isParameter).length, route };
}).sort((a, b) => a.parameters - b.parameters);

/** Which function answers a request, by the one route table. HEAD goes where GET goes; what no route matches, to the fallback. */
export function routeTo(method: string, path: string): Destination {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const segments = path.split('/');
  const found = CANDIDATES.find((candidate) => candidate.method === wanted && matches(candidate.segments, segments));
  if (!found) return { function: FALLBACK_FUNCTION, routeKey: '$default', pathParameters: {} };
  const pathParameters = Object.fromEntries(
    found.segments.flatMap((segment, at) =>
      isParameter(segment) ? [[segment.slice(1, -1), decoded(segments[at] ?? '')]] : [],
    ),
  );
  return { function: found.route.function, routeKey: `${found.method} ${found.route.path}`, pathParameters };
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

const matches = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.length === path.length &&
  pattern.every((segment, at) => (isParameter(segment) ? path[at] !== '' : segment === path[at]));

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
