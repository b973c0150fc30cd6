import { TARGETS } from './targets.ts';

test.each(TARGETS.map((target) => [target.name, target] as const))('%s keeps the promises', (_name, target) => {
  target.check({ runs: target.runsInTests });
});
