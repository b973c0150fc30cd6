import { createHash, randomUUID } from 'node:crypto';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { MeasuredQueue } from '../../functions/runtime/queue.ts';
import { lambdaContext } from './lambda-context.ts';

/** Settings of the SQS queue and of its Lambda event source, named as AWS names them. */
export interface LocalQueueOptions {
  readonly name: string;
  readonly batchSize: number;
  /** Batches worked on at once. Asked before each batch. */
  readonly maxConcurrency: () => number;
  /** How long a received message stays hidden: after it, one that was not deleted is delivered again. */
  readonly visibilitySeconds: number;
  /** Deliveries before a message is moved to the dead letters. */
  readonly maxReceiveCount: number;
  /** The worker's own limit; what takes longer counts as failed. */
  readonly timeoutSeconds: number;
  readonly worker: (event: SQSEvent, context: Context) => unknown;
  /** Called for each message that is given up, and for each batch that fails. */
  readonly onTrouble: (
    what: 'queue.dead-letter' | 'queue.batch-failed',
    fields: Readonly<Record<string, unknown>>,
  ) => void;
}

/** A queue that works: what is sent is delivered until it is done or dead. */
export interface LocalQueue extends MeasuredQueue {
  /** Messages by where they are. */
  counts(): { readonly waiting: number; readonly inFlight: number; readonly dead: number };
  /** Bodies of the dead letters, oldest first; the last thousand are kept. */
  deadLetters(): readonly string[];
  /** Sends every dead letter again, as if it had never been delivered. @returns how many. */
  redrive(): number;
  /** Receives no more, waits for the current batches, and drops the other messages: their articles are still marked in the table. */
  stop(): Promise<void>;
}

interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  receives: number;
  firstReceivedAt: number;
}

const DEAD_KEPT = 1_000;

/**
 * A queue in this process that behaves as SQS does towards a Lambda worker: at least once, in no promised order; failed messages (the whole
 * batch where the worker throws, the named ones where it answers `batchItemFailures`) come back when their visibility ends, and go to the
 * dead letters after `maxReceiveCount` deliveries. It lives in memory: the sweep at start-up finds again what a killed process forgot.
 */
export function localQueue(options: LocalQueueOptions): LocalQueue {
  const waiting: Message[] = [];
  const waitingBodies = new Set<string>();
  const hidden = new Map<Message, NodeJS.Timeout>();
  const dead: Message[] = [];
  const working = new Set<Promise<void>>();
  let inFlight = 0;
  let stopped = false;

  const receive = () => {
    while (!stopped && working.size < options.maxConcurrency() && waiting.length > 0) {
      const batch = waiting.splice(0, options.batchSize);
      for (const { body } of batch) waitingBodies.delete(body);
      inFlight += batch.length;
      const work: Promise<void> = deliver(batch).finally(() => {
        inFlight -= batch.length;
        working.delete(work);
        receive();
      });
      working.add(work);
    }
  };

  const deliver = async (batch: readonly Message[]) => {
    const now = Date.now();
    for (const message of batch) {
      message.receives += 1;
      message.firstReceivedAt ||= now;
    }
    const failed = await failuresOf(batch, options);
    const visibleAt = now + options.visibilitySeconds * 1000;
    for (const message of batch) if (failed.has(message.id)) comeBack(message, visibleAt);
  };

  const comeBack = (message: Message, visibleAt: number) => {
    if (stopped) return;
    if (message.receives >= options.maxReceiveCount) {
      dead.push(message);
      if (dead.length > DEAD_KEPT) dead.shift();
      options.onTrouble('queue.dead-letter', { queue: options.name, body: message.body, receives: message.receives });
      return;
    }
    const timer = setTimeout(
      () => {
        hidden.delete(message);
        waiting.push(message);
        waitingBodies.add(message.body);
        receive();
      },
      Math.max(0, visibleAt - Date.now()),
    );
    timer.unref();
    hidden.set(message, timer);
  };

  const enqueue = (body: string, sentAt: number) => {
    // A sweep sends again what waits here already; over a long backlog that would be most of it.
    if (waitingBodies.has(body)) return;
    waitingBodies.add(body);
    waiting.push({ id: randomUUID(), body, sentAt, receives: 0, firstReceivedAt: 0 });
  };

  return {
    async send(bodies) {
      const sentAt = Date.now();
      for (const message of bodies) enqueue(JSON.stringify(message), sentAt);
      // As a real queue would: never within the sender's own turn.
      setImmediate(receive);
    },
    backlog: async () => waiting.length + inFlight + hidden.size,
    counts: () => ({ waiting: waiting.length, inFlight: inFlight + hidden.size, dead: dead.length }),
    deadLetters: () => dead.map(({ body }) => body),
    redrive() {
      const again = dead.splice(0);
      for (const { body } of again) enqueue(body, Date.now());
      setImmediate(receive);
      return again.length;
    },
    async stop() {
      stopped = true;
      for (const timer of hidden.values()) clearTimeout(timer);
      hidden.clear();
      await Promise.allSettled(working);
    },
  };
}

/** Ids of the messages of a batch that are to come back. */
async function failuresOf(batch: readonly Message[], options: LocalQueueOptions): Promise<ReadonlySet<string>> {
  const all = new Set(batch.map(({ id }) => id));
  const context = lambdaContext(options.name, options.timeoutSeconds);
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the worker ran out of time')), options.timeoutSeconds * 1000);
    });
    const event = { Records: batch.map((message) => recordOf(message, options.name)) };
    const answer = (await Promise.race([options.worker(event, context), late])) as SQSBatchResponse | undefined;
    const named = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
    // An empty or unknown identifier makes Lambda return the whole batch.
    return named.every((id) => all.has(id)) ? new Set(named) : all;
  } catch (error) {
    options.onTrouble('queue.batch-failed', { queue: options.name, messages: batch.length, error });
    return all;
  } finally {
    clearTimeout(timer);
  }
}

const recordOf = (message: Message, queue: string): SQSRecord => ({
  messageId: message.id,
  receiptHandle: `${message.id}#${message.receives}`,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: 'local',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  },
  messageAttributes: {},
  md5OfBody: createHash('md5').update(message.body).digest('hex'),
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
  awsRegion: 'local',
});
