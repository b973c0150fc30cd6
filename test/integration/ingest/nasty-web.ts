import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** A web on loopback, of as many hosts as a test likes, that plays by no rules but those a test gives it. */
export interface NastyWeb {
  readonly port: number;
  /** `http://news.test:PORT/path` of `news.test/path`. */
  url(address: string): string;
  /** Sets the response of a host at a path (with its query); `news.test/*` is the response of its other paths. */
  serve(address: string, page: Page | Answer): void;
  /** All requests so far, in order: `GET news.test/path`. */
  readonly requests: readonly {
    readonly address: string;
    readonly headers: IncomingHttpHeaders;
    readonly at: number;
  }[];
  /** How often an address was asked for. */
  asked(address: string): number;
  /** `news.test:PORT` for each host, for the allow list of the safe fetch. */
  hosts(...names: readonly string[]): readonly string[];
  stop(): Promise<void>;
}

/** A plain answer. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** All names lead to the loopback, as a resolver of a test says. */
export const resolveToLoopback = async () => [{ address: '127.0.0.1', family: 4 }];

export async function startNastyWeb(address = '127.0.0.1', port = 0): Promise<NastyWeb> {
  const pages = new Map<string, Page>();
  const requests: { address: string; headers: IncomingHttpHeaders; at: number }[] = [];
  const server = createServer((request, response) => {
    const asked = `${(request.headers.host ?? '').replace(/:\d+$/, '')}${request.url}`;
    requests.push({ address: asked, headers: request.headers, at: performance.now() });
    response.on('error', () => {});
    const page = pages.get(asked) ?? pages.get(`${asked.split('/')[0]}/*`);
    if (page === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here');
    else page(request, response);
  });
  await new Promise<void>((listening) => server.listen(port, address, listening));
  const actual = (server.address() as AddressInfo).port;
  return {
    port: actual,
    requests,
    url: (path) => `http://${path.replace(/^([^/]+)/, `$1:${actual}`)}`,
    serve: (path, page) =>
      pages.set(path.includes('/') ? path : `${path}/`, typeof page === 'function' ? page : plainly(page)),
    asked: (path) => requests.filter((request) => request.address === path).length,
    hosts: (...names) => names.map((name) => `${name}:${actual}`),
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function plainly({ status = 200, headers = {}, body = '' }: Answer): Page {
  return (_request, response) => response.writeHead(status, headers).end(body);
}
