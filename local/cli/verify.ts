import type { Command } from 'commander';
import { openMaintenance } from '../../shared/store/maintenance/maintenance.ts';
import { type ReachedTable, type TableChoice, withTable } from '../service/table-at.ts';
import { write } from './io/json-lines.ts';
import { DATA } from './io/option-values.ts';
import { printable } from './io/terminal.ts';

const SHOWN = 50;
const WIDEST = 160;

/**
 * `dateline verify`: recomputes all derived data (events, lists, tiles) and prints the differences. Changes nothing.
 *
 * @returns The number of differences.
 */
export async function verify(choice: TableChoice): Promise<number> {
  let differences = 0;
  const compare = async (table: ReachedTable) => {
    for await (const { what, where, expected, found } of openMaintenance(table).verify()) {
      differences += 1;
      if (differences > SHOWN) continue;
      const row = `${what} ${where}\n  expected ${short(expected)}\n  found    ${short(found)}\n`;
      await write(process.stdout, printable(row));
    }
  };
  await withTable(choice, compare, { isChecked: true });
  if (differences > SHOWN) await write(process.stdout, `… and ${differences - SHOWN} more\n`);
  const verdict = differences === 0 ? 'No differences.' : `${differences} differences.`;
  await write(process.stdout, `${verdict}\n`);
  return differences;
}

const short = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text);

/** Adds `dateline verify` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
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
      setExitCode((await verify(options)) > 0 ? 1 : 0);
    });
}
