import { stopSteps } from '../../../local/service/stop-steps.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const never = () => new Promise<void>(() => {});

test('a step that never ends is hurried after its time limit and abandoned after twice that limit', async () => {
  const done: string[] = [];
  const steps = stopSteps();
  steps.add({ what: () => 'the last', end: () => void done.push('ended') });
  steps.add({ what: () => '2 requests', end: never, patienceMs: 1_700, hurry: () => void done.push('hurried') });
  const told: string[] = [];
  const stopping = steps.run((what) => void told.push(what));
  await jest.advanceTimersByTimeAsync(1_699);
  expect(done).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(done).toEqual(['hurried']);
  await jest.advanceTimersByTimeAsync(1_700);
  await stopping;
  expect(done).toEqual(['hurried', 'ended']);
  expect(new Set(told)).toEqual(new Set(['2 requests']));
});

test('a step that fails does not hold up the ones after it', async () => {
  const done: string[] = [];
  const steps = stopSteps();
  steps.add({ what: () => 'the last', end: () => void done.push('ended') });
  steps.add({ what: () => 'broken', end: () => Promise.reject(new Error('broken')), patienceMs: 1_700 });
  await steps.run();
  expect(done).toEqual(['ended']);
});
