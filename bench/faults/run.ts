/**
 * Seeded fault schedules against the service: any number of those of which test/integration/pipeline/faults.test.ts runs some dozens.
 *
 *   node --import tsx bench/faults/run.ts [--from 1] [--seeds 10000] [--minutes 90] [--lanes 6] [--kills] [--own-process]
 *
 * Each schedule has a fresh table on the real engine; `--lanes` of them run at once. With `--kills` there are no faults, but the service is killed at one
 * request to the engine: at request `seed`. With `--own-process` the service is `dateline serve` in a process of its own, one schedule at a time.
 *
 * Ends at the first of both bounds. Prints a line for each broken schedule (run it again with `--from SEED --seeds 1`), progress each minute, then
 * the totals; exit code 1 if any was broken.
 */
import { parseArgs } from 'node:util';
import { buildCommand } from '../../test/integration/local/dateline.ts';
import { runSchedule, type TestedService } from '../../test/integration/pipeline/fault-schedule.ts';
import { serviceInSameProcess } from '../../test/integration/pipeline/same-process.ts';
import { serviceInOwnProcess } from '../../test/integration/pipeline/separate-process.ts';
import { startTestEngine } from '../../test/integration/store/engine-table.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '90' },
    lanes: { type: 'string', default: '6' },
    kills: { type: 'boolean', default: false },
    'own-process': { type: 'boolean', default: false },
  },
});
const [from, seeds, minutes, lanes] = [values.from, values.seeds, values.minutes, values.lanes].map(Number) as [
  number,
  number,
  number,
  number,
];
/** The engine keeps its tables in memory and slows down as they grow: a new one now and then keeps it quick. */
const SCHEDULES_PER_ENGINE = 320;

const until = Date.now() + minutes * 60_000;
let next = from;
let [done, broken, late] = [0, 0, 0];
const faults = new Map<string, number>();

/** Runs schedules one after another on the services that `start` gives. */
async function runLane(end: number, start: () => Promise<TestedService>, perService: number): Promise<void> {
  while (next < end && Date.now() < until) {
    const service = await start();
    let isBroken = false;
    for (let n = 0; n < perService && !isBroken && next < end && Date.now() < until; n++) {
      const seed = next++;
      // Later schedules on the same table would report the same damage again.
      isBroken = await run(service, seed);
    }
    for (const [kind, count] of service.faults.counts) faults.set(kind, (faults.get(kind) ?? 0) + count);
    await service.stop();
  }
}

async function run(service: TestedService, seed: number): Promise<boolean> {
  const result = await runSchedule(service, values.kills ? 1 : seed, values.kills ? seed : undefined).catch(
    (error: unknown) => ({ broken: [String(error)], isLate: false }),
  );
  done += 1;
  if (result.isLate) late += 1;
  if (result.broken.length === 0) return false;
  broken += 1;
  console.log(`seed ${seed}: ${result.broken.slice(0, 5).join('\n  ')}`);
  return true;
}

const progress = setInterval(() => console.log(`${done} schedules, ${broken} broken`), 60_000);
if (values['own-process']) {
  buildCommand();
  // Verification reads the whole store: a new one keeps it small.
  await runLane(from + seeds, serviceInOwnProcess, 25);
} else {
  while (next < from + seeds && Date.now() < until) {
    const engine = await startTestEngine();
    const end = Math.min(from + seeds, next + SCHEDULES_PER_ENGINE);
    await Promise.all(Array.from({ length: lanes }, () => runLane(end, () => serviceInSameProcess(engine), 1)));
    await engine.stop();
  }
}
clearInterval(progress);
console.log(
  `${done} schedules, ${broken} broken, ${late} with a first look during a change; faults met: ${[...faults].map(([kind, n]) => `${kind} ${n}`).join(', ')}`,
);
process.exit(broken > 0 ? 1 : 0);
