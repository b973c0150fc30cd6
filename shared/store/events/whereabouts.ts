import { keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { TableAccess } from '../table-access.ts';

/** Where an article's mentions lie: mention ids by cell. */
export type Whereabouts = Readonly<Record<string, readonly string[]>>;

/** Where an article’s mentions lie; nowhere, at revision 0, where nothing was noted. */
export async function readWhereabouts(
  table: TableAccess,
  articleId: string,
): Promise<{ readonly places: Whereabouts; readonly revision: number; readonly busy: boolean }> {
  const item = await table.get(keys.articleMentions(articleId), { consistent: true });
  return { places: item ? (unpack(item.v) as Whereabouts) : {}, revision: Number(item?.r ?? 0), busy: item?.b === 1 };
}

/**
 * @param busy Says that mentions are being changed: who finds it set knows that somebody died over it.
 * @returns false where the note is not of this revision any more.
 */
export async function writeWhereabouts(
  table: TableAccess,
  articleId: string,
  places: Whereabouts,
  revision: number,
  busy = false,
): Promise<boolean> {
  const key = keys.articleMentions(articleId);
  const unchanged =
    revision === 0
      ? { expression: 'attribute_not_exists(pk)' }
      : { expression: 'r = :revision', values: { ':revision': revision } };
  if (Object.keys(places).length === 0) return revision === 0 || (await table.remove(key, unchanged)) !== undefined;
  return (await table.put({ ...key, r: revision + 1, v: pack(places), ...(busy ? { b: 1 } : {}) }, unchanged)).stored;
}

/** Cell and id of every mention. */
export const pairs = (places: Whereabouts): (readonly [cell: string, id: string])[] =>
  Object.entries(places).flatMap(([cell, ids]) => ids.map((id) => [cell, id] as const));

/** Ids by cell, each once. */
export function grouped(all: readonly (readonly [cell: string, id: string])[]): Whereabouts {
  const cells: Record<string, string[]> = {};
  for (const [cell, id] of all) {
    const ids = cells[cell] ?? [];
    cells[cell] = ids.includes(id) ? ids : [...ids, id];
  }
  return cells;
}

const spelt = (places: Whereabouts): string =>
  pairs(places)
    .map(([cell, id]) => `${cell}${id}`)
    .sort()
    .join();

/** True for the same ids in the same cells. */
export const samePlaces = (a: Whereabouts, b: Whereabouts): boolean => spelt(a) === spelt(b);
