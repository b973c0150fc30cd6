/**
 * Characters a second of Dateline's tagger and of chrono-node on the same news text: a fresh process for each run, warm, by
 * processor time; the runs of the two alternate, so that load on the machine affects both.
 *
 *   npx tsx bench/tagging/speed.ts --corpus DIR [--corpus DIR …] [--runs 5]
 *
 * Prints every run, then medians and the ratio. Only ratios are comparable between machines.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { readCorpus } from './timeml.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string', multiple: true }, runs: { type: 'string', default: '5' } },
});
if (!values.corpus) throw new Error('--corpus DIR is missing');

const PEERS = ['dateline', 'chrono-node'] as const;
const folder = mkdtempSync(join(tmpdir(), 'dateline-speed-'));

interface Run {
  readonly charactersPerSecond: number;
  readonly found: number;
}

async function main(folders: readonly string[]): Promise<void> {
  const documents = folders.flatMap(readCorpus).map(({ text, dct }) => ({ text, dct }));
  const input = join(folder, 'input.json');
  writeFileSync(input, JSON.stringify(documents));
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  console.log(`${documents.length} documents, ${characters} characters, Node ${process.version}`);
  for (const peer of PEERS)
    await build({
      entryPoints: [join(import.meta.dirname, 'peers', `${peer}.ts`)],
      outfile: join(folder, `${peer}.mjs`),
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
  const runs = new Map<string, number[]>(PEERS.map((peer) => [peer, []]));
  for (let i = 0; i < Number(values.runs); i++)
    for (const peer of PEERS) {
      const out = execFileSync(process.execPath, [join(folder, `${peer}.mjs`), input], { encoding: 'utf8' });
      const { charactersPerSecond, found } = JSON.parse(out) as Run;
      runs.get(peer)?.push(charactersPerSecond);
      console.log(
        `${peer.padEnd(12)} ${(charactersPerSecond / 1e6).toFixed(2).padStart(8)} M characters/s, ${found} expressions`,
      );
    }
  const medianOf = (peer: string): number => {
    const sorted = [...(runs.get(peer) ?? [])].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  const [ours, theirs] = [medianOf('dateline'), medianOf('chrono-node')];
  console.log(
    `median       dateline ${(ours / 1e6).toFixed(2)} M, chrono-node ${(theirs / 1e6).toFixed(2)} M characters/s`,
  );
  console.log(`ratio        ${(ours / theirs).toFixed(2)}`);
}

try {
  await main(values.corpus);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
