import { keys } from '../../../shared/store/keys.ts';
import { resources, synthesise, withoutHashes } from './synthesis.ts';

const { ingest } = synthesise();
const sources = resources(ingest, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);
const functions = new Map(resources(ingest, 'AWS::Lambda::Function'));
const queues = new Map(resources(ingest, 'AWS::SQS::Queue'));

const referred = (value: unknown): string =>
  (value as { Ref?: string }).Ref ?? (value as { 'Fn::GetAtt'?: [string] })['Fn::GetAtt']?.[0] ?? '';
const ofQueue = sources.filter((source) => queues.has(referred(source.EventSourceArn)));
const ofStream = sources.filter((source) => source.StartingPosition !== undefined);

type Pattern = { readonly [key: string]: Pattern } | readonly (string | { readonly prefix: string })[];

/** Event filtering as Lambda does it, as far as these patterns go. */
function matches(pattern: Pattern, record: unknown): boolean {
  if (Array.isArray(pattern)) {
    return pattern.some((wish) =>
      typeof wish === 'string' ? wish === record : typeof record === 'string' && record.startsWith(wish.prefix),
    );
  }
  return Object.entries(pattern).every(([key, wish]) =>
    matches(wish, (record as Record<string, unknown> | undefined)?.[key]),
  );
}

test('three queues are worked and two functions read the stream: a third reader would be throttled', () => {
  expect([ofQueue.length, ofStream.length]).toEqual([3, 2]);
});

test('a message stays hidden for six timeouts of its worker, and is tried five times before it is set aside', () => {
  for (const source of ofQueue) {
    const queue = queues.get(referred(source.EventSourceArn))?.Properties ?? {};
    const worker = functions.get(referred(source.FunctionName))?.Properties ?? {};
    expect(queue.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(worker.Timeout));
    expect(queue.RedrivePolicy).toMatchObject({ maxReceiveCount: expect.any(Number) });
    expect((queue.RedrivePolicy as { maxReceiveCount: number }).maxReceiveCount).toBeGreaterThanOrEqual(5);
  }
});

test('a bad message does not drag its batch along, and no queue takes all of the account’s concurrency', () => {
  for (const source of ofQueue) {
    expect(source.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(source.ScalingConfig).toMatchObject({ MaximumConcurrency: expect.any(Number) });
  }
});

test('a poison record holds up the stream for hours at most, and is kept', () => {
  for (const source of ofStream) {
    expect(source).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      StartingPosition: 'TRIM_HORIZON',
    });
    expect(source.MaximumRecordAgeInSeconds).toBeGreaterThan(0);
    expect(source.MaximumRecordAgeInSeconds).toBeLessThan(86_400);
    expect(source.MaximumRetryAttempts).toBeLessThanOrEqual(10);
    const { OnFailure } = source.DestinationConfig as { OnFailure: { Destination: unknown } };
    expect(queues.has(referred(OnFailure.Destination))).toBe(true);
  }
});

test('the stream wakes a function only for what it works on: the records that the store writes', () => {
  const accepted = { dynamodb: { Keys: { sk: { S: keys.article('a').sk } }, NewImage: { status: { S: 'queued' } } } };
  const put = { eventName: 'INSERT', dynamodb: { Keys: { pk: { S: keys.tasks(3) } } } };
  const patterns = ofStream.map((source) => {
    const { Filters } = source.FilterCriteria as { Filters: { Pattern: string }[] };
    return JSON.parse(Filters[0]?.Pattern ?? '{}') as Pattern;
  });
  expect(patterns.map((pattern) => [matches(pattern, accepted), matches(pattern, put)])).toEqual([
    [true, false],
    [false, true],
  ]);
  const done = { dynamodb: { Keys: { sk: { S: 'article' } }, NewImage: { status: { S: 'done' } } } };
  expect(patterns.some((pattern) => matches(pattern, done))).toBe(false);
});

test('queues take nothing that wasn’t encrypted on its way', () => {
  const denied = resources(ingest, 'AWS::SQS::QueuePolicy').map(([, { Properties }]) => JSON.stringify(Properties));
  expect(denied).toHaveLength(queues.size);
  for (const policy of denied) expect(policy).toContain('"aws:SecureTransport":"false"');
});

test('sweeps and polls come by themselves', () => {
  const schedules = resources(ingest, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => [
    Properties.Name,
    Properties.ScheduleExpression,
    Properties.State ?? 'ENABLED',
  ]);
  expect(schedules.sort()).toEqual([
    ['dateline-prod-check-service', 'rate(5 minutes)', 'ENABLED'],
    ['dateline-prod-poll-feeds', 'rate(1 minute)', 'ENABLED'],
    ['dateline-prod-sweep-articles', 'rate(5 minutes)', 'ENABLED'],
    ['dateline-prod-sweep-tasks', 'rate(1 minute)', 'ENABLED'],
    ['dateline-prod-sweep-webhooks', 'rate(1 minute)', 'ENABLED'],
  ]);
});

test('the ingest stack is as it was', () => {
  expect(withoutHashes(ingest)).toMatchSnapshot();
});
