import type { DynamoDBStreamEvent } from 'aws-lambda';
import { readStream, type StreamReaderOptions } from '../../../local/aws-emulation/stream-reader.ts';
import { until } from './dateline.ts';
import { positions, streamBench } from './stream-bench.ts';

const bench = streamBench();
const put = (pk: string, more: Readonly<Record<string, unknown>> = {}) => bench.put({ pk, sk: 'x', ...more });

const keysOf = ({ Records }: DynamoDBStreamEvent) => Records.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S ?? '');

function reading(
  handler: (event: DynamoDBStreamEvent) => unknown,
  kept = positions(),
  more: Partial<StreamReaderOptions> = {},
) {
  const troubles: string[] = [];
  const reader = readStream({
    ...bench.source(),
    batchSize: 10,
    timeoutSeconds: 5,
    positions: kept,
    handler: async (event) => handler(event),
    onTrouble: (what) => troubles.push(what),
    ...more,
  });
  return { reader, troubles };
}

test('delivers every write in order, as Lambda does, with binary values in base64', async () => {
  const events: DynamoDBStreamEvent[] = [];
  const { reader } = reading((event) => void events.push(event));
  for (let n = 0; n < 25; n += 1) await put(`item-${n}`, { bytes: new Uint8Array([1, 2, n]) });
  await until('all read', () => events.flatMap(keysOf).length === 25);
  expect(events.flatMap(keysOf)).toEqual(Array.from({ length: 25 }, (_, n) => `item-${n}`));
  expect(events[0]?.Records[0]).toMatchObject({
    eventName: 'INSERT',
    eventSource: 'aws:dynamodb',
    dynamodb: { NewImage: { bytes: { B: 'AQIA' } }, SequenceNumber: expect.any(String) },
  });
  await reader.stop();
});

test('continues after a restart at the last record that was fully processed', async () => {
  const kept = positions();
  const first: string[] = [];
  const { reader } = reading((event) => void first.push(...keysOf(event)), kept);
  await put('a');
  await until('read', () => first.length === 1);
  await reader.stop();
  await put('b');
  const second: string[] = [];
  const next = reading((event) => void second.push(...keysOf(event)), kept);
  await until('read on', () => second.length > 0);
  await next.reader.stop();
  expect(second).toEqual(['b']);
});

test('repeats a failed batch from the record that the function names', async () => {
  const good: string[] = [];
  let failures = 1;
  const { reader, troubles } = reading((event) => {
    const bad = failures > 0 ? event.Records.find(({ dynamodb }) => dynamodb?.Keys?.pk?.S === 'bad') : undefined;
    const upTo = bad ? event.Records.indexOf(bad) : event.Records.length;
    good.push(...keysOf({ Records: event.Records.slice(0, upTo) }));
    if (!bad) return undefined;
    failures -= 1;
    return { batchItemFailures: [{ itemIdentifier: bad.dynamodb?.SequenceNumber ?? '' }] };
  });
  for (const name of ['a', 'bad', 'c']) await put(name);
  await until('all read', () => good.length === 3);
  await reader.stop();
  expect(good).toEqual(['a', 'bad', 'c']);
  expect(troubles).toEqual(['stream.batch-failed']);
});

test('sets a record aside that always fails, and continues with the next ones', async () => {
  const good: string[] = [];
  const { reader, troubles } = reading((event) => {
    if (keysOf(event).includes('poison')) throw new Error('no');
    good.push(...keysOf(event));
  });
  for (const name of ['a', 'b', 'poison', 'c', 'd']) await put(name);
  await until('all but the poison', () => good.length === 4);
  await reader.stop();
  expect(good).toEqual(['a', 'b', 'c', 'd']);
  expect(troubles.filter((what) => what === 'stream.record-set-aside')).toHaveLength(1);
}, 120_000);

test('delivers the records of one sort key alone, and does not read the others again', async () => {
  for (let n = 0; n < 5; n += 1) {
    await put(`wanted-${n}`, { sk: 'article', status: 'queued' });
    for (let other = 0; other < 4; other += 1) await put(`other-${n}-${other}`);
  }
  const events: DynamoDBStreamEvent[] = [];
  const kept = positions();
  const relaying = { batchSize: 1000, sortKey: 'article' };
  const { reader } = reading((event) => void events.push(event), kept, relaying);
  await reader.caughtUp();
  await reader.stop();
  const wanted = events.flatMap(({ Records }) => Records).filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S === 'article');
  expect(wanted.map(({ dynamodb }) => [dynamodb?.Keys?.pk?.S, dynamodb?.NewImage?.status?.S])).toEqual(
    Array.from({ length: 5 }, (_, n) => [`wanted-${n}`, 'queued']),
  );
  // Besides, the last of what was read comes along: it says how far the reader is.
  expect(events.flatMap(keysOf)).toHaveLength(6);

  const again: string[] = [];
  const next = reading((event) => void again.push(...keysOf(event)), kept, relaying);
  await next.reader.caughtUp();
  await next.reader.stop();
  expect(again).toEqual([]);
});

test('has caught up only when everything written before has been delivered', async () => {
  const seen: string[] = [];
  const { reader } = reading(async (event) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen.push(...keysOf(event));
  });
  for (let n = 0; n < 5; n += 1) await put(`n${n}`);
  await reader.caughtUp();
  expect(seen).toEqual(Array.from({ length: 5 }, (_, n) => `n${n}`));
  await put('late');
  await reader.caughtUp();
  expect(seen.at(-1)).toBe('late');
  const stopping = reader.caughtUp();
  await reader.stop();
  await stopping;
});
