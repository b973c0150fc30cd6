import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { DatelineError } from '../shared/kernel/dateline-error.ts';
import { CommandFailure } from './command-line/outcome.ts';
import type { ServeOptions } from './commands/serve.ts';

/**
 * The `dateline` command. Every command's work is imported when it is called: `tag` must not wait for the AWS SDK.
 *
 * @returns The process's exit code: 0 done, 1 failed or some lines could not be answered, 2 wrong usage.
 */
export async function main(argv: readonly string[]): Promise<number> {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  let exitCode = 0;
  const program = commands((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandFailure || error instanceof DatelineError) {
      process.stderr.write(`dateline: ${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

function commands(setExitCode: (code: number) => void): Command {
  const program = new Command('dateline')
    .description('Articles in, dated events out, each with the sentence that proves it.')
    .exitOverride()
    .showHelpAfterError('(dateline --help tells what there is)')
    .helpCommand(false);

  program
    .command('extract')
    .description('Show the dated events of an article as a timeline.')
    .argument('[file]', 'a text, HTML or JSON file; - or nothing for standard input')
    .option('--jsonl', 'articles in, {id, events} out: one JSON object a line')
    .option('--published <date>', 'the day it was published, where the article does not say')
    .option('--url <url>', 'where it was published')
    .option('--title <title>', 'its headline')
    .addHelpText(
      'after',
      `
Examples:
  dateline extract article.txt --published 2014-03-30
  curl -s https://example.org/story.html | dateline extract -
  dateline extract --jsonl < articles.jsonl > events.jsonl`,
    )
    .action(async (file: string | undefined, options: ExtractOptions) => {
      const { extractForReader, extractLines } = await import('./commands/extract.ts');
      if (options.jsonl) return setExitCode((await extractLines(file)).broken > 0 ? 1 : 0);
      await extractForReader(file ?? '-', options);
    });

  program
    .command('tag')
    .description('Find the time expressions of texts and place them on the calendar.')
    .argument('[file]', 'a file of JSON lines; - or nothing for standard input')
    .option('--jsonl', '{id, text, dct} in, {id, timexes} out: one JSON object a line (the only form there is)')
    .addHelpText(
      'after',
      `
Each time expression has start and end (UTF-16 offsets), text, TIMEX3 type and value, mod where it has one, and the first
and last day it may mean (from, to). dct is the day the text was written.

Example:
  echo '{"id":"1","text":"It began last year.","dct":"2014-03-30"}' | dateline tag --jsonl`,
    )
    .action(async (file: string | undefined) => {
      const { tagLines } = await import('./commands/tag.ts');
      setExitCode((await tagLines(file)).broken > 0 ? 1 : 0);
    });

  program
    .command('serve')
    .description('Run the whole service on this machine.')
    .option('--port <port>', 'where to listen, on 127.0.0.1 only', portNumber, 8787)
    .option('--data <folder>', 'where everything is kept', DATA)
    .option('--no-sample', 'do not load the sample articles on first start')
    .option('--public-url <url>', 'where readers reach it, if through a proxy')
    .option('--contact <address>', 'mail or web address that feed requests give to publishers (or DATELINE_CONTACT)')
    .option('--allow-feed-host <host[:port]>', 'a feed host that may have a private address; repeatable', collect, [])
    .option('--verbose', 'log what goes well, too')
    .addHelpText(
      'after',
      `
DYNAMODB_ENDPOINT names another DynamoDB than the embedded engine, DynamoDB Local for example.

Examples:
  dateline serve
  dateline serve --port 9000 --data ~/timelines --no-sample`,
    )
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./commands/serve.ts');
      setExitCode(await serve(options));
    });

  program
    .command('key')
    .description('Print the admin key of a data folder.')
    .option('--data <folder>', 'the data folder of the service', DATA)
    .addHelpText(
      'after',
      `
Example:
  curl -H "Authorization: Bearer $(dateline key)" 'http://127.0.0.1:8787/v1/events?collection=sample'`,
    )
    .action(async ({ data }: { readonly data: string }) => {
      const { readAdminKey } = await import('./commands/key.ts');
      process.stdout.write(`${readAdminKey(data)}\n`);
    });

  return program;
}

/** The data folder unless told otherwise, in the folder where the command runs. */
const DATA = '.dateline';

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 (any free one) to 65535.');
}

interface ExtractOptions {
  readonly jsonl?: boolean;
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
}
