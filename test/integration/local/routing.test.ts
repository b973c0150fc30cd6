import { routeTo } from '../../../local/aws-emulation/routing.ts';
import { FALLBACK_FUNCTION, ROUTES } from '../../../shared/http/routes.ts';

test.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s reaches the function that the route table names',
  (key, { method, path, function: name }) => {
    const concrete = path.replace(/\{(\w+)\}/g, 'a-$1');
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter ?? '');
    expect(routeTo(method, concrete)).toEqual({
      function: name,
      routeKey: key,
      pathParameters: Object.fromEntries(names.map((parameter) => [parameter, `a-${parameter}`])),
    });
  },
);

test.each([
  ['GET', '/nowhere'],
  ['GET', '/v1/articles/'],
  ['GET', '/v1/articles/a/b'],
  ['PURGE', '/v1/articles'],
  ['OPTIONS', '/v1/articles'],
])('%s %s goes to the function that explains the error', (method, path) => {
  expect(routeTo(method, path)).toEqual({ function: FALLBACK_FUNCTION, routeKey: '$default', pathParameters: {} });
});

test('HEAD goes where GET goes, and a literal path wins over one with a parameter', () => {
  expect(routeTo('HEAD', '/health').routeKey).toBe('GET /health');
  expect(routeTo('GET', '/v1/timelines/x/events.csv').routeKey).toBe('GET /v1/timelines/{slug}/events.csv');
  expect(routeTo('GET', '/v1/timelines/x/events/y').routeKey).toBe('GET /v1/timelines/{slug}/events/{id}');
});

test('a parameter arrives decoded, and what cannot be decoded as it is', () => {
  expect(routeTo('GET', '/v1/articles/a%20b').pathParameters).toEqual({ id: 'a b' });
  expect(routeTo('GET', '/v1/articles/%zz').pathParameters).toEqual({ id: '%zz' });
});
