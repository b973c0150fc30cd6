import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may go wrong with one request to the engine. */
export type FaultKind =
  | 'dropped-before'
  | 'dropped-after'
  | 'delayed'
  | 'doubled'
  | 'throttled'
  | 'conflict'
  | 'internal-error'
  | 'unprocessed'
  | 'records-doubled'
  | 'records-late'
  | 'records-shuffled';

const KINDS: readonly FaultKind[] = [
  'dropped-before',
  'dropped-after',
  'delayed',
  'doubled',
  'throttled',
  'conflict',
  'internal-error',
  'unprocessed',
  'records-doubled',
  'records-late',
  'records-shuffled',
];

/** A proxy before an engine. */
export interface FaultyEngine {
  readonly endpoint: string;
  /** How many requests met each kind of fault. */
  readonly counts: ReadonlyMap<FaultKind, number>;
  /** From now on so large a share of requests meets a fault; 0 lets all through. */
  setRate(rate: number): void;
  /** Called with the number of each request, before it is passed on. */
  onRequest(listener: (n: number) => void): void;
  stop(): Promise<void>;
}

const LONGEST_DELAY_MS = 120;

/**
 * Passes requests on to an engine, except that some, by the given random numbers, meet what can happen to requests on a network and in DynamoDB:
 * lost before or after they took effect, late, sent twice, refused for heat or a conflict, half done; and stream records that come twice, late or
 * in another order.
 *
 * @param random Numbers in [0, 1): the same numbers, the same faults.
 */
export async function faultyEngine(engine: string, random: () => number): Promise<FaultyEngine> {
  const { hostname, port } = new URL(engine);
  const agent = new Agent({ keepAlive: true });
  const counts = new Map<FaultKind, number>();
  let rate = 0;
  let listener = (_n: number) => {};
  let n = 0;

  const forward = (incoming: IncomingMessage, body: Buffer) =>
    new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
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
    const body = await bodyOf(incoming);
    listener(++n);
    const operation =
      String(incoming.headers['x-amz-target'] ?? '')
        .split('.')
        .at(-1) ?? '';
    const fault = random() < rate ? KINDS[Math.floor(random() * KINDS.length)] : undefined;
    const kind = fault !== undefined && fits(fault, operation) ? fault : undefined;
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const pass = async (sent = body) => {
      const answer = await forward(incoming, sent);
      return send(response, answer.status, answer.body);
    };
    switch (kind) {
      case 'dropped-before':
        return incoming.socket.destroy();
      case 'dropped-after':
        await forward(incoming, body);
        return incoming.socket.destroy();
      case 'delayed':
        await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_DELAY_MS));
        return pass();
      case 'doubled':
        await forward(incoming, body);
        return pass();
      case 'throttled':
        return refuse(response, 400, 'ProvisionedThroughputExceededException');
      case 'conflict':
        return refuse(response, 400, 'TransactionConflictException');
      case 'internal-error':
        return refuse(response, 500, 'InternalServerError');
      case 'unprocessed': {
        const [first, rest] = halves(JSON.parse(body.toString()));
        const answer = await forward(incoming, Buffer.from(JSON.stringify(first)));
        const told = { ...JSON.parse(answer.body.toString()), UnprocessedItems: rest };
        return send(response, answer.status, Buffer.from(JSON.stringify(told)));
      }
      case 'records-late': {
        const { ShardIterator } = JSON.parse(body.toString());
        return send(response, 200, Buffer.from(JSON.stringify({ Records: [], NextShardIterator: ShardIterator })));
      }
      case 'records-doubled':
      case 'records-shuffled': {
        const answer = await forward(incoming, body);
        const told = JSON.parse(answer.body.toString());
        const records: unknown[] = told.Records ?? [];
        told.Records = kind === 'records-doubled' ? [...records, ...records] : shuffled(records, random);
        return send(response, answer.status, Buffer.from(JSON.stringify(told)));
      }
      default:
        return pass();
    }
  };

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => incoming.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    setRate(to) {
      rate = to;
    },
    onRequest(called) {
      listener = called;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    },
  };
}

const WRITES = /^(PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems)$/;

/** Whether a kind of fault can happen to an operation. */
function fits(kind: FaultKind, operation: string): boolean {
  if (kind.startsWith('records-')) return operation === 'GetRecords';
  if (kind === 'unprocessed') return operation === 'BatchWriteItem';
  // A refused condition of the second sending would be told of what the first one wrote: that is no fault of DynamoDB.
  if (kind === 'doubled') return operation === 'BatchWriteItem' || !WRITES.test(operation);
  if (kind === 'conflict' || kind === 'throttled') return WRITES.test(operation);
  return true;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, body: Buffer): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'content-length': body.length });
  response.end(body);
}

const refuse = (response: ServerResponse, status: number, name: string): void =>
  send(
    response,
    status,
    Buffer.from(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name })),
  );

/** The first half of a batch's writes, and the rest as DynamoDB gives them back. */
function halves(batch: { RequestItems: Record<string, unknown[]> }) {
  const first: Record<string, unknown[]> = {};
  const rest: Record<string, unknown[]> = {};
  for (const [table, writes] of Object.entries(batch.RequestItems)) {
    const middle = Math.ceil(writes.length / 2);
    first[table] = writes.slice(0, middle);
    if (middle < writes.length) rest[table] = writes.slice(middle);
  }
  return [{ ...batch, RequestItems: first }, rest] as const;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
