import { createHash, randomUUID } from 'node:crypto';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { MeasuredQueue } from '../../functions/runtime/queue.ts';
import { lambdaContext } from './lambda-context.ts';

/** Settings of the SQS queue and of its Lambda event source, with the names that AWS uses. */
export interface LocalQueueOptions {
  readonly name: string;
  readonly batchSize: number;
  /** Batches processed concurrently. Called before each batch. */
  readonly maxConcurrency: () => number;
  /** How long a received message stays hidden. A message not deleted by then is delivered again. */
  readonly visibilitySeconds: number;
  /** Deliveries before a message is moved to the dead letters. */
  readonly maxReceiveCount: number;
  /** The worker's timeout; a batch that takes longer has failed. */
  readonly timeoutSeconds: number;
  readonly worker: (event: SQSEvent, context: Context) => unknown;
  /** Called for each message moved to the dead letters, and for each failed batch. */
  readonly onTrouble: (
    what: 'queue.dead-letter' | 'queue.batch-failed',
    fields: Readonly<Record<string, unknown>>,
  ) => void;
}

/** A queue with its worker: each message is delivered until it is processed or dead. */
export interface LocalQueue extends MeasuredQueue {
  /** Number of messages by state. */
  counts(): { readonly waiting: number; readonly inFlight: number; readonly dead: number };
  /** Bodies of the dead letters, oldest first; only the last thousand are kept. */
  deadLetters(): readonly string[];
  /** Moves every dead letter back to the queue with its delivery count reset. @returns the number of messages. */
  redrive(): number;
  /** Stops receiving, waits for the current batches, and drops other messages: their articles are still `queued` in the table. */
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
 * An in-process queue that behaves like SQS with a Lambda worker: at-least-once delivery in no guaranteed order. Failed
 * messages (the whole batch if the worker throws, otherwise those in `batchItemFailures`) return when their visibility
 * timeout ends, and become dead letters after `maxReceiveCount` deliveries. Messages are kept in memory: after a crash,
 * the sweep at start-up requeues them.
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
    // A sweep sends messages that already wait here; for a long backlog, most of them would be duplicates.
    if (waitingBodies.has(body)) return;
    waitingBodies.add(body);
    waiting.push({ id: randomUUID(), body, sentAt, receives: 0, firstReceivedAt: 0 });
  };

  return {
    async send(bodies) {
      const sentAt = Date.now();
      for (const message of bodies) enqueue(JSON.stringify(message), sentAt);
      // Like a real queue, never deliver within the sender's own call.
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

/** Ids of the messages of a batch to be redelivered. */
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
    // An empty or unknown identifier makes Lambda redeliver the whole batch.
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
