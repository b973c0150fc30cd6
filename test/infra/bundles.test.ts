import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { specs } from '../../functions/specs.ts';
import { BUNDLE } from '../../infra/constructs/bundle.ts';
import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

const root = resolve(__dirname, '../..');
const all: readonly FunctionSpec[] = Object.values(specs);
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-bundles-'));
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(all.map(({ name }) => [name, `functions/${name}/handler.ts`])),
    outdir: folder,
    bundle: true,
    platform: 'node',
    ...BUNDLE,
    mainFields: [...BUNDLE.mainFields],
    sourcemap: false,
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Loads a bundle in a process of its own with the given environment and runs a script that has it as `bundle`. */
function load(name: string, environment: Readonly<Record<string, string>>, script: string) {
  const whole = `const bundle = require(${JSON.stringify(join(folder, `${name}.js`))}); ${script}`;
  return spawnSync(process.execPath, ['-e', whole], {
    env: { PATH: process.env.PATH ?? '', AWS_REGION: 'eu-west-1', NODE_NO_WARNINGS: '1', ...environment },
    encoding: 'utf8',
    // Away from the project: a bundle has its packages in itself.
    cwd: folder,
  });
}

const environmentOf = ({ env }: FunctionSpec) =>
  Object.fromEntries(env.map((name) => [name, name === 'LANGUAGE_MODEL' ? 'none' : 'https://x.example/1/x']));

test.each(all.map((spec) => [spec.name, spec] as const))(
  '%s loads from its bundle alone, with the variables its spec names',
  (name, spec) => {
    const { stdout, stderr } = load(name, environmentOf(spec), 'console.log(typeof bundle.handler)');
    expect([stdout.trim(), stderr]).toEqual(['function', '']);
  },
);

test.each(all.map((spec) => [spec.name, spec] as const))(
  '%s says which variables are missing, all at once',
  (name, spec) => {
    const { status, stderr } = load(name, {}, '');
    expect(status).not.toBe(0);
    for (const variable of spec.env) expect(stderr).toContain(variable);
  },
);

test('a bundle answers what API Gateway sends', () => {
  const event = {
    version: '2.0',
    routeKey: 'GET /openapi.json',
    rawPath: '/openapi.json',
    rawQueryString: '',
    headers: { host: 'x.example' },
    requestContext: { http: { method: 'GET', path: '/openapi.json', sourceIp: '192.0.2.1' }, domainName: 'x.example' },
    isBase64Encoded: false,
  };
  const script = `bundle.handler(${JSON.stringify(event)}, {}).then((answer) => console.log(JSON.stringify(answer)))`;
  const { stdout, stderr } = load('describe-service', environmentOf(specs['describe-service']), script);
  expect(stderr).toBe('');
  const answer = JSON.parse(stdout);
  expect(answer.statusCode).toBe(200);
  expect(JSON.parse(answer.body).openapi).toMatch(/^3\.1/);
});

/** Bounds in KB of bundles that are larger than the others, and why. */
const LARGER: Readonly<Record<string, number>> = {
  // The rules of four languages, and their names and words; the weights of the parser lie beside the bundle.
  'extract-article': 1100,
  'process-articles': 1100,
  // Tables of the encodings that feeds come in.
  'fetch-feed': 1200,
};

test('a bundle stays small enough to start fast: what is only needed for some work is loaded with that work', () => {
  const kilobytes = all.map(
    ({ name }) => [name, Math.round(statSync(join(folder, `${name}.js`)).size / 1024)] as const,
  );
  expect(kilobytes.filter(([name, size]) => size > (LARGER[name] ?? 650))).toEqual([]);
});
