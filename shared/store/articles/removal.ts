import { replaceMentions } from '../events/mention-writer.ts';
import { readWhereabouts } from '../events/whereabouts.ts';
import { keys, part, partsOfTimeKey } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { StoreContext } from '../stored.ts';
import { type Item, LAST, type TableAccess } from '../table-access.ts';
import { rebuildTiles } from '../tiles/rebuild.ts';
import { type Touched, touchedDays } from '../tiles/touched.ts';
import { isInterrupted, metaOf } from './article-item.ts';

/**
 * A takedown has three steps. The mark (an item of status `removed` in the time index) hides the article's evidence from every read. Then the
 * mentions, entries and texts go: a DELETE answers when they are gone. Last, the sweep confirms the tiles over them, which the stream rebuilt,
 * and clears the mark. A process that dies anywhere leaves the mark, from which a repeated DELETE or the sweep goes on.
 */
export async function removeEvidence(context: StoreContext, marked: Item, id: string): Promise<Item> {
  const { table } = context;
  const touched = touchedDays();
  const current = async () => (await table.get(keys.article(id), { consistent: true }))?.gsk === marked.gsk;
  const note = await readWhereabouts(table, id);
  // Where the article was sent again meanwhile, its mentions are those of the new text.
  if (!(await current())) return marked;
  const raced = marked.raced === true || note.busy;
  const held = { note, current, replaces: false, interrupted: raced || isInterrupted(marked), alone: !raced };
  if (!(await replaceMentions(context, metaOf(marked), [], { held, touched }))) return marked;
  await removeChunks(table, id, undefined);
  const lists = [...touched.days].map(([list, days]) => [list, days === 'any' ? days : [...days]]);
  const done = await table.update(keys.article(id), 'SET touched = :touched, raced = :raced', {
    expression: 'gsk = :gsk',
    values: { ':touched': pack(lists), ':raced': raced, ':gsk': marked.gsk },
  });
  return done ?? marked;
}

/** A worker that still holds the article's text may write mentions for so long after the mark. */
const OVERTAKEN_SECONDS = 600;
/** The stream rebuilds tiles within this time, except during an import. */
const TILES_SECONDS = 60;

/**
 * What is left to do of a takedown: its evidence where a DELETE died, or where a worker was at the article when it was marked; its tiles. Then
 * the mark is cleared, and all that stays is that the article was taken down, so that no feed brings it back.
 *
 * @returns false where it is too early: a worker may still write, or the stream has not come to the tiles.
 */
export async function finishRemoval(context: StoreContext, marked: Item, id: string): Promise<boolean> {
  const { table, now } = context;
  const [at = ''] = partsOfTimeKey(marked.gsk);
  const age = (Date.parse(now()) - Date.parse(at)) / 1000;
  if (age < (marked.raced === true ? OVERTAKEN_SECONDS : TILES_SECONDS)) return false;
  const isWhole = marked.touched !== undefined && marked.raced !== true;
  const done = isWhole ? marked : await removeEvidence(context, marked, id);
  if (done.touched !== undefined) await rebuildTiles(context, touchedOf(done.touched));
  const { collection } = marked;
  await table.put(
    { ...keys.article(id), status: 'removed', ...(collection === undefined ? {} : { collection }) },
    { expression: 'gsk = :gsk', values: { ':gsk': marked.gsk } },
  );
  return true;
}

const touchedOf = (packed: unknown): Touched =>
  new Map(
    (unpack(packed) as [string, 'any' | number[]][]).map(([list, days]) => [
      list,
      days === 'any' ? days : new Set(days),
    ]),
  );

/** Removes chunks of all texts of an article but one. */
export async function removeChunks(table: TableAccess, id: string, keep: string | undefined): Promise<void> {
  const prefix = keep === undefined ? undefined : `text|${part(`${keep}.`)}`;
  const stale: Item[] = [];
  for await (const item of table.rangeAll({ pk: keys.article(id).pk, from: 'text|', to: `text|${LAST}` })) {
    if (prefix === undefined || !item.sk.startsWith(prefix)) stale.push(item);
  }
  await table.writeMany([], stale);
}
