import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../../local/project-root.ts';

/** Sixty megabytes in use, and objects that live long enough to leave the young generation. */
const LOAD = `
  const kept = Array.from({ length: 60 }, () => Array.from({ length: 16_000 }, (_, n) => ({ n, text: 'kept ' + n })));
  const line = [];
  let most = 0;
  for (let n = 0; n < 5_000_000; n++) {
    line.push({ n, text: 'waits ' + n });
    if (line.length > 120_000) line.splice(0, 60_000);
    if (n % 100_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal);
  }
  process.stdout.write(String(Math.round(most / 2 ** 20)) + ' ' + kept.length);
`;
/** On an idle machine V8 alone lets this load take about 400 MB, with the service's bound 150–190. */
const BOUND_MEGABYTES = 250;

test('the heap of the service stays close to its live data', () => {
  const path = join(projectRoot(), 'local/service/heap-growth.ts');
  const program = `import { keepHeapSmall } from ${JSON.stringify(path)}; keepHeapSmall();${LOAD}`;
  const printed = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(Number.parseInt(printed, 10)).toBeLessThan(BOUND_MEGABYTES);
});
