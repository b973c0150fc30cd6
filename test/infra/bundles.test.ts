import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { specs } from '../../functions/specs.ts';
import { BUNDLE } from '../../infra/constructs/bundle.ts';
import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';

const root = resolve(__dirname, '../..');
const all: readonly FunctionSpec[] = Object.values(specs);
let folder: string;

/** As the stacks bundle. */
const OPTIONS: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  ...BUNDLE,
  mainFields: [...BUNDLE.mainFields],
  external: [...BUNDLE.external],
  sourcemap: false,
  logLevel: 'error',
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-bundles-'));
  await build({
    ...OPTIONS,
    entryPoints: Object.fromEntries(all.map(({ name }) => [name, `functions/${name}/handler.ts`])),
    outdir: folder,
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

const MOST_KB = 500;
/** Bounds in KB of the bundles that are larger, and what makes them so. */
const LARGER: Readonly<Record<string, number>> = {
  // The rules of four languages with their names and words (520), and HTML. The weights of the parser lie beside the bundle.
  'extract-article': 1060,
  'process-articles': 1060,
  // Verbs by which key moments are told apart (42).
  'read-events': 520,
  // Feeds, HTML, and tables of the encodings that they come in (480).
  'fetch-feed': 1100,
  // HTML in spreadsheets, and the builder that edits wait for.
  'edit-events': 600,
  // HTML entities in the titles of OPML files, and XML.
  'manage-feeds': 550,
  // Pages, and verbs and titles by which key moments are told apart (46).
  'render-console': 600,
  'render-embed': 560,
  // The same verbs, and the writer of calendars (36).
  'export-timeline': 600,
};

test('a bundle stays small enough to start fast: code for rare work is loaded with that work', () => {
  const kilobytes = all.map(
    ({ name }) => [name, Math.round(statSync(join(folder, `${name}.js`)).size / 1024)] as const,
  );
  expect(kilobytes.filter(([name, size]) => size > (LARGER[name] ?? MOST_KB))).toEqual([]);
});

test('a bundle that parses sentences reads the weights of the parser from the file beside it, and says where that should be', async () => {
  await build({
    ...OPTIONS,
    outfile: join(folder, 'code/parser.js'),
    stdin: { contents: "export { syntaxModel as handler } from './shared/syntax/model.ts'", resolveDir: root },
  });
  const script = 'console.log(bundle.handler().tags.length > 30)';
  expect(load('code/parser', {}, script).stderr).toContain(join(folder, 'code/weights.br'));
  copyFileSync(join(root, 'shared/syntax/weights.br'), join(folder, 'code/weights.br'));
  expect(load('code/parser', {}, script).stdout).toBe('true\n');
});
