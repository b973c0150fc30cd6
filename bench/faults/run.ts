/**
 * Seeded fault schedules against the whole service: what test/integration/pipeline/faults.test.ts does a dozen times, as often as told.
 *
 *   node --import tsx bench/faults/run.ts [--from 1] [--seeds 100] [--minutes 10] [--kills]
 *
 * With `--kills` there are no faults, but the service is killed outright at one request to the engine: at the first in the first schedule, and so on.
 *
 * Ends at the first of both, prints a line for each broken schedule (run it again with `--from SEED --seeds 1`), then the totals; exit code 1 if any.
 */
import { parseArgs } from 'node:util';
import { buildCommand } from '../../test/integration/local/dateline.ts';
import { faultBench } from '../../test/integration/pipeline/fault-schedule.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '10' },
    kills: { type: 'boolean', default: false },
  },
});
const [from, seeds, minutes] = [values.from, values.seeds, values.minutes].map(Number) as [number, number, number];
/** Verification reads the whole store: a new one keeps it small. */
const SEEDS_A_STORE = 25;

buildCommand();
const until = Date.now() + minutes * 60_000;
let [done, broken] = [0, 0];
const faults = new Map<string, number>();
for (let seed = from; seed < from + seeds && Date.now() < until; ) {
  const bench = await faultBench();
  let last: ReadonlyMap<string, number> = new Map();
  for (let n = 0; n < SEEDS_A_STORE && seed < from + seeds && Date.now() < until; n++, seed++) {
    const killAt = values.kills ? seed : undefined;
    const result = await bench
      .run(values.kills ? 1 : seed, killAt)
      .catch((error: unknown) => ({ faults: last, broken: [String(error)] }));
    last = result.faults;
    done += 1;
    if (result.broken.length === 0) continue;
    broken += 1;
    console.log(`seed ${seed}: ${result.broken.slice(0, 5).join('\n  ')}`);
    // What one schedule broke, the next ones in the same store would find again.
    n = SEEDS_A_STORE;
  }
  for (const [kind, count] of last) faults.set(kind, (faults.get(kind) ?? 0) + count);
  await bench.stop();
}
console.log(
  `${done} schedules, ${broken} broken; faults met: ${[...faults].map(([kind, n]) => `${kind} ${n}`).join(', ')}`,
);
process.exit(broken > 0 ? 1 : 0);
