import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { specs } from '../../functions/specs.ts';
import { gatewayEvent } from './gateway-event.ts';
import { type HttpHandler, handlerOf } from './handlers.ts';
import { lambdaContext } from './lambda-context.ts';
import { routeTo } from './routing.ts';

/** What Lambda takes of a request. */
const LARGEST_BODY_BYTES = 6 * 1024 * 1024;

/** What stands between a request and its function. */
export interface Gate {
  readonly port: number;
  /** Host names besides this machine's own that requests may name (a reverse proxy's, say). */
  readonly allowedHosts: readonly string[];
  /** Requests that come earlier wait for it. */
  readonly ready: Promise<void>;
  /** Told after each request that may have written something. */
  readonly onWrite: () => void;
}

/**
 * Answers one request: the gateway's event goes to the function that the route table names, and its answer comes back. Rejects where the
 * function does.
 */
export async function answer(request: IncomingMessage, response: ServerResponse, gate: Gate): Promise<void> {
  if (!isOwnHost(request.headers.host, gate)) {
    // Else a page of another site could point its own name at this machine and read the answers (DNS rebinding).
    return problem(response, 421, 'host.unknown', 'This service answers only to its own address');
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    return problem(response, 413, 'request.too-large', 'The request is too large');
  }
  await gate.ready;
  const method = request.method ?? 'GET';
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const destination = routeTo(method, path);
  const handler = (await handlerOf(destination.function)) as HttpHandler;
  const { timeoutSeconds } = specs[destination.function];
  const context = lambdaContext(destination.function, timeoutSeconds);
  const result = await within(timeoutSeconds, handler(gatewayEvent(request, body, destination), context));
  if (result === 'late') return problem(response, 503, 'internal.error', 'The function did not answer in time');
  send(request, response, result);
  if (method !== 'GET' && method !== 'HEAD') gate.onWrite();
}

/** Names of this machine that a browser cannot be made to use for another's pages. */
function isOwnHost(host: string | undefined, { port, allowedHosts }: Gate): boolean {
  if (host === undefined) return false;
  const name = host.toLowerCase();
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, ...allowedHosts].includes(name);
}

/** The whole body, or `undefined` where it is too long to take. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function within<T>(seconds: number, work: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), seconds * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function send(request: IncomingMessage, response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name.toLowerCase() !== 'content-length') response.setHeader(name, String(value));
  }
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  const bodiless = statusCode === 204 || statusCode === 304;
  if (!bodiless && request.method !== 'HEAD') response.setHeader('content-length', bytes.length);
  response.statusCode = statusCode;
  response.end(bodiless || request.method === 'HEAD' ? undefined : bytes);
}

/** A problem that no function told: RFC 9457, as the functions' own. */
export function problem(response: ServerResponse, status: number, code: string, title: string): void {
  const body = JSON.stringify({ type: `/docs#${code}`, title, status, detail: `${title}.`, code });
  response.writeHead(status, { 'content-type': 'application/problem+json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
