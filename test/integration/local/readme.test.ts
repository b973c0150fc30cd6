import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommand, dateline, ROOT } from './dateline.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
beforeAll(buildCommand);

test('the example of the README prints the output shown in the README', () => {
  const [, command = '', shown = ''] =
    /```sh\n(npx dateline extract - [\s\S]*?)\n```\n\n```\n([\s\S]*?)\n```/.exec(readme) ?? [];
  const runnable = command.replace('npx dateline', `${process.execPath} ${join(ROOT, 'local/bin/dateline.mjs')}`);
  expect(execFileSync('bash', ['-c', runnable], { encoding: 'utf8', cwd: ROOT }).trimEnd()).toBe(shown);
});

test('the README names every command, and none that is not there', async () => {
  const { stdout } = await dateline(['--help']);
  const [, list = ''] = /Commands:\n([\s\S]*?)\n\n/.exec(stdout) ?? [];
  const there = [...list.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name).sort();
  const named = [...readme.matchAll(/^\| `dateline (\w+)/gm)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(there);
});
