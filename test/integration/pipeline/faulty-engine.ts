import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EngineAnswer, FaultyRequests } from './faulty-requests.ts';

/** A proxy before an engine. */
export interface FaultyEngine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Passes the requests of any process on to an engine, with the faults of {@link FaultyRequests}. */
export async function faultyEngine(engine: string, faults: FaultyRequests): Promise<FaultyEngine> {
  const { hostname, port } = new URL(engine);
  const agent = new Agent({ keepAlive: true });

  const forward = (incoming: IncomingMessage, body: Buffer) =>
    new Promise<EngineAnswer>((resolve, reject) => {
      const headers = { ...incoming.headers, 'content-length': String(body.length) };
      const outgoing = request(
        { hostname, port, agent, method: incoming.method, path: incoming.url, headers },
        (answer) => {
          bodyOf(answer).then((bytes) => resolve({ status: answer.statusCode ?? 500, body: bytes }), reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const target = String(incoming.headers['x-amz-target'] ?? '');
    const { status, body } = await faults.answer(target.split('.').at(-1) ?? '', await bodyOf(incoming), (sent) =>
      forward(incoming, sent),
    );
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'content-length': body.length });
    response.end(body);
  };

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => incoming.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    },
  };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
