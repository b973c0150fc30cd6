import type { StreamPositions } from '../../../local/service/stream-reader.ts';
import { readTouched } from '../../../local/service/tile-reader.ts';
import { dayKey } from '../../../shared/store/keys.ts';
import type { Touched } from '../../../shared/store/tiles/touched.ts';
import { until } from './dateline.ts';
import { positions, streamBench } from './stream-bench.ts';

const { put, source } = streamBench();
const entry = (list: string, day: number) => put({ pk: `L|${list}|0`, sk: `${dayKey(day)}|${dayKey(day)}|e${day}` });

interface Reading {
  readonly fails?: number;
  readonly kept?: StreamPositions;
  readonly windowSeconds?: number;
  readonly isAtRest?: () => boolean;
}

/** What was to be rebuilt, call by call, as plain data. */
function reading(options: Reading = {}) {
  const calls: Record<string, number[] | 'any'>[] = [];
  const troubles: string[] = [];
  let { fails = 0 } = options;
  const reader = readTouched({
    ...source(),
    windowSeconds: options.windowSeconds ?? 30,
    isAtRest: options.isAtRest ?? (() => true),
    positions: options.kept ?? positions(),
    async rebuild(touched: Touched) {
      if (fails-- > 0) throw new Error('not now');
      calls.push(Object.fromEntries([...touched].map(([list, days]) => [list, days === 'any' ? days : [...days]])));
    },
    onTrouble: (what) => troubles.push(what),
  });
  return { reader, calls, troubles };
}

test('gathers the touched days of what keeps coming, and rebuilds them together once it is quiet', async () => {
  const { reader, calls } = reading();
  for (let n = 0; n < 12; n += 1) {
    await entry(n % 2 ? 'one' : 'two', n);
    await put({ pk: `other-${n}`, sk: 'x' });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await until('rebuilt', () => calls.length > 0);
  await reader.stop();
  expect(calls).toEqual([{ two: [0, 2, 4, 6, 8, 10], one: [1, 3, 5, 7, 9, 11] }]);
});

test('takes a pause for no end while more is known to be on its way', async () => {
  let isAtRest = false;
  const { reader, calls } = reading({ isAtRest: () => isAtRest });
  await entry('one', 1);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await entry('one', 2);
  expect(calls).toEqual([]);
  isAtRest = true;
  await until('rebuilt', () => calls.length > 0);
  await reader.stop();
  expect(calls).toEqual([{ one: [1, 2] }]);
});

test('rebuilds at the end of the window while more keeps coming', async () => {
  const { reader, calls } = reading({ windowSeconds: 1 });
  for (let n = 0; calls.length < 2; n += 1) {
    await entry('one', n);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await reader.stop();
  expect(calls.length).toBeGreaterThanOrEqual(2);
});

test('a list touched on very many days is touched on any', async () => {
  for (let n = 0; n < 300; n += 1) await entry('many', n);
  await entry('few', 1);
  const { reader, calls } = reading();
  await until('rebuilt', () => calls.length > 0);
  await reader.stop();
  expect(calls).toEqual([{ many: 'any', few: [1] }]);
});

test('begins where it left off; what a stop cut short it reads again', async () => {
  const kept = positions();
  await entry('one', 1);
  const first = reading({ kept });
  await until('rebuilt', () => first.calls.length > 0);
  await first.reader.stop();
  await entry('one', 2);
  // It has no time to rebuild: a second of quiet is not over.
  const second = reading({ kept });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await second.reader.stop();
  expect(second.calls).toEqual([]);
  const third = reading({ kept });
  await until('rebuilt', () => third.calls.length > 0);
  await third.reader.stop();
  expect(third.calls).toEqual([{ one: [2] }]);
});

test('what fails is tried again, and given up when it keeps failing, with nothing behind it held up', async () => {
  const { reader, calls, troubles } = reading({ fails: 1 });
  await entry('one', 1);
  await until('rebuilt', () => calls.length > 0);
  await reader.stop();
  expect(calls).toEqual([{ one: [1] }]);
  expect(troubles).toEqual(['tiles.not-rebuilt']);

  const kept = positions();
  const hopeless = reading({ fails: 6, kept });
  await until('given up', () => hopeless.troubles.length === 6);
  await entry('two', 2);
  await until('rebuilt', () => hopeless.calls.length > 0);
  await hopeless.reader.stop();
  expect(hopeless.calls).toEqual([{ two: [2] }]);
}, 60_000);

test('has caught up only when all that was written before is rebuilt', async () => {
  const { reader, calls } = reading();
  for (let n = 0; n < 5; n += 1) await entry('one', n);
  await reader.caughtUp();
  expect(calls).toEqual([{ one: [0, 1, 2, 3, 4] }]);
  await entry('one', 9);
  await reader.caughtUp();
  expect(calls.at(-1)).toEqual({ one: [9] });
  const stopping = reader.caughtUp();
  await reader.stop();
  await stopping;
});
