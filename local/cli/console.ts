import type { Command } from 'commander';
import { issueConsoleToken } from '../../shared/http/console-session.ts';
import { runningIn } from '../service/folder-claim.ts';
import { storeOf } from '../service/sealed-keys.ts';
import { type TableChoice, withTable } from '../service/table-at.ts';
import { DATA, webAddress } from './io/option-values.ts';
import { CommandFailure } from './io/outcome.ts';
import { addTableOption, choiceOf } from './io/table-option.ts';

/**
 * `dateline console`: prints a new one-time link to the console.
 *
 * @param url The service's address; by default that of the service running on the data folder.
 * @throws CommandFailure if no service runs and no address is given.
 */
export async function consoleLink(choice: TableChoice, url: string | undefined): Promise<string> {
  const address = url ?? (choice.table === undefined ? runningIn(choice.data)?.url : undefined);
  if (address === undefined) {
    throw new CommandFailure(
      choice.table === undefined
        ? `No service runs on ${choice.data}: "dateline serve --data ${choice.data}" starts it and prints a link.`
        : 'The address of the service is missing: pass it with --url.',
    );
  }
  const token = await withTable(choice, (table) =>
    issueConsoleToken(storeOf(table, choice.table === undefined ? choice.data : undefined).leases, table.now()),
  );
  return `${address.replace(/\/+$/, '')}/?token=${token}`;
}

/** Adds `dateline console` to the program. */
export function addCommand(program: Command): void {
  addTableOption(program.command('console'))
    .description('Print a fresh one-time link to the console.')
    .option('--data <folder>', 'the data folder of the running service', DATA)
    .option('--url <url>', 'the service’s address, where it is not the one running on the data folder', webAddress)
    .addHelpText(
      'after',
      '\nExamples:\n  dateline console\n  dateline console --table dateline-prod --url https://dateline.example.org',
    )
    .action(async (options: { readonly url?: string }, command: Command) => {
      process.stdout.write(`${await consoleLink(choiceOf(command), options.url)}\n`);
    });
}
