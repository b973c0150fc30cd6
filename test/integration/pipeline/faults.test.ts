import { buildCommand } from '../local/dateline.ts';
import { type FaultBench, faultBench } from './fault-schedule.ts';

let bench: FaultBench;

jest.setTimeout(240_000);
beforeAll(async () => {
  buildCommand();
  bench = await faultBench();
});
afterAll(() => bench.stop());

test('whatever happens to requests to the engine, no accepted article is lost, and evidence is there once', async () => {
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 12; seed++) {
    const { faults, ...result } = await bench.run(seed);
    expect(result).toEqual({ seed, broken: [] });
    for (const kind of faults.keys()) kinds.add(kind);
  }
  // Else the schedules would prove nothing.
  expect(kinds.size).toBeGreaterThanOrEqual(9);
});

test('killed at whatever request to the engine, and started again, the service keeps every promise', async () => {
  for (const killAt of [3, 17, 40, 75]) expect(await bench.run(1, killAt)).toMatchObject({ broken: [] });
});
