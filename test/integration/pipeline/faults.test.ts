import { inParallel } from '../../../shared/store/in-parallel.ts';
import { buildCommand } from '../local/dateline.ts';
import { startTestEngine, type TestEngine } from '../store/engine-table.ts';
import { runSchedule, type ScheduleResult } from './fault-schedule.ts';
import { serviceInSameProcess } from './same-process.ts';
import { serviceInOwnProcess } from './separate-process.ts';

jest.setTimeout(240_000);

const AT_ONCE = 6;

describe('with the functions in one process, a fresh table for each schedule', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startTestEngine();
  });
  afterAll(() => engine.stop());

  /** Runs schedules, some at once. @returns their results in the order in which they ended. */
  const runAll = async (schedules: readonly { readonly seed: number; readonly killAt?: number }[]) => {
    const results: ScheduleResult[] = [];
    await inParallel(schedules, AT_ONCE, async ({ seed, killAt }) => {
      const service = await serviceInSameProcess(engine);
      results.push(await runSchedule(service, seed, killAt).finally(service.stop));
    });
    return results;
  };

  test('no accepted article is lost and all evidence is there once when requests to the engine fail, come late or come twice', async () => {
    const results = await runAll(Array.from({ length: 36 }, (_, n) => ({ seed: n + 1 })));
    expect(results.filter(({ broken }) => broken.length > 0)).toEqual([]);
    // Else the schedules would prove nothing.
    expect(new Set(results.flatMap(({ faults }) => [...faults.keys()])).size).toBe(11);
  });

  test('no accepted article is lost and all evidence is there once when the service dies at a request to the engine', async () => {
    const results = await runAll(Array.from({ length: 16 }, (_, n) => ({ seed: 1, killAt: 1 + 10 * n })));
    expect(results.filter(({ broken }) => broken.length > 0)).toEqual([]);
  });
});

test('the whole service in its own process loses no accepted article under faults, and when it is killed', async () => {
  buildCommand();
  const service = await serviceInOwnProcess();
  try {
    for (const seed of [1, 2]) expect(await runSchedule(service, seed)).toMatchObject({ broken: [] });
    for (const killAt of [17, 75]) expect(await runSchedule(service, 1, killAt)).toMatchObject({ broken: [] });
  } finally {
    await service.stop();
  }
});
