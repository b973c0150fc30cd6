import { keys, SHARDS, shardOf, timeKey, times } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import { epochSeconds, type StoreContext } from '../stored.ts';
import type { TableAccess } from '../table-access.ts';

/** Where an article's mentions lie: mention ids by cell. */
export type Whereabouts = Readonly<Record<string, readonly string[]>>;

/** A mention that is the article's no more, and since when (epoch seconds). */
export type Former = readonly [cell: string, id: string, sinceSeconds: number];

/** The note of an article's mentions. */
export interface Note {
  readonly places: Whereabouts;
  /** What was noted lately and is no more: a worker that was overtaken may have written it since, and died. */
  readonly lately: readonly Former[];
  /** 0 where there is no note. */
  readonly revision: number;
  /** Mentions are being changed: who finds it set knows that somebody died over it. */
  readonly busy: boolean;
}

/** As long as heads remember their entries: no worker lives nearly so long. */
const REMEMBERED_SECONDS = 24 * 3600;

/** Where an article’s mentions lie; nowhere, at revision 0, where nothing was noted. */
export async function readWhereabouts(table: TableAccess, articleId: string): Promise<Note> {
  const item = await table.get(keys.articleMentions(articleId), { consistent: true });
  return {
    places: item ? (unpack(item.v) as Whereabouts) : {},
    lately: item?.s === undefined ? [] : (unpack(item.s) as Former[]),
    revision: Number(item?.r ?? 0),
    busy: item?.b === 1,
  };
}

/**
 * Writes the note, only over the revision that was read. What it remembers is told to the sweep by way of the time index; a note without
 * mentions stays for a day, so that a worker which read that there was none cannot begin one behind the back of a newer text.
 *
 * @param watched Whether the sweep is told of it even where nothing is remembered.
 * @returns false where the note is not of this revision any more.
 */
export async function writeWhereabouts(
  { table, now }: StoreContext,
  articleId: string,
  { places, lately, revision, busy }: Note,
  watched = false,
): Promise<boolean> {
  const seconds = epochSeconds(now());
  const remembered = lately.filter(([, , since]) => since > seconds - REMEMBERED_SECONDS);
  const note = {
    ...keys.articleMentions(articleId),
    r: revision + 1,
    v: pack(places),
    ...(busy ? { b: 1 } : {}),
    ...(remembered.length > 0 ? { s: pack(remembered) } : {}),
    ...(watched || remembered.length > 0 ? changedAt(articleId, now()) : {}),
    ...(Object.keys(places).length === 0 ? { expires: seconds + REMEMBERED_SECONDS } : {}),
  };
  const unchanged =
    revision === 0
      ? { expression: 'attribute_not_exists(pk)' }
      : { expression: 'r = :revision', values: { ':revision': revision } };
  return (await table.put(note, unchanged)).stored;
}

const changedAt = (articleId: string, at: string) => ({
  gpk: times.changed(shardOf(articleId, SHARDS.articles)),
  gsk: timeKey(at, articleId),
});

/** What was noted, by places or by memory, and is in these places no more. */
export function formerOf({ places, lately }: Note, after: Whereabouts, now: string): readonly Former[] {
  const seconds = epochSeconds(now);
  const all = [...lately, ...pairs(places).map(([cell, id]) => [cell, id, seconds] as const)];
  const latest = new Map(all.map((one) => [`${one[0]}${one[1]}`, one]));
  return [...latest.values()].filter(([cell, id]) => !after[cell]?.includes(id));
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
