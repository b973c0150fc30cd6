import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../local/project-root.ts';

export const ROOT = projectRoot();
const COMMAND = join(ROOT, 'local/bin/dateline.mjs');

/** Builds what the command runs from, so that a test sees the sources as they are. */
export function buildCommand(): void {
  execFileSync('node', [join(ROOT, 'local/build.mjs')], { cwd: ROOT });
}

/** A folder of its own for one test file; the caller removes it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Builds the command before the tests of a file. @returns A folder that is removed after them. */
export function folderForCommands(): { readonly path: string } {
  const folder = temporaryFolder();
  beforeAll(buildCommand);
  afterAll(() => folder.remove());
  return folder;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Options for Node itself. */
  readonly node?: readonly string[];
}

/** Runs the `dateline` command to its end. */
export async function dateline(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const child = launch(args, options);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Starts the `dateline` command; the caller sees to its end. */
export function launch(args: readonly string[], { env = {}, cwd = ROOT, node = [] }: RunOptions = {}) {
  return spawn(process.execPath, [...node, COMMAND, ...args], {
    cwd,
    env: { ...withoutEngine(process.env), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function withoutEngine({ DYNAMODB_ENDPOINT: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface RunningService {
  readonly url: string;
  readonly key: string;
  readonly pid: number;
  /** All that it has printed so far. */
  said(): string;
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Sends a signal and waits for the end; answers the exit code (`null` where the signal ended it). */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
}

const START_MS = 60_000;

/** Starts `dateline serve` on a free port and waits until it says that it runs. */
export async function serve(
  data: string,
  args: readonly string[] = ['--no-sample'],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const child = launch(['serve', '--port', '0', '--data', data, ...args], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const deadline = Date.now() + START_MS;
  while (!output.includes('Dateline runs at ')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the service did not start: ${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const url = /Dateline runs at (\S+)/.exec(output)?.[1] ?? '';
  const key = readFileSync(join(data, 'admin.key'), 'utf8').trim();
  return {
    url,
    key,
    pid: child.pid ?? 0,
    said: () => output,
    call: (method, path, body) => call(url, key, method, path, body),
    async end(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

async function call(url: string, key: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** Waits until a condition holds; throws with its name after a minute (default). */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  { everyMs = 50, withinMs = 60_000 } = {},
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`never came to be: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
