import type { Guest } from '../../events/merging/compose-events.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { keys } from '../keys.ts';
import type { Item, TableAccess } from '../table-access.ts';
import { type EditRecord, editOf, mentionOf } from './cell.ts';

/** Everything in a cell's partition, read at once. */
export interface CellState {
  readonly collection: string;
  readonly mentions: readonly Mention[];
  readonly guests: readonly Guest[];
  /** Heads by the event's own part of its id, gone ones too. */
  readonly heads: ReadonlyMap<string, Item>;
  readonly edits: readonly EditRecord[];
  /** Cells that hold mentions of this one as guests. */
  readonly exportedTo: readonly string[];
  readonly full: boolean;
}

/** Reads a whole cell, consistently page by page. */
export async function cellState(table: TableAccess, cell: string): Promise<CellState> {
  const mentions: Mention[] = [];
  const guests: Guest[] = [];
  const heads = new Map<string, Item>();
  const edits: EditRecord[] = [];
  const exportedTo: string[] = [];
  let full = false;
  for await (const item of table.rangeAll({ pk: keys.cell(cell), consistent: true })) {
    if (item.sk.startsWith('m|')) mentions.push(mentionOf(item));
    else if (item.sk.startsWith('g|')) guests.push({ own: String(item.o), mention: mentionOf(item) });
    else if (item.sk.startsWith('e|')) heads.set(item.sk.slice(2), item);
    else if (item.sk.startsWith('p|')) edits.push(editOf(item));
    else if (item.sk.startsWith('x|')) exportedTo.push(item.sk.slice(2));
    else full = true;
  }
  const collection = (mentions[0] ?? guests[0]?.mention)?.event.collection ?? '';
  return { collection, mentions, guests, heads, edits, exportedTo, full };
}
