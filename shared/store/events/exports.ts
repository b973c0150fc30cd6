import type { Composition, Guest } from '../../events/merging/compose-events.ts';
import { keys } from '../keys.ts';
import type { Item, TableAccess } from '../table-access.ts';
import { guestItem, splitEventId } from './cell.ts';
import type { CellState } from './cell-state.ts';

/**
 * Makes the guests that a cell has elsewhere what its composition says. The note that there are guests is written before them and taken out
 * after them.
 *
 * @returns Cells whose guests changed, or were there already and may not be settled yet.
 */
export async function sendGuests(
  table: TableAccess,
  cell: string,
  state: CellState,
  { exports }: Composition,
): Promise<{ readonly touched: readonly string[]; readonly changed: readonly string[] }> {
  const wanted = new Map<string, Guest[]>();
  for (const [id, mentions] of exports) {
    const place = splitEventId(id);
    if (!place) continue;
    const guests = mentions.map((mention) => ({ own: place.own, mention }));
    wanted.set(place.cell, [...(wanted.get(place.cell) ?? []), ...guests]);
  }
  const touched = [...new Set([...wanted.keys(), ...state.exportedTo])];
  const changed: string[] = [];
  for (const to of touched) {
    const guests = (wanted.get(to) ?? []).map((guest) => guestItem(to, cell, guest));
    if (guests.length > 0 && !state.exportedTo.includes(to)) await table.writeMany([keys.exported(cell, to)], []);
    const there = new Map<string, Item>();
    for await (const item of table.rangeAll({ pk: keys.cell(to), from: 'g|', to: 'g}', consistent: true })) {
      if (item.f === cell) there.set(item.sk, item);
    }
    const puts = guests.filter((guest) => !same(guest, there.get(guest.sk)));
    const removals = [...there.keys()].filter((sk) => !guests.some((guest) => guest.sk === sk));
    await table.writeMany(
      puts,
      removals.map((sk) => ({ pk: keys.cell(to), sk })),
    );
    if (puts.length + removals.length > 0) changed.push(to);
    if (guests.length === 0 && removals.length === 0) await table.writeMany([], [keys.exported(cell, to)]);
  }
  return { touched, changed };
}

const same = (a: Item, b: Item | undefined): boolean =>
  b !== undefined && a.o === b.o && Buffer.compare(a.v as Uint8Array, b.v as Uint8Array) === 0;
