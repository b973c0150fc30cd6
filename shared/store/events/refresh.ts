import { keys, partsOfTimeKey, SHARDS, times } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import { LAST } from '../table-access.ts';
import { rebuildTiles } from '../tiles/rebuild.ts';
import { type TouchedDays, touchedDays } from '../tiles/touched.ts';
import { headEvent, isGone, isHidden } from './cell.ts';
import { cellState } from './cell-state.ts';
import { entryKeysOf } from './lists.ts';
import { lateEntries } from './place-event.ts';
import { settleCell } from './settle.ts';
import { readWhereabouts } from './whereabouts.ts';

/** Articles refreshed before their tiles are rebuilt and the progress is noted. */
const STEP = 50;
/** The time index lags: what is younger than this is left to the next sweep. */
const LAG_SECONDS = 5;

/**
 * Goes through the articles completed since the last time, in the order of completion: lists that lag behind their events are brought up to
 * date, and the tiles over those events rebuilt whether the stream told of them or not.
 *
 * @returns How many articles, at most about `atMost`. Progress is kept in the table, by extractor version and shard.
 */
export async function refreshArticles(context: StoreContext, atMost: number): Promise<number> {
  const { table } = context;
  let done = 0;
  for await (const { sk: version } of table.rangeAll({ pk: keys.versions, consistent: true })) {
    for (let shard = 0; shard < SHARDS.articles && done < atMost; shard++) {
      for (let stepped = STEP; stepped === STEP && done < atMost; done += stepped) {
        stepped = await step(context, times.done(version, shard));
      }
    }
  }
  return done;
}

async function step(context: StoreContext, pk: string): Promise<number> {
  const { table, now } = context;
  const progress = keys.progress(pk);
  const reached = String((await table.get(progress, { consistent: true }))?.v ?? '');
  const until = new Date(Date.parse(now()) - LAG_SECONDS * 1000).toISOString();
  const { items } = await table.range({
    pk,
    from: `${reached}!`,
    to: `${until}|${LAST}`,
    limit: STEP,
    index: 'byTime',
  });
  if (items.length === 0) return 0;
  const touched = touchedDays();
  const cells = new Set<string>();
  for (const { gsk } of items) {
    const [, id = ''] = partsOfTimeKey(gsk);
    for (const cell of Object.keys((await readWhereabouts(table, id)).places)) cells.add(cell);
  }
  for (const cell of cells) await refreshCell(context, cell, touched);
  await rebuildTiles(context, touched.days);
  await table.put({ ...progress, v: items.at(-1)?.gsk });
  return items.length;
}

async function refreshCell(context: StoreContext, cell: string, touched: TouchedDays): Promise<void> {
  await settleCell(context, cell, { refresh: true, touched });
  const { heads } = await cellState(context.table, cell);
  for (const head of heads.values()) {
    if (!isGone(head) && !isHidden(head)) touched.note(entryKeysOf(headEvent(cell, head)));
    touched.note(lateEntries(head));
  }
}
