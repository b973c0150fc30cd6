import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { answer, type Gate, problem } from './answer-request.ts';

/** Time that running requests get when the server stops. */
const GRACE_MS = 3_000;

/** Options of the server. */
export interface HttpServerOptions extends Omit<Gate, 'ending'> {
  readonly onTrouble: (what: 'request.failed', fields: Readonly<Record<string, unknown>>) => void;
}

/** A server that listens on 127.0.0.1. */
export interface HttpServer {
  readonly port: number;
  /** Further calls have no effect. */
  stop(): Promise<void>;
}

/**
 * Serves the route table on 127.0.0.1: each request is converted to the gateway's event and answered by the function's
 * own handler.
 *
 * @throws DatelineError `port.taken` if another program listens on the port.
 */
export async function serveHttp(options: HttpServerOptions): Promise<HttpServer> {
  let port = options.port;
  const ending = new AbortController();
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, (request, response) => {
    answer(request, response, { ...options, port, ending: ending.signal }).catch((error: unknown) => {
      // The client closed the connection during its request: no caller waits for a response, and nothing failed here.
      if (request.destroyed && !request.complete) return;
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
  return {
    port,
    stop: () => {
      ending.abort();
      return stop(server);
    },
  };
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
