import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { datelineClient } from '../../shared/http/client/client.ts';
import { smokeCheck } from '../../shared/http/client/smoke-check.ts';
import { webAddress } from './io/option-values.ts';
import { CommandFailure } from './io/outcome.ts';

/** Options of `dateline smoke`. */
export interface SmokeCommandOptions {
  readonly key?: string;
}

/**
 * `dateline smoke URL`: sends an article to a service, finds its event and deletes it, and prints one line per step.
 *
 * @returns 0 if every step succeeded, otherwise 1.
 * @throws CommandFailure without a key.
 */
export async function smoke(url: string, options: SmokeCommandOptions): Promise<number> {
  const key = options.key ?? process.env.DATELINE_KEY;
  if (key === undefined) throw new CommandFailure('A key is needed, by --key or DATELINE_KEY: scopes read and ingest.');
  const steps = await smokeCheck({
    client: datelineClient({ baseUrl: url.replace(/\/+$/, ''), key }),
    clock: () => performance.now(),
    sleep,
    id: randomUUID(),
  });
  for (const { name, milliseconds, problem } of steps) {
    process.stdout.write(
      `${problem === undefined ? 'ok    ' : 'FAILED'} ${name}, ${milliseconds.toFixed(0)} ms${problem === undefined ? '' : `: ${problem}`}\n`,
    );
  }
  return steps.some(({ problem }) => problem !== undefined) ? 1 : 0;
}

/** Adds `dateline smoke` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('smoke')
    .description('Check a whole service: send an article, find its event, take it down.')
    .argument('<url>', 'the address of the service', webAddress)
    .option('--key <key>', 'a key that may read and ingest the collection smoke-check (or DATELINE_KEY)')
    .addHelpText('after', '\nExample:\n  DATELINE_KEY=dl_… dateline smoke https://dateline.example.org')
    .action(async (url: string, options: SmokeCommandOptions) => {
      setExitCode(await smoke(url, options));
    });
}
