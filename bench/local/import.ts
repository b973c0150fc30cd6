/**
 * `dateline import` of many articles, as an operator runs it: articles a second, memory, and completeness after kills.
 *
 *   npx tsx bench/local/import.ts [--articles 100000] [--kills 3]
 *
 * The command is killed with SIGKILL so many times on the way, evenly over the file, and started again; at the end every article is counted,
 * and `dateline verify` compares every tile and list with the articles.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { archiveArticle } from './articles.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '100000' }, kills: { type: 'string', default: '3' } },
});
const [ARTICLES, KILLS] = [Number(values.articles), Number(values.kills)];
const COMMAND = fileURLToPath(new URL('../../local/bin/dateline.mjs', import.meta.url));
const SAMPLE_MS = 2000;

const folder = mkdtempSync(join(tmpdir(), 'dateline-import-'));
const [file, data] = [join(folder, 'articles.jsonl'), join(folder, 'data')];

async function writeArticles(): Promise<void> {
  const output = createWriteStream(file);
  for (let n = 0; n < ARTICLES; n++) {
    const line = JSON.stringify(archiveArticle(n, ARTICLES));
    if (!output.write(`${line}\n`)) await once(output, 'drain');
  }
  output.end();
  await once(output, 'close');
}

/** Resident memory of a process in megabytes, 0 once it is gone. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const run = (...args: string[]) => spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

/** Progress reported by the import: 0…1. */
function watchShare(child: ChildProcess): { share: number; count: number } {
  const seen = { share: 0, count: 0 };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const [, percent, count] of text.matchAll(/(\d+)% · ([\d,]+) articles/g)) {
      seen.share = Number(percent) / 100;
      seen.count = Number(count?.replaceAll(',', ''));
    }
  });
  return seen;
}

await writeArticles();
console.log(`${ARTICLES.toLocaleString('en')} articles, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
console.log('| minutes | articles | a second, since the last | memory, MB |');
console.log('|---|---|---|---|');
const begun = performance.now();
let kills = 0;
let last = { at: begun, count: 0, row: 0 };
for (let done = false; !done; ) {
  const child = run('import', file, '--data', data);
  const seen = watchShare(child);
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  let peak = 0;
  for (let running = true; running; ) {
    running = await Promise.race([sleep(SAMPLE_MS, true), ended.then(() => false)]);
    peak = Math.max(peak, memoryOf(child.pid));
    if (running && kills < KILLS && seen.share >= (kills + 1) / (KILLS + 1)) {
      kills++;
      child.kill('SIGKILL');
    }
    if (seen.share >= last.row + 0.1) {
      const now = performance.now();
      const rate = ((seen.count - last.count) * 1000) / (now - last.at);
      console.log(
        `| ${((now - begun) / 60_000).toFixed(1)} | ${seen.count.toLocaleString('en')} | ${rate.toFixed(0)} | ${peak.toFixed(0)} |`,
      );
      last = { at: now, count: seen.count, row: seen.share };
    }
  }
  const [code, signal] = await ended;
  if (signal !== 'SIGKILL') {
    done = true;
    const seconds = (performance.now() - begun) / 1000;
    console.log(
      `| ${(seconds / 60).toFixed(1)} | the end, exit code ${code}: ${said.trim()} | ${(ARTICLES / seconds).toFixed(0)} over all | ${peak.toFixed(0)} |`,
    );
  }
}
console.log(
  `killed ${kills} times; the table's file: ${(statSync(join(data, 'dateline.db')).size / 1e6).toFixed(0)} MB`,
);
const verify = run('verify', '--data', data);
verify.stdout?.pipe(process.stdout);
verify.stderr?.pipe(process.stderr);
const [code] = await once(verify, 'exit');
console.log(`dateline verify: exit code ${code}`);
rmSync(folder, { recursive: true, force: true });
