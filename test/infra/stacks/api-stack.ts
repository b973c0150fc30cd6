import { FALLBACK_FUNCTION, ROUTES } from '../../../shared/http/routes.ts';
import { isLike } from './policy.ts';
import { resources, synthesise, withoutHashes } from './synthesis.ts';

const { api } = synthesise();
const functions = new Map(resources(api, 'AWS::Lambda::Function'));
const permissions = resources(api, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties);
const integrations = new Map(resources(api, 'AWS::ApiGatewayV2::Integration'));

/** The name of the function that a route's target leads to. */
function answering(target: unknown): string {
  const integration = integrations.get(JSON.stringify(target).match(/"Ref":"(\w+)"/)?.[1] ?? '')?.Properties ?? {};
  const id = JSON.stringify(integration.IntegrationUri).match(/"Fn::GetAtt":\["(\w+)","Arn"\]/)?.[1] ?? '';
  return String(functions.get(id)?.Properties.FunctionName).replace('dateline-prod-', '');
}

test('every route of the table leads to its function, what can be read can be asked about by HEAD, and there is no other', () => {
  const deployed = resources(api, 'AWS::ApiGatewayV2::Route').map(
    ([, { Properties }]) => `${Properties.RouteKey} → ${answering(Properties.Target)}`,
  );
  const wanted = ROUTES.flatMap((route) =>
    (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]).map(
      (method) => `${method} ${route.path} → ${route.function}`,
    ),
  );
  expect(deployed.sort()).toEqual([...wanted, `$default → ${FALLBACK_FUNCTION}`].sort());
});

test('functions understand what the door sends: version 2 of its events', () => {
  for (const { Properties } of integrations.values()) {
    expect(Properties).toMatchObject({ PayloadFormatVersion: '2.0', IntegrationType: 'AWS_PROXY' });
  }
});

test('a function answers before the door gives up, after 30 seconds', () => {
  for (const { Properties } of functions.values()) expect(Properties.Timeout).toBeLessThan(30);
});

/** `arn:aws:execute-api:<region>:<account>:<api>/…` without all that is only known at deploy: `api/…`. */
function withinApi(sourceArn: unknown): string {
  const parts = (sourceArn as { 'Fn::Join': [string, readonly unknown[]] })['Fn::Join'][1];
  return `api${parts.filter((part) => typeof part === 'string').at(-1)}`;
}

test('API Gateway may call the function of every route, the one that matches nothing else included', () => {
  const sources = permissions.map(({ FunctionName, SourceArn }) => ({
    functionId: JSON.stringify(FunctionName).match(/"Fn::GetAtt":\["(\w+)","Arn"\]/)?.[1],
    pattern: withinApi(SourceArn),
  }));
  const refused = resources(api, 'AWS::ApiGatewayV2::Route').flatMap(([, { Properties }]) => {
    const key = String(Properties.RouteKey);
    // The ARN that API Gateway calls from: <api>/<stage>/<METHOD>/<path of the route>, and <api>/<stage>/$default.
    const arn = `api/$default/${key.replace(' ', '')}`;
    const name = answering(Properties.Target);
    const isAllowed = sources.some(
      ({ functionId, pattern }) =>
        functions.get(functionId ?? '')?.Properties.FunctionName === `dateline-prod-${name}` && isLike(pattern, arn),
    );
    return isAllowed ? [] : [`${key} → ${name}`];
  });
  expect(refused).toEqual([]);
});

test('only this door may call a function', () => {
  expect(permissions.length).toBeGreaterThanOrEqual(functions.size);
  for (const permission of permissions) {
    expect(permission.Principal).toBe('apigateway.amazonaws.com');
    expect(JSON.stringify(permission.SourceArn)).toMatch(/execute-api.*ImportValue/);
  }
});

test('the API stack is as it was', () => {
  expect(withoutHashes(api)).toMatchSnapshot();
});
