import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Files written by a machine in a time zone. */
const writtenIn = (TZ: string): string =>
  execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'write-all.ts')], {
    env: { ...process.env, TZ },
    encoding: 'utf8',
  });

test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Pacific/Apia'])(
  'files written in the time zone %s are the same bytes as in UTC',
  (zone) => {
    const there = writtenIn(zone);
    expect(there).toContain('20190331');
    expect(there).toBe(writtenIn('UTC'));
  },
);
