/**
 * The long run of the store's model test: schedules of articles, edits, takedowns, dying processes and clocks that differ, on the real engine, compared
 * with a plain model in memory (test/property/store/model).
 *
 *   npx tsx bench/faults/store.ts [--schedules 10000] [--seed 1] [--minutes 60]
 *
 * Prints each broken schedule, shrunk, with the seed that gives it again, then the totals; exit code 1 if there was one.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { openMaintenance } from '../../shared/store/maintenance/maintenance.ts';
import { startTestEngine, type TestEngine } from '../../test/integration/store/engine-table.ts';
import { runSteps } from '../../test/property/store/model/run-steps.ts';
import { type Step, steps } from '../../test/property/store/model/steps.ts';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
  },
});
/** Schedules on one table, which is verified after them: verification reads all of it. */
const ROUND = 50;
const wanted = Number(values.schedules);
const until = performance.now() + Number(values.minutes) * 60_000;

let [done, broken] = [0, 0];
const met = new Map<Step['kind'], number>();

/** Runs one round. @returns what verification finds. */
async function round(engine: TestEngine, tableName: string, seed: number): Promise<number> {
  let schedules = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (schedule) => {
      for (const { kind } of schedule) met.set(kind, (met.get(kind) ?? 0) + 1);
      await runSteps(schedule, engine, tableName, String(schedules++));
    }),
    { numRuns: ROUND, seed },
  );
  let differences = 0;
  const client = engine.client();
  const maintenance = openMaintenance({ client, tableName, now: () => '2027-01-01T00:00:00.000Z' });
  for await (const { what, where } of maintenance.verify()) {
    differences += 1;
    console.log(`seed ${seed}: verification finds ${what} at ${where}`);
  }
  client.destroy();
  return differences;
}

for (let seed = Number(values.seed); done < wanted && performance.now() < until; seed++) {
  const engine = await startTestEngine();
  try {
    if ((await round(engine, await engine.table(), seed)) > 0) broken += 1;
  } catch (error) {
    broken += 1;
    console.log(`seed ${seed}: ${error}`);
  }
  await engine.stop();
  done += ROUND;
}
const counts = [...met].map(([kind, n]) => `${kind} ${n}`).join(', ');
console.log(`${done} schedules, ${broken} rounds broken; steps: ${counts}`);
process.exit(broken > 0 ? 1 : 0);
