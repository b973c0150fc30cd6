import { type Command, InvalidArgumentError } from 'commander';
import type { ImportOptions } from './import.ts';
import type { ServeOptions } from './serve.ts';
import type { SmokeCommandOptions } from './smoke.ts';

/** Default data folder, in the folder where the command runs. */
export const DATA = '.dateline';

/** The commands that run the service or look after it. */
export function addServiceCommands(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('serve')
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
      const { serve } = await import('./serve.ts');
      setExitCode(await serve(options));
    });

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
      const { importFile } = await import('./import.ts');
      setExitCode(await importFile(file, options));
    });

  program
    .command('smoke')
    .description('Send an article to a service, find its event, take it down: whether the whole way works.')
    .argument('<url>', 'the address of the service', webAddress)
    .option('--key <key>', 'a key that may read and ingest the collection smoke-check (or DATELINE_KEY)')
    .addHelpText('after', '\nExample:\n  DATELINE_KEY=dl_… dateline smoke https://dateline.example.org')
    .action(async (url: string, options: SmokeCommandOptions) => {
      const { smoke } = await import('./smoke.ts');
      setExitCode(await smoke(url, options));
    });

  program
    .command('verify')
    .description('Recompute all derived data (events, lists, counts) and print the differences. Changes nothing.')
    .option('--data <folder>', 'the data folder', DATA)
    .option('--table <name>', 'a table on AWS instead, with your own credentials')
    .addHelpText(
      'after',
      `
The run time grows with the archive. Articles being ingested meanwhile show as differences.

Examples:
  dateline verify
  dateline verify --table dateline-prod`,
    )
    .action(async (options: { readonly data: string; readonly table?: string }) => {
      const { verify } = await import('./verify.ts');
      setExitCode((await verify(options)) > 0 ? 1 : 0);
    });
}

/** For an option that may be given several times: all its values, in order. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** An option that takes an http or https address. @throws InvalidArgumentError for anything else. */
export function webAddress(text: string): string {
  if (/^https?:\/\/./.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('Expected an address that begins with http:// or https://.');
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 (any free one) to 65535.');
}
