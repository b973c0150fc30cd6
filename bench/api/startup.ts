/**
 * Bundle size and start-up of each function, bundled as it is deployed, against an empty handler and against the SDK alone:
 *
 *   npx tsx bench/api/startup.ts [--rounds 11]
 *
 * Start-up is the time a fresh Node process takes to load the bundle and run its module code, clients included, up to the exported
 * handler; other load on the machine hardly changes the CPU time of the same. Subjects take turns, so that a busy moment affects all of them. Prints a Markdown table of medians.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { specs } from '../../functions/specs.ts';
import { BUNDLE } from '../../infra/constructs/bundle.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '11' } } });
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dateline-startup-'));

const PEERS = {
  'empty handler': 'export const handler = async () => ({ statusCode: 204 });',
  'SDK alone': `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = async () => client.send(new GetCommand({ TableName: 't', Key: { pk: 'a', sk: 'b' } }));`,
};

try {
  const subjects: { readonly name: string; readonly file: string; readonly times: number[]; readonly cpu: number[] }[] =
    [];
  const bundle = async (
    name: string,
    from: { readonly entry: string } | { readonly source: string },
  ): Promise<void> => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.cjs`);
    await build({
      ...BUNDLE,
      mainFields: [...BUNDLE.mainFields],
      external: [...BUNDLE.external],
      bundle: true,
      platform: 'node',
      outfile: file,
      logLevel: 'error',
      absWorkingDir: root,
      ...('entry' in from
        ? { entryPoints: [from.entry] }
        : { stdin: { contents: from.source, resolveDir: root, loader: 'ts' } }),
    });
    subjects.push({ name, file, times: [], cpu: [] });
  };
  for (const [name, source] of Object.entries(PEERS)) await bundle(name, { source });
  for (const name of readdirSync(join(root, 'functions')).filter((one) => Object.hasOwn(specs, one))) {
    await bundle(name, { entry: `functions/${name}/handler.ts` });
  }

  const variables = Object.values(specs).flatMap((spec) => spec.env as readonly string[]);
  const env = {
    ...process.env,
    AWS_REGION: 'eu-west-1',
    ...Object.fromEntries(variables.map((name) => [name, 'https://bench.example'])),
  };
  const script = join(folder, 'start.cjs');
  writeFileSync(
    script,
    'const at = performance.now(); const before = process.cpuUsage(); const { handler } = require(process.argv[2]); if (typeof handler !== "function") throw 1; const wall = performance.now() - at; const { user, system } = process.cpuUsage(before); process.stdout.write(JSON.stringify([wall, (user + system) / 1000]));',
  );
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const { file, times, cpu } of subjects) {
      const told = execFileSync(process.execPath, [script, file], {
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [wall, used] = JSON.parse(told) as [number, number];
      times.push(wall);
      cpu.push(used);
    }
  }

  const median = (times: readonly number[]): number =>
    [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const sdk = median(subjects[1]?.cpu ?? []);
  console.log('| function | bundle KB | gzip KB | start ms | CPU ms | CPU against the SDK alone |');
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const { name, file, times, cpu } of subjects) {
    const kilobytes = (bytes: number): number => Math.round(bytes / 1024);
    const against = `${median(cpu) >= sdk ? '+' : '−'}${Math.abs(median(cpu) - sdk).toFixed(0)} ms`;
    const size = [kilobytes(statSync(file).size), kilobytes(gzipSync(readFileSync(file)).byteLength)];
    console.log(`| ${[name, ...size, median(times).toFixed(0), median(cpu).toFixed(0), against].join(' | ')} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
