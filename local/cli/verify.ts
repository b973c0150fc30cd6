import { openMaintenance } from '../../shared/store/maintenance/maintenance.ts';
import { type ReachedTable, type TableChoice, withTable } from '../service/table-at.ts';
import { write } from './io/json-lines.ts';
import { printable } from './io/terminal.ts';

const SHOWN = 50;
const WIDEST = 160;

/**
 * `dateline verify`: recomputes all derived data (events, lists, tiles) and prints the differences. Changes nothing.
 *
 * @returns How many differences there are.
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
