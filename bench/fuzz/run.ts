/**
 * The long run of the fuzz tests: every reader of untrusted input (tagger, typed dates, extraction, pages, feeds, OPML, bodies, queries, seals,
 * addresses) gets the same share of the inputs, by seed.
 *
 *   npx tsx bench/fuzz/run.ts [--inputs 1000000] [--seed 1] [--minutes 60]
 *
 * Prints for each reader how many inputs it took and in which time; a broken promise is printed with its shrunk input and the seed that gives it
 * again. Ends with exit code 1 if there was one, or when the minutes are over.
 */
import { parseArgs } from 'node:util';
import { TARGETS } from '../../test/property/fuzz/targets.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
  },
});
/** Inputs per batch; the time limit is checked after each batch. */
const ROUND = 1_000;
const share = Math.ceil(Number(values.inputs) / TARGETS.length);
const until = performance.now() + Number(values.minutes) * 60_000;

let broken = 0;
let all = 0;
for (const target of TARGETS) {
  const from = performance.now();
  let done = 0;
  for (let seed = Number(values.seed); done < share && performance.now() < until; seed++) {
    const runs = Math.min(ROUND, share - done);
    try {
      target.check({ runs, seed });
    } catch (error) {
      broken += 1;
      console.log(`${target.name}, seed ${seed}:\n${error}`);
    }
    done += runs;
  }
  all += done;
  console.log(
    `${target.name.padEnd(44)} ${String(done).padStart(9)} inputs ${((performance.now() - from) / 1000).toFixed(0).padStart(6)} s`,
  );
}
console.log(`${all} inputs, ${broken} rounds with a broken promise`);
process.exit(broken > 0 ? 1 : 0);
