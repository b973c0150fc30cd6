import { issueConsoleToken } from '../../shared/http/console-session.ts';
import { runningIn } from '../service/folder-claim.ts';
import { storeOf } from '../service/sealed-keys.ts';
import { type TableChoice, withTable } from '../service/table-at.ts';
import { CommandFailure } from './io/outcome.ts';

/**
 * `dateline console`: a fresh one-time link to the console.
 *
 * @param url The service's address; default: that of the service running on the data folder.
 * @throws CommandFailure where there is no address to link to.
 */
export async function consoleLink(choice: TableChoice, url: string | undefined): Promise<string> {
  const address = url ?? (choice.table === undefined ? runningIn(choice.data)?.url : undefined);
  if (address === undefined) {
    throw new CommandFailure(
      choice.table === undefined
        ? `Nothing serves ${choice.data}: "dateline serve --data ${choice.data}" starts it and prints a link.`
        : 'Where is the service? --url takes its address.',
    );
  }
  const token = await withTable(choice, (table) =>
    issueConsoleToken(storeOf(table, choice.table === undefined ? choice.data : undefined).leases, table.now()),
  );
  return `${address.replace(/\/+$/, '')}/?token=${token}`;
}
