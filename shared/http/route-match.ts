import { ROUTES } from './routes.ts';

type TableRoute = (typeof ROUTES)[number];

const isParameter = (segment: string): boolean => segment.startsWith('{');

/** Routes with fewer parameters first, as API Gateway prefers them. */
const PATTERNS = ROUTES.map((route) => ({ route, segments: route.path.split('/') })).sort(
  (a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length,
);

/** The routes at a path, of any method, the most literal first. A parameter takes one segment, and never an empty one. */
export function routesAt(path: string): readonly TableRoute[] {
  const parts = path.split('/');
  return PATTERNS.filter(
    ({ segments }) =>
      segments.length === parts.length &&
      segments.every((segment, at) => (isParameter(segment) ? parts[at] !== '' : segment === parts[at])),
  ).map(({ route }) => route);
}

/** The route that answers a request; HEAD is answered as GET is. */
export const routeOf = (method: string, path: string): TableRoute | undefined =>
  routesAt(path).find((route) => route.method === (method === 'HEAD' ? 'GET' : method));

/** Values of a route's parameters in a path, decoded; a broken escape stays as it is. */
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
