import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A function's process, loaded and waiting for events. */
export interface LambdaProcess {
  /** Time and processor time of loading the bundle. */
  readonly init: { readonly initMs: number; readonly cpuMs: number };
  /** Rejects with what the handler threw. */
  invoke(event: unknown): Promise<unknown>;
  /** Its output: the log. */
  log(): string;
  stop(): void;
}

/** Variables that Lambda sets besides the function's own. */
export interface Launch {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

/**
 * The executable of the Node that Lambda runs.
 *
 * @throws RangeError where it is not installed: it comes with `npm ci` on Linux.
 */
export function lambdaNode(): string {
  const name = `node-linux-${process.arch}`;
  const path = join(dirname(createRequire(__filename).resolve(`${name}/package.json`)), 'bin/node');
  if (!existsSync(path)) throw new RangeError(`${name} is not installed: run npm ci.`);
  return path;
}

/** Starts a function in a process of its own, and settles once its bundle is loaded. Rejects with what it wrote if it ends instead. */
export async function startLambda({ folder, environment, timeoutSeconds }: Launch): Promise<LambdaProcess> {
  const child = fork(join(__dirname, 'lambda-runtime.ts'), {
    execPath: lambdaNode(),
    execArgv: ['--disable-warning=ExperimentalWarning', '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...environment },
    silent: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const init = await firstMessage(child, () => said);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  child.on('message', ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(result);
    else caller?.reject(new Error(error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error(`The process ended: ${said}`));
  });
  let count = 0;
  return {
    init,
    invoke: (event) =>
      new Promise((resolve, reject) => {
        const id = count++;
        waiting.set(id, { resolve, reject });
        child.send({ id, event, timeoutSeconds });
      }),
    log: () => said,
    stop: () => void child.kill('SIGKILL'),
  };
}

const firstMessage = (child: ChildProcess, said: () => string) =>
  new Promise<LambdaProcess['init']>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LambdaProcess['init']));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The process ended with ${code} while it loaded: ${said()}`)));
  });
