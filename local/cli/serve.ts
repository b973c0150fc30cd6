import { hostname } from 'node:os';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { issueConsoleToken } from '../../shared/http/console-session.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { ADMIN_KEY_FILE, openDataFolder } from '../service/data-folder.ts';
import { keepHeapSmall } from '../service/heap-growth.ts';
import { loadSamples, SAMPLE_SLUG } from '../service/samples.ts';
import { type Service, startService } from '../service/start-service.ts';
import { terminalLog } from '../service/terminal-log.ts';
import { addModelOptions, type ModelOptions, modelEnvOf } from './io/model-options.ts';
import { collect, DATA, portNumber, webAddress } from './io/option-values.ts';
import { inkFor } from './io/terminal.ts';

/** The options of `dateline serve`, as commander gives them. */
export interface ServeOptions extends ModelOptions {
  readonly port: number;
  readonly data: string;
  readonly sample: boolean;
  readonly publicUrl?: string;
  readonly contact?: string;
  readonly allowFeedHost: readonly string[];
  readonly verbose?: boolean;
}

/** Marker written when all samples are loaded. A start without it resumes loading. */
const SAMPLES_LOADED = 'samples-loaded';

/** `dateline serve`: runs until SIGINT or SIGTERM. Returns the exit code. */
export async function serve(options: ServeOptions): Promise<number> {
  keepHeapSmall();
  const asked = stopSignal();
  const service = await startService({
    data: options.data,
    port: options.port,
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl.replace(/\/+$/, '') }),
    feedContact: options.contact ?? process.env.DATELINE_CONTACT ?? `operator at ${hostname()}`,
    feedHosts: options.allowFeedHost,
    languageModel: modelEnvOf(options),
    log: terminalLog(process.stderr, { verbose: options.verbose === true }),
  });
  const ended = Promise.race([asked, service.engineDied.then(() => 'engine' as const)]);
  try {
    const early = options.sample ? await Promise.race([firstSamples(service, options.data), ended]) : 'ready';
    if (early === 'ready') await greet(service, options);
    if ((await ended) === 'engine') {
      process.stderr.write('dateline: the DynamoDB engine ended unexpectedly; restart the service to continue.\n');
      return 1;
    }
    process.stdout.write('\nStopping…\n');
    return 0;
  } finally {
    await service.stop((what) => process.stdout.write(`Waiting for ${what}…\n`));
    // Cancelled work may still compute; its results are discarded.
    setTimeout(() => process.exit(), 500).unref();
  }
}

/** Resolves at the first SIGINT or SIGTERM. A second one ends the process at once, without data loss. */
function stopSignal(): Promise<'asked'> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve('asked');
      });
    }
  });
}

/** Loads the sample articles. If that fails, reports it and serves without them; the next start tries again. */
async function firstSamples(service: Service, data: string): Promise<'ready'> {
  const folder = openDataFolder(data);
  if (folder.read(SAMPLES_LOADED) !== undefined) return 'ready';
  const live = process.stdout.isTTY === true;
  const progress = (done: number, all: number) => {
    if (live) process.stdout.write(`\r\u001b[KReading the sample articles: ${done} of ${all}`);
    else if (done === all) process.stdout.write(`Reading the sample articles: ${done} of ${all}`);
  };
  try {
    await loadSamples({ url: service.address, key: service.adminKey }, progress);
    folder.write(SAMPLES_LOADED, '');
    process.stdout.write('\n');
  } catch (error) {
    process.stderr.write(`\ndateline: ${error instanceof DatelineError ? error.message : String(error)}\n`);
  }
  return 'ready';
}

async function greet(service: Service, { data, sample }: ServeOptions): Promise<void> {
  const ink = inkFor(process.stdout, process.env);
  const token = await issueConsoleToken(service.store.leases, new Date().toISOString());
  const keyFile = relative('', join(data, ADMIN_KEY_FILE)) || ADMIN_KEY_FILE;
  const rows = [
    ['Console', `${service.url}/?token=${token}`, 'works once, for 15 minutes; "npx dateline console" prints another'],
    ...(sample ? [['Sample', `${service.url}/embed/${SAMPLE_SLUG}`, 'a public timeline']] : []),
    ['API', `${service.url}/docs`, ''],
    ['Admin key', keyFile, '"npx dateline key" prints it'],
  ];
  const table = rows.map(([name = '', value = '', note = '']) => {
    const said = note === '' ? '' : `  ${ink.dim(`(${note})`)}`;
    return `  ${ink.bold(name.padEnd(9))}  ${value}${said}\n`;
  });
  process.stdout.write(`\nDateline runs at ${service.url}\n\n${table.join('')}\nCtrl-C stops it.\n`);
}

/** Adds `dateline serve` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
  addModelOptions(program.command('serve'))
    .option('--model-reads', 'the model reads ingested articles, too')
    .description('Run the whole service on this machine.')
    .option('--port <port>', 'where to listen, on 127.0.0.1 only', portNumber, 8787)
    .option('--data <folder>', 'the data folder', DATA)
    .option('--no-sample', 'do not load the sample articles on first start')
    .option('--public-url <url>', 'the public address, if behind a proxy', webAddress)
    .option('--contact <address>', 'mail or web address that feed requests give to publishers (or DATELINE_CONTACT)')
    .option('--allow-feed-host <host[:port]>', 'a feed host that may have a private address; repeatable', collect, [])
    .option('--verbose', 'also log successful work')
    .addHelpText(
      'after',
      `
DYNAMODB_ENDPOINT names another DynamoDB than the embedded engine, DynamoDB Local for example.

Examples:
  dateline serve
  dateline serve --port 9000 --data ~/timelines --no-sample`,
    )
    .action(async (options: ServeOptions) => {
      setExitCode(await serve(options));
    });
}
