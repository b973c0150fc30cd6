import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** The route that a request matched, as API Gateway reports it to the function. */
export interface MatchedRoute {
  /** `GET /v1/articles/{id}`, or `$default`. */
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * The event that an API Gateway HTTP API (payload format 2.0) creates from a request. The body is always base64: the
 * gateway encodes every body that it does not know to be text, and bytes that are not UTF-8 must arrive unchanged.
 */
export function gatewayEvent(
  request: IncomingMessage,
  body: Buffer,
  { routeKey, pathParameters }: MatchedRoute,
): APIGatewayProxyEventV2 {
  const target = request.url ?? '/';
  const question = target.indexOf('?');
  const rawPath = question < 0 ? target : target.slice(0, question);
  const rawQueryString = question < 0 ? '' : target.slice(question + 1);
  const { headers, cookies } = headersOf(request);
  const now = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(rawQueryString !== '' && { queryStringParameters: joined(new URLSearchParams(rawQueryString)) }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters: { ...pathParameters } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}

/** Headers as the gateway passes them: lower case, repeated headers joined by commas, cookies separate. */
function headersOf(request: IncomingMessage): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join(',') : value;
    headers[name] = text;
    if (name === 'cookie') cookies.push(...text.split(/; */).filter(Boolean));
  }
  return { headers, cookies };
}

function joined(parameters: URLSearchParams): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of parameters) all[name] = name in all ? `${all[name]},${value}` : value;
  return all;
}
