import { ROUTES } from './routes.ts';

type TableRoute = (typeof ROUTES)[number];

const isParameter = (segment: string): boolean => segment.startsWith('{');

/** Routes with fewer parameters first, which is API Gateway's order. */
const PATTERNS = ROUTES.map((route) => ({ route, segments: route.path.split('/') })).sort(
  (a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length,
);

/** The routes of a path, for any method, most literal first. A parameter matches one non-empty segment. */
export function routesAt(path: string): readonly TableRoute[] {
  const parts = path.split('/');
  return PATTERNS.filter(
    ({ segments }) =>
      segments.length === parts.length &&
      segments.every((segment, at) => (isParameter(segment) ? parts[at] !== '' : segment === parts[at])),
  ).map(({ route }) => route);
}

/** The route of a request; HEAD uses the route of GET. */
export const routeOf = (method: string, path: string): TableRoute | undefined =>
  routesAt(path).find((route) => route.method === (method === 'HEAD' ? 'GET' : method));

/** The values of a route's parameters in a path, decoded; a malformed escape is left unchanged. */
export function parametersOf(route: TableRoute, path: string): Readonly<Record<string, string>> {
  const parts = path.split('/');
  return Object.fromEntries(
    route.path
      .split('/')
      .flatMap((segment, at) => (isParameter(segment) ? [[segment.slice(1, -1), decoded(parts[at] ?? '')]] : [])),
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
