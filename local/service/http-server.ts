import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { specs } from '../../functions/specs.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { gatewayEvent } from './gateway-event.ts';
import { type HttpHandler, handlerOf } from './handlers.ts';
import { lambdaContext } from './lambda-context.ts';
import { routeTo } from './routing.ts';

/** What Lambda takes of a request. */
const LARGEST_BODY_BYTES = 6 * 1024 * 1024;
/** Requests under way get this long when the server stops. */
const GRACE_MS = 5_000;

/** How to serve. */
export interface HttpServerOptions {
  readonly port: number;
  /** Host names besides this machine's own that requests may name (a reverse proxy's, say). */
  readonly allowedHosts: readonly string[];
  /** Requests that come earlier wait for it. */
  readonly ready: Promise<void>;
  /** Told after each request that may have written something. */
  readonly onWrite: () => void;
  readonly onTrouble: (what: 'request.failed', fields: Readonly<Record<string, unknown>>) => void;
}

/** A server that listens on 127.0.0.1. */
export interface HttpServer {
  readonly port: number;
  /** Harmless when called twice. */
  stop(): Promise<void>;
}

/**
 * Serves the route table on 127.0.0.1: each request becomes the gateway's event, and the function's own handler answers it.
 *
 * @throws DatelineError `port.taken` where another program listens there.
 */
export async function serveHttp(options: HttpServerOptions): Promise<HttpServer> {
  let port = options.port;
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, (request, response) => {
    answer(request, response, options, port).catch((error: unknown) => {
      options.onTrouble('request.failed', { method: request.method, error });
      if (response.headersSent) response.destroy();
      else problem(response, 500, 'internal.error', 'Something went wrong here');
    });
  });
  server.listen(options.port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw listenTrouble(error, options.port);
  }
  port = portOf(server);
  return { port, stop: () => stop(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpServerOptions,
  port: number,
): Promise<void> {
  if (!isOwnHost(request.headers.host, port, options.allowedHosts)) {
    // Else a page of another site could point its own name at this machine and read the answers (DNS rebinding).
    return problem(response, 421, 'host.unknown', 'This service answers only to its own address');
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    return problem(response, 413, 'request.too-large', 'The request is too large');
  }
  await options.ready;
  const method = request.method ?? 'GET';
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const destination = routeTo(method, path);
  const handler = (await handlerOf(destination.function)) as HttpHandler;
  const { timeoutSeconds } = specs[destination.function];
  const context = lambdaContext(destination.function, timeoutSeconds);
  const result = await within(timeoutSeconds, handler(gatewayEvent(request, body, destination), context));
  if (result === 'late') return problem(response, 503, 'internal.error', 'The function did not answer in time');
  send(request, response, result);
  if (method !== 'GET' && method !== 'HEAD') options.onWrite();
}

/** Names of this machine that a browser cannot be made to use for another's pages. */
function isOwnHost(host: string | undefined, port: number, allowed: readonly string[]): boolean {
  if (host === undefined) return false;
  const name = host.toLowerCase();
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, ...allowed].includes(name);
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

function problem(response: ServerResponse, status: number, code: string, title: string): void {
  const body = JSON.stringify({ type: `/docs#${code}`, title, status, detail: `${title}.`, code });
  response.writeHead(status, { 'content-type': 'application/problem+json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new RangeError('the server does not listen');
  return address.port;
}

function listenTrouble(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new DatelineError(
      'port.taken',
      `Port ${port} is taken by another program: choose another with --port, for example --port ${port + 1}.`,
    );
  }
  if (code === 'EACCES') {
    return new DatelineError('port.taken', `Port ${port} may not be used here: choose one above 1023 with --port.`);
  }
  return error;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const hurry = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(hurry);
}
