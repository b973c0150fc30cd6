import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The whole service as `npm start` runs it, in a process and a data folder of its own. */
export interface LiveService {
  readonly url: string;
  /** The one-time link into the console. */
  readonly consoleLink: string;
  readonly stop: () => Promise<void>;
}

/** Starts `dateline serve` on a free port with the sample articles; stops by itself with the tests at the latest. */
export async function startLiveService(): Promise<LiveService> {
  const data = mkdtempSync(join(tmpdir(), 'dateline-browser-'));
  const child = spawn(
    process.execPath,
    ['local/bin/dateline.mjs', 'serve', '--port', '0', '--data', join(data, 'data')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  for (let waited = 0; waited < 80_000 && child.exitCode === null; waited += 100) {
    const consoleLink = /http:\S+\/\?token=\S+/.exec(said)?.[0];
    if (consoleLink) return { url: new URL(consoleLink).origin, consoleLink, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`the service did not start:\n${said}`);
}
