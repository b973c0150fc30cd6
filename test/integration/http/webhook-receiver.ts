import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SQSEvent } from 'aws-lambda';
import { deliverWebhooks } from '../../../functions/deliver-webhooks/deliver-webhooks.ts';
import { sweepWebhooks } from '../../../functions/sweep-webhooks/sweep-webhooks.ts';
import { createSafePost } from '../../../shared/ingest/safe-post.ts';
import type { Service } from './service.ts';

/** A message as it came in. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server that webhooks are sent to. */
export interface Receiver {
  /** What it answers from now on. */
  answer: number;
  readonly received: Received[];
  /** `hooks.test:PORT`: the host that its address is allowed under. */
  readonly host: string;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers as Record<string, string>, body });
      response.writeHead(receiver.answer, { location: '/elsewhere' }).end('thanks');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const receiver: Receiver = {
    answer: 200,
    received,
    host: `hooks.test:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return receiver;
}

/** Does what schedule and queue would do: messages of what changed, and an attempt of each that is due. @returns how many were due. */
export async function tellWebhooks(service: Omit<Service, 'stop'>, { host }: Pick<Receiver, 'host'>): Promise<number> {
  const queue = { send: async (more: readonly unknown[]) => void service.dueDeliveries.push(...more) };
  await sweepWebhooks(service.store, queue, service.now());
  const due = service.dueDeliveries.splice(0);
  const post = createSafePost({
    userAgent: 'Dateline test',
    allowedHosts: [host],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  const log = {
    info() {},
    warn() {},
    error: (_: string, fields?: { error?: unknown }) => service.errors.push(fields?.error),
  };
  const event = { Records: due.map((body, n) => ({ messageId: `m${n}`, body: JSON.stringify(body) })) };
  const run = await deliverWebhooks(event as unknown as SQSEvent, {
    store: service.store,
    post,
    now: service.now,
    log,
  });
  if (run.batchItemFailures.length > 0) throw service.errors.at(-1);
  return due.length;
}
