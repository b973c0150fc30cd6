import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { HttpFunctionName } from '../../shared/http/routes.ts';
import { cancellable } from '../aws-emulation/cancellation.ts';
import { awaitedBy } from '../aws-emulation/engine-turns.ts';
import { gatewayEvent } from '../aws-emulation/gateway-event.ts';
import type { HttpFunction } from '../aws-emulation/handlers.ts';
import { lambdaContext } from '../aws-emulation/lambda-context.ts';
import { type Destination, routeTo } from '../aws-emulation/routing.ts';
import type { Admission } from './admission.ts';
import { hasRoomForStream, holdStream } from './event-stream.ts';
import { holdBody } from './request-body.ts';

/** Dependencies of request handling: handlers, admission, allowed hosts, log. */
export interface Gate {
  readonly port: number;
  /** Host names that requests may use besides this machine's own, such as a reverse proxy's. */
  readonly allowedHosts: readonly string[];
  /** Earlier requests wait for it. */
  readonly ready: Promise<void>;
  /** Answers requests that are not routes of the API, and returns whether it did. */
  readonly operatorDoor?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Called after each request that may have written. */
  readonly onWrite: () => void;
  readonly functionNamed: (name: HttpFunctionName) => Promise<HttpFunction>;
  readonly admission: Admission;
  /** Aborted when the service stops, which ends streams. */
  readonly ending: AbortSignal;
  /** Called for each request that was rejected because of load, or cancelled because it took too long. */
  readonly onBusy: (why: 'refused' | 'timed-out', fields: Readonly<Record<string, unknown>>) => void;
}

/** Answers even when all other requests are rejected: monitoring must be able to tell a busy service from a dead one. */
const ALWAYS_ANSWERS: HttpFunctionName = 'describe-service';
const RETRY_AFTER_SECONDS = 1;
/** Route whose connections stay open. */
const STREAM = 'GET /v1/timelines/{slug}/stream';

/**
 * Answers one request: converts it to the gateway's event, calls the function that the route table names, and sends its
 * response. Rejects if the function does.
 */
export async function answer(request: IncomingMessage, response: ServerResponse, gate: Gate): Promise<void> {
  if (!isOwnHost(request.headers.host, gate)) {
    // Otherwise a page of another site could point its own host name at this machine and read the responses (DNS
    // rebinding).
    return problem(response, 421, 'host.unknown', 'This service answers only to its own address');
  }
  if (gate.operatorDoor?.(request, response)) return;
  const target = targetOf(request);
  if (target === undefined) return problem(response, 400, 'request.malformed', 'The request line names no path');
  request.url = target;
  const body = await holdBody(request);
  if (body === 'too-large') {
    response.setHeader('connection', 'close');
    return problem(response, 413, 'request.too-large', 'The request is too large');
  }
  const destination = routeTo(request.method ?? 'GET', target.split('?', 1)[0] ?? '/');
  if (body === 'busy') return turnAway('refused', response, destination, gate);
  try {
    await gate.ready;
    if (destination.routeKey === STREAM && request.method === 'GET')
      await answerStream(request, response, destination, gate);
    else await answerInTurn(request, response, body.bytes, destination, gate);
  } finally {
    body.release();
  }
}

async function answerInTurn(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  destination: Destination,
  gate: Gate,
): Promise<void> {
  const isAlwaysLetIn = destination.function === ALWAYS_ANSWERS;
  const leave = isAlwaysLetIn ? () => {} : await gate.admission.enter(isRead(request) ? 'read' : 'write');
  if (leave === 'busy') return turnAway('refused', response, destination, gate);
  try {
    const called = await gate.functionNamed(destination.function);
    const result = await run(called, request, response, gatewayEvent(request, body, destination));
    if (result === 'left') return;
    if (result === 'late') return turnAway('timed-out', response, destination, gate);
    send(request, response, result);
    if (!isRead(request)) gate.onWrite();
  } finally {
    leave();
  }
}

/** Calls the function whenever there may be new events; each call is admitted like any other read. */
async function answerStream(
  request: IncomingMessage,
  response: ServerResponse,
  destination: Destination,
  gate: Gate,
): Promise<void> {
  const ask = async (lastId?: string) => {
    const leave = await gate.admission.enter('read');
    if (leave === 'busy') return undefined;
    try {
      // A response that is sent in parts cannot be compressed as a whole.
      delete request.headers['accept-encoding'];
      if (lastId !== undefined) request.headers['last-event-id'] = lastId;
      const { handler, timeoutSeconds } = await gate.functionNamed(destination.function);
      const event = gatewayEvent(request, Buffer.alloc(0), destination);
      return await awaitedBy('read', () => handler(event, lambdaContext(event.routeKey, timeoutSeconds)));
    } finally {
      leave();
    }
  };
  const first = hasRoomForStream() ? await ask() : undefined;
  if (first === undefined) return turnAway('refused', response, destination, gate);
  if (first.statusCode !== 200) return send(request, response, first);
  for (const [name, value] of Object.entries(first.headers ?? {}))
    if (!/^(content-length|etag)$/i.test(name)) response.setHeader(name, String(value));
  const text = Buffer.from(first.body ?? '', first.isBase64Encoded ? 'base64' : 'utf8').toString('utf8');
  await holdStream(response, text, ask, gate.ending);
}

/**
 * Runs the function, and cancels it if its time is over (`late`), or if the client of a read has disconnected (`left`).
 * A write continues after its client has disconnected, since half of it may be done.
 */
function run(
  { handler, timeoutSeconds }: HttpFunction,
  request: IncomingMessage,
  response: ServerResponse,
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2 | 'late' | 'left'> {
  const context = lambdaContext(event.routeKey, timeoutSeconds);
  const cancel = new AbortController();
  return new Promise((resolve, reject) => {
    const end = (how: 'late' | 'left') => {
      cancel.abort();
      resolve(how);
    };
    const timer = setTimeout(() => end('late'), timeoutSeconds * 1000);
    if (isRead(request)) response.once('close', () => !response.writableEnded && end('left'));
    cancellable(cancel.signal, () => awaitedBy(isRead(request) ? 'read' : 'write', () => handler(event, context)))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

function turnAway(
  why: 'refused' | 'timed-out',
  response: ServerResponse,
  { routeKey }: Destination,
  { admission, onBusy }: Gate,
): void {
  onBusy(why, { route: routeKey, ...admission.counts() });
  response.setHeader('retry-after', RETRY_AFTER_SECONDS);
  problem(response, 503, 'service.busy', 'The service is busy; try again');
}

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/** Path and query of a request line, which may also be an absolute URL (RFC 9112 §3.2.2); `undefined` if it contains no path. */
function targetOf({ url = '/' }: IncomingMessage): string | undefined {
  if (url.startsWith('/')) return url;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Whether a Host header names this machine in a way that a page of another site cannot cause. */
function isOwnHost(host: string | undefined, { port, allowedHosts }: Gate): boolean {
  if (host === undefined) return false;
  const name = host.toLowerCase();
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, ...allowedHosts].includes(name);
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

/** Sends a problem document (RFC 9457) for an error that occurred outside the functions, in their format. */
export function problem(response: ServerResponse, status: number, code: string, title: string): void {
  const body = JSON.stringify({ type: `/docs#${code}`, title, status, detail: `${title}.`, code });
  response.writeHead(status, { 'content-type': 'application/problem+json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
