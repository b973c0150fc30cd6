import type { SQSEvent } from 'aws-lambda';
import { type LocalQueueOptions, localQueue } from '../../../local/aws-emulation/local-queue.ts';
import { until } from './dateline.ts';

/** A queue whose worker is the test's own. A message that fails comes back after a fifth of a second. */
function queueWith(worker: (event: SQSEvent) => unknown, options: Partial<LocalQueueOptions> = {}) {
  const troubles: string[] = [];
  const queue = localQueue({
    name: 'test',
    batchSize: 2,
    maxConcurrency: () => 2,
    visibilitySeconds: 0.2,
    maxReceiveCount: 3,
    timeoutSeconds: 5,
    worker: async (event) => worker(event),
    onTrouble: (what) => troubles.push(what),
    ...options,
  });
  return { queue, troubles };
}

/** For workers that take their time: a slow machine brings no message back meanwhile. */
const PATIENT: Partial<LocalQueueOptions> = { visibilitySeconds: 60, timeoutSeconds: 60 };

test('hands messages over as SQS events, in batches no larger and no more at once than allowed', async () => {
  const events: SQSEvent[] = [];
  let atWork = 0;
  let most = 0;
  const { queue } = queueWith(async (event) => {
    events.push(event);
    atWork += 1;
    most = Math.max(most, atWork);
    await new Promise((resolve) => setTimeout(resolve, 20));
    atWork -= 1;
  }, PATIENT);
  await queue.send([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }, { n: 5 }, { n: 6 }, { n: 7 }]);
  await until('all done', () => events.flatMap(({ Records }) => Records).length === 7 && atWork === 0);
  expect(events.every(({ Records }) => Records.length <= 2)).toBe(true);
  expect(most).toBe(2);
  const records = events.flatMap(({ Records }) => Records);
  expect(records.map(({ body }) => JSON.parse(body).n).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(records[0]).toMatchObject({
    eventSource: 'aws:sqs',
    attributes: { ApproximateReceiveCount: '1', SentTimestamp: expect.stringMatching(/^\d{13}$/) },
  });
  await queue.stop();
});

test('only the message that a response names as failed comes back, after its visibility timeout', async () => {
  const seen: [string, string, number][] = [];
  const { queue } = queueWith(({ Records }) => {
    for (const { body, attributes } of Records) seen.push([body, attributes.ApproximateReceiveCount, Date.now()]);
    const bad = Records.filter((r) => r.body === '"bad"' && r.attributes.ApproximateReceiveCount === '1');
    return { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });
  await queue.send(['good', 'bad']);
  await until('the second delivery', () => seen.length === 3);
  expect(seen.map(([body, receives]) => [body, receives])).toEqual([
    ['"good"', '1'],
    ['"bad"', '1'],
    ['"bad"', '2'],
  ]);
  expect((seen[2]?.[2] ?? 0) - (seen[1]?.[2] ?? 0)).toBeGreaterThanOrEqual(190);
  await until('nothing in flight', () => queue.counts().inFlight === 0);
  expect(queue.counts()).toEqual({ waiting: 0, inFlight: 0, dead: 0 });
  await queue.stop();
});

test('moves a message to the dead letters after its last delivery, and reports the error', async () => {
  let deliveries = 0;
  const { queue, troubles } = queueWith(() => {
    deliveries += 1;
    throw new Error('no');
  });
  await queue.send([{ poison: true }]);
  await until('given up', () => queue.counts().dead === 1);
  expect(deliveries).toBe(3);
  expect(queue.deadLetters()).toEqual(['{"poison":true}']);
  expect(troubles).toEqual(['queue.batch-failed', 'queue.batch-failed', 'queue.batch-failed', 'queue.dead-letter']);
  await queue.stop();
});

test('a worker that runs out of its time has failed', async () => {
  let deliveries = 0;
  const { queue } = queueWith(
    () => {
      deliveries += 1;
      return deliveries === 1 ? new Promise(() => {}) : undefined;
    },
    { timeoutSeconds: 0.1 },
  );
  await queue.send(['slow']);
  await until('delivered again', () => deliveries === 2);
  await queue.stop();
});

test('a response that names an unknown message returns the whole batch to the queue, as Lambda does', async () => {
  let deliveries = 0;
  const { queue } = queueWith(() => {
    deliveries += 1;
    return deliveries === 1 ? { batchItemFailures: [{ itemIdentifier: '' }] } : undefined;
  });
  await queue.send([1, 2]);
  await until('delivered again', () => deliveries >= 2);
  await queue.stop();
});

test('stopping waits for the current batch and begins no other', async () => {
  let begun = 0;
  let finished = 0;
  const { queue } = queueWith(
    async () => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      finished += 1;
    },
    { ...PATIENT, maxConcurrency: () => 1, batchSize: 1 },
  );
  await queue.send([1, 2, 3]);
  await until('begun', () => begun === 1);
  await queue.stop();
  expect([begun, finished]).toEqual([1, 1]);
});
