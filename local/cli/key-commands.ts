import { type Command, InvalidArgumentError } from 'commander';
import { collect, DATA, webAddress } from './service-commands.ts';

interface Choice {
  readonly data: string;
  readonly table?: string;
}

/** The commands for access: keys, and the console's link. */
export function addKeyCommands(program: Command): void {
  const key = program
    .command('key')
    .description('Print the admin key of a data folder; create, list and revoke keys.')
    .option('--data <folder>', 'the data folder of the service', DATA)
    .addHelpText(
      'after',
      `
Examples:
  curl -H "Authorization: Bearer $(dateline key)" 'http://127.0.0.1:8787/v1/events?collection=sample'
  dateline key create --scope read --collection sample --label dashboard
  dateline key create --scope admin --table dateline-prod
  dateline key list`,
    )
    .action(async ({ data }: Choice) => {
      const { readAdminKey } = await import('./key.ts');
      process.stdout.write(`${readAdminKey(data)}\n`);
    });

  withTable(key.command('create'))
    .description('Create a key. It is printed once; only its hash is stored.')
    .option('--scope <scope>', 'read, ingest or admin; repeatable', collect, [])
    .option('--collection <name>', 'limit it to a collection; repeatable', collect, [])
    .option('--label <text>', 'purpose of the key')
    .option('--expires <date>', 'expiry date')
    .option('--per-minute <n>', 'requests allowed per minute', perMinute)
    .addHelpText('after', '\nExample:\n  dateline key create --scope ingest --collection archive --expires 2027-01-01')
    .action(async (_: unknown, command: Command) => {
      const { createKey } = await import('./key.ts');
      process.stdout.write(`${await createKey(choiceOf(command), command.opts())}\n`);
    });

  withTable(key.command('list'))
    .description('List the keys: id, scopes, collections, state, label.')
    .addHelpText('after', '\nExample:\n  dateline key list --table dateline-prod')
    .action(async (_: unknown, command: Command) => {
      const { listKeys } = await import('./key.ts');
      process.stdout.write(await listKeys(choiceOf(command)));
    });

  withTable(key.command('revoke'))
    .description('Revoke a key, from its next request on.')
    .argument('<id>', 'as "key list" shows it')
    .addHelpText('after', '\nExample:\n  dateline key revoke 0123456789abcdef')
    .action(async (id: string, _: unknown, command: Command) => {
      const { revokeKey } = await import('./key.ts');
      await revokeKey(choiceOf(command), id);
    });

  withTable(program.command('console'))
    .description('Print a fresh one-time link to the console.')
    .option('--data <folder>', 'the data folder of the running service', DATA)
    .option('--url <url>', 'the service’s address, where it is not the one running on the data folder', webAddress)
    .addHelpText(
      'after',
      '\nExamples:\n  dateline console\n  dateline console --table dateline-prod --url https://dateline.example.org',
    )
    .action(async (options: { readonly url?: string }, command: Command) => {
      const { consoleLink } = await import('./console.ts');
      process.stdout.write(`${await consoleLink(choiceOf(command), options.url)}\n`);
    });
}

function withTable(command: Command): Command {
  return command.option('--table <name>', 'a table on AWS instead, with your own credentials');
}

/** `--data` may stand before or after `create`. */
const choiceOf = (command: Command): Choice => command.optsWithGlobals<Choice>();

function perMinute(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number of at least 1.');
}
