import { formerKeys } from '../../former-keys.ts';
import { keys } from '../../keys.ts';
import { unpack } from '../../packing.ts';
import type { StoreContext } from '../../store-context.ts';
import { carryCell } from './carry-cell.ts';

/** Migrates the cells that an article's note names, then removes the note. @returns false if it has none. */
export async function carryArticle(context: StoreContext, id: string): Promise<boolean> {
  const { table } = context;
  const [article, note] = await Promise.all([
    table.get(keys.article(id), { consistent: true }),
    table.get(formerKeys.note(id), { consistent: true }),
  ]);
  if (!note) return false;
  const collection = String(article?.collection ?? '');
  if (article) await table.writeMany([formerKeys.pendingViews(collection)], []);
  const seen = new Set(Object.keys(unpack(note.v) as Record<string, readonly string[]>));
  // A set gives what is added while it is walked, too.
  for (const cell of seen) {
    for (const other of await carryCell(context, cell, collection)) seen.add(other);
  }
  await table.writeMany([], [formerKeys.note(id)]);
  return true;
}
