import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The child is a process of its own, because a process reads its zone once. */
function tagIn(zone: string): { january: number; july: number; timexes: unknown } {
  const script = join(__dirname, 'tag-in-zone.ts');
  const out = execFileSync(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return JSON.parse(out);
}

const utc = tagIn('UTC');

test.each([
  ['Pacific/Kiritimati', -840, -840, 'the day begins there first, fourteen hours before UTC'],
  ['America/St_Johns', 210, 150, 'half an hour off, with summer time'],
  ['Pacific/Pago_Pago', 660, 660, 'the day ends there last'],
])('under %s every expression means the same days', (zone, january, july) => {
  const there = tagIn(zone);
  expect([there.january, there.july]).toEqual([january, july]);
  expect(there.timexes).toEqual(utc.timexes);
});
