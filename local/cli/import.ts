import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { callPatiently, type ImportTarget } from '../import/post.ts';
import { progressBar } from '../import/progress-bar.ts';
import { openProgress } from '../import/progress-file.ts';
import { sendArticles } from '../import/send-articles.ts';
import { runningIn } from '../service/folder-claim.ts';
import { keepHeapSmall } from '../service/heap-growth.ts';
import { startService } from '../service/start-service.ts';
import { terminalLog } from '../service/terminal-log.ts';
import { DATA, webAddress } from './io/option-values.ts';
import { CommandFailure, fileTrouble } from './io/outcome.ts';
import { printable } from './io/terminal.ts';
import { readAdminKey } from './key.ts';

/** Imports that finish sooner show no progress. */
const PATIENCE_MS = 3000;

/** The options of `dateline import`, as commander gives them. */
export interface ImportOptions {
  readonly data: string;
  /** Address of another service; its key is in DATELINE_KEY. */
  readonly url?: string;
  readonly collection?: string;
}

/** The response of `POST /v1/feeds/import`. */
interface ImportedFeeds {
  readonly imported: number;
  readonly existing: number;
  readonly refused: readonly { readonly url: string; readonly reason: string }[];
}

/** `dateline import FILE`: imports articles from JSON lines, or feeds from OPML, through the API. Returns the exit code. */
export async function importFile(file: string, options: ImportOptions): Promise<number> {
  const found = await stat(file).catch((error: unknown) => {
    throw fileTrouble(file, error);
  });
  if (!found.isFile()) throw fileTrouble(file, Object.assign(new Error(), { code: 'EISDIR' }));
  return withService(options, (target) =>
    /\.(opml|xml)$/i.test(file) ? importFeeds(file, target, options) : importArticles(file, target, options),
  );
}

/** Runs work against the named service, the one running on the data folder, or one started for the import. */
async function withService(options: ImportOptions, work: (target: ImportTarget) => Promise<number>): Promise<number> {
  if (options.url !== undefined) {
    const key = process.env.DATELINE_KEY;
    if (!key) throw new CommandFailure(`The key for ${options.url} is missing: put it into DATELINE_KEY.`);
    return work({ url: options.url.replace(/\/+$/, ''), key });
  }
  const running = runningIn(options.data);
  if (running?.engine !== undefined) return work({ url: running.url, key: readAdminKey(options.data) });
  keepHeapSmall();
  const service = await startService({
    data: options.data,
    port: 0,
    feedContact: process.env.DATELINE_CONTACT ?? 'unknown',
    feedHosts: [],
    log: terminalLog(process.stderr, { verbose: false }),
  });
  try {
    const code = await work({ url: service.address, key: service.adminKey });
    // The next command on this folder must see everything that was imported. After a large import this takes a while.
    const patience = setTimeout(() => {
      process.stderr.write('All articles are read; updating the overviews. Stopping now does no harm.\n');
    }, PATIENCE_MS);
    await service.caughtUp();
    clearTimeout(patience);
    return code;
  } finally {
    await service.stop();
  }
}

async function importArticles(file: string, target: ImportTarget, { data, url, collection }: ImportOptions) {
  const progress = await openProgress(data, file, url ?? 'local');
  const { place: from } = progress;
  const bar = progressBar(process.stderr);
  if (from.lines > 0) bar.say(`Continuing after line ${from.lines.toLocaleString('en')}.`);
  const done = await sendArticles(file, target, {
    progress,
    bar,
    ...(collection !== undefined && { collection }),
  });
  bar.end();
  progress.remove();
  const parts = [`${done.accepted} new`, `${done.unchanged} known before`, `${done.broken} refused`];
  process.stdout.write(`${parts.join(', ')}.\n`);
  return done.broken > 0 ? 1 : 0;
}

async function importFeeds(file: string, target: ImportTarget, { collection }: ImportOptions): Promise<number> {
  const opml = await readFile(file, 'utf8');
  const body = { opml, ...(collection !== undefined && { collection }) };
  const { status, json } = await callPatiently(target, 'POST', '/v1/feeds/import', body);
  if (status >= 300) throw new CommandFailure(`${file} was refused: ${String(json.detail ?? json.title)}`);
  const { imported, existing, refused } = json as unknown as ImportedFeeds;
  for (const { url, reason } of refused) process.stderr.write(`${printable(url)}: ${printable(reason)}\n`);
  process.stdout.write(
    `${imported} feeds new, ${existing} known before, ${refused.length} refused. The service polls them from now on.\n`,
  );
  return refused.length > 0 ? 1 : 0;
}

/** Adds `dateline import` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('import')
    .description('Load a file of articles (JSON lines) or feeds (OPML) through the normal pipeline.')
    .argument('<file>', 'FILE.jsonl, one article a line, or FILE.opml')
    .option('--data <folder>', 'the data folder; a service that runs on it is used', DATA)
    .option('--url <url>', 'another service; set its key in DATELINE_KEY', webAddress)
    .option('--collection <name>', 'the target collection, overriding the file')
    .addHelpText(
      'after',
      `
An article is {text or html, title?, url?, publishedAt?, source?, tags?, collection?}. An import that was cut short goes on
where it stopped when the same command is given again; an article that is there already changes nothing.

Examples:
  dateline import archive.jsonl --collection archive
  dateline import subscriptions.opml
  DATELINE_KEY=dl_… dateline import archive.jsonl --url https://dateline.example.org`,
    )
    .action(async (file: string, options: ImportOptions) => {
      setExitCode(await importFile(file, options));
    });
}
