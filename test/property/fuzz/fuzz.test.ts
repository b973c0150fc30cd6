import { TARGETS } from './targets.ts';

test.each(TARGETS.map((target) => [target.name, target] as const))(
  '%s: random input breaks none of its invariants',
  (_name, target) => {
    target.check({ runs: target.runsInTests });
  },
);
