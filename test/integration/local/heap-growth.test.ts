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
const path = join(projectRoot(), 'local/service/heap-growth.ts');

const mostMegabytes = (before: string): number =>
  Number.parseInt(
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', before + LOAD], {
      encoding: 'utf8',
    }),
    10,
  );

test('the heap stays smaller than V8 would let it become', () => {
  const left = mostMegabytes('');
  const kept = mostMegabytes(`import { keepHeapSmall } from ${JSON.stringify(path)}; keepHeapSmall();`);
  expect(kept).toBeLessThan(left * 0.8);
});
